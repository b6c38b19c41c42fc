#pragma once

#include "core/account/accountsettings.h"
#include "core/account/signatures.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace kw {

class SignatureEdit;

// As whom the person writes from one account: its own address, and further ones. GUI thread.
class IdentitiesPage : public QWidget
{
    Q_OBJECT
public:
    explicit IdentitiesPage(QWidget *parent = nullptr);

    void setAccount(const AccountSettings &account);
    // The account's own address is typed elsewhere.
    void setOwnAddress(const QString &address);
    // As AccountSettings::aliases has them.
    QStringList aliases() const;
    // What stands below mail from each address; before setAccount(). Without it none can be edited here.
    void setSignatures(const Signatures &signatures);
    // Those that were changed here, by address; empty ones are to go.
    Signatures changedSignatures() const;
    QString problem() const; // as a sentence; empty: complete

Q_SIGNALS:
    void edited();

private:
    void layOut();
    void showCurrent();
    void fieldsEdited();
    void signatureEdited();
    void add();
    void removeCurrent();
    void moveCurrent(int step);
    void paintLine(int row);
    void renewButtons();

    QList<Address> m_identities; // the first one is the account's own
    QList<Signature> m_texts; // of each
    Signatures m_signatures; // as they were
    QString m_ownName; // the account's, shown where its own address has no name
    QListWidget *m_list;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    SignatureEdit *m_signature;
    bool m_showing = false;
};

} // namespace kw
