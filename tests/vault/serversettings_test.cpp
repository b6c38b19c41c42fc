#include "core/sync/access/serversettings.h"
#include "core/sync/checkup/examination.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class ServerSettingsTest : public QObject
{
    Q_OBJECT

    static AccountSettings pinned(const QString &receiving, const QString &sending)
    {
        AccountSettings account;
        account.key = u"work"_s;
        account.address = u"anna@example.org"_s;
        account.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"anna"_s};
        account.smtp = {u"smtp.example.org"_s, 465, ConnectionSecurity::Tls, u"anna"_s};
        account.pinnedCertificate = receiving;
        account.smtpPinnedCertificate = sending;
        return account;
    }

private Q_SLOTS:
    // Else a lost file would hand the connection back to the authorities, which the person did not trust
    // here.
    void a_pin_that_cannot_be_read_is_not_the_same_as_none()
    {
        QTemporaryDir folder;
        const AccountSettings account = pinned(u"gone.pem"_s, u"gone-too.pem"_s);
        QVERIFY(!linkSettings(account, folder.path()).pinnedCertificate.isEmpty());
        QVERIFY(!smtpSettings(account, folder.path()).pinnedCertificate.isEmpty());
        QVERIFY(!tlsTarget(account, ServerRole::Receiving, folder.path())->pinned.isEmpty());
        const DoctorSurroundings around
            = surroundingsOf(account, Paths::profile(folder.path()),
                             PasswordSource([]() -> Task<Result<QString>> { co_return QString(); }));
        QVERIFY(!around.imapPin.isEmpty());
        QVERIFY(!around.smtpPin.isEmpty());
    }

    void the_pin_of_one_server_is_not_the_others()
    {
        const QString pem = u"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"_s;
        QCOMPARE(linkSettings(pinned(pem, {}), {}).pinnedCertificate, pem.toUtf8());
        QVERIFY(smtpSettings(pinned(pem, {}), {}).pinnedCertificate.isEmpty());
        QVERIFY(linkSettings(pinned({}, pem), {}).pinnedCertificate.isEmpty());
        QCOMPARE(smtpSettings(pinned({}, pem), {}).pinnedCertificate, pem.toUtf8());
    }

    void what_is_not_encrypted_has_no_certificate_to_look_at()
    {
        AccountSettings account = pinned({}, {});
        account.imap.security = ConnectionSecurity::None;
        account.smtp.host.clear();
        QVERIFY(!tlsTarget(account, ServerRole::Receiving, {}));
        QVERIFY(!tlsTarget(account, ServerRole::Sending, {}));
    }
};

QTEST_GUILESS_MAIN(ServerSettingsTest)
#include "serversettings_test.moc"
