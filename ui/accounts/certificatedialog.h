#pragma once

#include "core/sync/facade/certificates.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kw {

class Spinner;

// Looks at a server's certificate and says who it is, what is wrong with it and how to tell it from another;
// lets the person trust exactly this one for exactly this server. Not modal; deletes itself when closed. GUI
// thread.
class CertificateDialog : public QDialog
{
    Q_OBJECT
public:
    // The look begins at once, at the receiving server first; where its certificate is in order, the sending
    // server's is shown. ServerRole::Sending: only that. `certificates` must outlive the dialog.
    CertificateDialog(Certificates *certificates, const AccountSettings &settings, ServerRole role,
                      QWidget *parent = nullptr);

Q_SIGNALS:
    // The settings with another pin for that server, or with none where an authority vouches for it now.
    void trusted(const kw::AccountSettings &settings);

private:
    void build();
    void look();
    bool goesOn(const ShownCertificate &shown) const;
    void showWhat(const AccountSettings &settings, ServerRole role, const ShownCertificate &shown,
                  const Error &error);
    void showFacts(const ShownCertificate &shown);
    void showDecision(const ShownCertificate &shown);
    QString headline(ShownCertificate::Verdict verdict) const;
    QString explanation(const ShownCertificate &shown) const;
    void trust();

    const ServerSettings &server() const;
    QString &pin(AccountSettings &settings) const;
    QString pinned() const
    {
        return m_role == ServerRole::Receiving ? m_settings.pinnedCertificate
                                               : m_settings.smtpPinnedCertificate;
    }

    AccountSettings m_settings;
    Certificates *m_certificates;
    ServerRole m_role;
    ShownCertificate m_shown;
    Spinner *m_spinner;
    QLabel *m_headline;
    QLabel *m_text;
    QWidget *m_facts;
    QCheckBox *m_sure;
    QPushButton *m_trust;
};

// "AB:CD:…" in four lines of eight pairs, as people read it aloud.
QString fingerprintInGroups(const QString &fingerprint);

} // namespace kw
