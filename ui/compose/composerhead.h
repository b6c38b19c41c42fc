#pragma once

#include "core/account/accountsettings.h"
#include "core/compose/draft.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace kw {

class ElidedLabel;
class IdentityBox;
class People;
class RecipientsEdit;

// The rows above a message: From, To, Cc, Bcc, Reply-To, Subject. Cc, Bcc and Reply-To come when they are
// asked for or filled. GUI thread.
class ComposerHead : public QWidget
{
    Q_OBJECT
public:
    explicit ComposerHead(QWidget *parent = nullptr);

    void setAccounts(const QList<AccountSettings> &accounts);
    void showDraft(const QString &accountKey, const Draft &draft);
    void writeTo(Draft &draft) const;
    void setPeople(People *people);
    void setReadOnly(bool on);

    IdentityBox *from() const { return m_from; }
    RecipientsEdit *to() const { return m_to; }
    RecipientsEdit *cc() const { return m_cc; }
    RecipientsEdit *bcc() const { return m_bcc; }
    RecipientsEdit *replyTo() const { return m_replyTo; }
    QLineEdit *subject() const { return m_subject; }
    // The first row with something that is no address, and what that is.
    std::pair<RecipientsEdit *, QString> firstInvalid() const;
    void reveal(RecipientsEdit *row); // with the cursor in it
    QList<QWidget *> tabOrder() const; // of the rows
    QList<QWidget *> revealers() const; // the buttons that make rows appear

Q_SIGNALS:
    void changed();
    void subjectChanged(const QString &subject);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        QLabel *label;
        QWidget *field;
    };
    RecipientsEdit *addRecipients(QLatin1StringView name, const QString &label);
    void addRow(const QString &label, QLatin1StringView name, QWidget *field, QWidget *besides = nullptr);
    QString labelOf(const QWidget *field) const;
    void setRowVisible(QWidget *field, bool on);
    bool isRowVisible(QWidget *field) const;
    void showFrom();
    QWidget *makeButtons();

    QGridLayout *m_grid;
    QList<Row> m_rows;
    IdentityBox *m_from;
    ElidedLabel *m_onlyFrom;
    RecipientsEdit *m_to, *m_cc, *m_bcc, *m_replyTo;
    QLineEdit *m_subject;
    QHash<QWidget *, QToolButton *> m_revealers;
};

} // namespace kw
