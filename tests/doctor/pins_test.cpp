#include "core/doctor/serverjudges.h"
#include "tests/support/testcertificates.h"

#include <QTest>

using namespace kw;
using namespace kw::doctor;
using namespace Qt::StringLiterals;

// What the doctor says about certificates is what the program does with them: with a pin only that
// certificate counts, and what can be forged counts for nothing.
class PinsTest : public QObject
{
    Q_OBJECT
    TestCertificates m_files;
    TestIdentity m_own;
    TestIdentity m_other;

    static constexpr qint64 Day = 86'400'000;
    static QSslCertificate parsed(const TestIdentity &who)
    {
        return QSslCertificate(who.certificate, QSsl::Pem);
    }
    static ServerSeen shows(const QList<QSslCertificate> &chain, const QList<QSslError::SslError> &errors)
    {
        ServerSeen seen;
        seen.tried = {{QHostAddress(u"192.0.2.1"_s), true, 3, {}}};
        seen.secured = true;
        seen.greetingMs = 1;
        seen.chain = chain;
        for (const auto error : errors)
            seen.errors.append(QSslError(error, chain.first()));
        return seen;
    }
    static ProbeTarget target(const QByteArray &pin)
    {
        return {ProbeTarget::Speech::Imap, u"nas.example.org"_s, 993, ConnectionSecurity::Tls, pin};
    }
    static Finding tls(const ProbeTarget &to, const ServerSeen &seen,
                       qint64 now = QDateTime::currentMSecsSinceEpoch())
    {
        return judgeTls(u"imap"_s, to, seen, now);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_own = m_files.make(u"own"_s, u"localhost"_s, {u"-days"_s, u"90"_s});
        m_other = m_files.make(u"other"_s, u"nas.example.org"_s, {u"-days"_s, u"90"_s});
        QVERIFY(!m_own.isEmpty() && !m_other.isEmpty());
    }

    void nothing_else_about_a_pinned_certificate_matters()
    {
        const auto seen
            = shows({parsed(m_own)}, {QSslError::SelfSignedCertificate, QSslError::HostNameMismatch});
        const ProbeTarget to = target(m_own.certificate);
        QVERIFY(mayBeTrusted(to, seen));
        QCOMPARE(tls(to, seen).state, FindingState::Good);
        QCOMPARE(tls(target({}), seen).state, FindingState::Bad);
        QVERIFY(!mayBeTrusted(target({}), seen));
    }

    void a_pinned_certificate_that_has_expired_still_works()
    {
        const auto seen = shows({parsed(m_own)}, {QSslError::CertificateExpired});
        const qint64 later = QDateTime::currentMSecsSinceEpoch() + 200 * Day;
        QVERIFY(mayBeTrusted(target(m_own.certificate), seen));
        QCOMPARE(tls(target(m_own.certificate), seen, later).state, FindingState::Good);
        // While it can still be renewed, somebody may want to know.
        const qint64 soon = QDateTime::currentMSecsSinceEpoch() + 80 * Day;
        QCOMPARE(tls(target(m_own.certificate), shows({parsed(m_own)}, {}), soon).state,
                 FindingState::Warning);
    }

    void a_pin_is_of_the_servers_own_certificate()
    {
        // The pinned one is shown, but as its issuer.
        const auto seen = shows({parsed(m_other), parsed(m_own)}, {QSslError::SelfSignedCertificateInChain});
        const Finding finding = tls(target(m_own.certificate), seen);
        QCOMPARE(finding.state, FindingState::Bad);
        QVERIFY2(finding.sentence.contains("pinned"_L1), qPrintable(finding.sentence));
        QVERIFY(!mayBeTrusted(target(m_own.certificate), seen));
    }

    void a_pin_that_cannot_be_read_matches_nothing()
    {
        const auto seen = shows({parsed(m_own)}, {QSslError::SelfSignedCertificate});
        QCOMPARE(tls(target("unreadable"), seen).state, FindingState::Bad);
        QVERIFY(!mayBeTrusted(target("unreadable"), seen));
    }

    void what_can_be_forged_is_red_whoever_vouches_for_it()
    {
        const TestIdentity weak = m_files.make(u"weak"_s, u"nas.example.org"_s, {u"-sha1"_s});
        QVERIFY(!weak.isEmpty());
        const auto seen = shows({parsed(weak)}, {});
        for (const QByteArray &pin : {QByteArray(), weak.certificate}) {
            const Finding finding = tls(target(pin), seen);
            QCOMPARE(finding.state, FindingState::Bad);
            QVERIFY2(finding.sentence.contains("SHA-1"_L1), qPrintable(finding.sentence));
            QVERIFY(!mayBeTrusted(target(pin), seen));
        }
    }
};

QTEST_GUILESS_MAIN(PinsTest)
#include "pins_test.moc"
