#include "core/doctor/doctor.h"
#include "core/imap/kimap/kimaplink.h"
#include "core/store/database.h"
#include "core/sync/checkup/cachelook.h"
#include "tests/imap/silence.h"
#include "tests/support/authority.h"
#include "tests/support/cachefiller.h"
#include "tests/support/nameserver.h"
#include "tests/support/processortime.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/talkserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimer>

using namespace kw;
using namespace Qt::StringLiterals;

// Whole examinations: what depends on what, and that they end.
class DoctorTest : public QObject
{
    Q_OBJECT

    using Findings = QHash<QString, Finding>;
    static Findings examine(const DoctorSurroundings &around, const Patient &patient)
    {
        Findings found;
        Doctor doctor(around, patient, [&found](const Finding &one) { found.insert(one.id, one); });
        QCoro::waitFor(doctor.run());
        for (const Finding &planned : doctor.plan()) {
            if (!found.contains(planned.id))
                qWarning("not told: %s", qPrintable(planned.id));
        }
        return found;
    }
    static AccountSettings account(quint16 imap, quint16 smtp,
                                   ConnectionSecurity security = ConnectionSecurity::Tls)
    {
        AccountSettings account;
        account.key = u"work"_s;
        account.address = u"ann@example.org"_s;
        account.imap = {u"127.0.0.1"_s, imap, security, u"ann"_s};
        account.smtp = {u"127.0.0.1"_s, smtp, security, u"ann"_s};
        return account;
    }
    static DoctorSurroundings around(const NameServer &names)
    {
        DoctorSurroundings around;
        around.nameserver = QHostAddress(QHostAddress::LocalHost);
        around.nameserverPort = names.port();
        around.httpsPort = 1;
        around.links = [](bool) { return makeKimapLink(); };
        around.secret = []() -> Task<Result<QString>> { co_return u"secret"_s; };
        around.smtpSignIn = [](QString, std::shared_ptr<doctor::Curfew>) -> Task<Result<void>> {
            co_return Result<void>{};
        };
        around.stepMs = 1500;
        return around;
    }

private Q_SLOTS:
    void initTestCase() { silenceKimap(); }

    void black_holes_everywhere_end_in_time_and_everything_is_told()
    {
        NameServer names;
        names.setMood(NameServer::Mood::Mute);
        Talk mute;
        mute.isMute = true;
        const TalkServer hole(mute);
        DoctorSurroundings here = around(names);
        here.httpsPort = hole.port();
        here.stepMs = 60'000; // nothing but the whole time ends it
        here.commandMs = 60'000;
        here.wholeMs = 2500;
        QElapsedTimer clock;
        clock.start();
        const Patient patient{account(hole.port(), hole.port()), u"example.org"_s};
        const auto found = examine(here, patient);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        const Doctor again(here, patient, [](const Finding &) { });
        for (const Finding &planned : again.plan())
            QVERIFY2(found.value(planned.id).state == FindingState::Unknown, qPrintable(planned.id));
    }

    void a_secret_that_never_comes_ends_in_time()
    {
        NameServer names;
        names.addMx("example.org", "mx.example.org");
        const ScriptedServer server(ScriptedServer::wellBehaved());
        DoctorSurroundings here = around(names);
        const Deferred<Result<QString>> never;
        here.secret = [never]() -> Task<Result<QString>> { co_return co_await never; };
        here.wholeMs = 2000;
        QElapsedTimer clock;
        clock.start();
        const auto found = examine(
            here, {account(server.port(), server.port(), ConnectionSecurity::None), u"example.org"_s});
        QVERIFY(clock.elapsed() < 5000);
        QCOMPARE(found.value(u"imap.reach"_s).state, FindingState::Good);
        QCOMPARE(found.value(u"imap.signin"_s).state, FindingState::Unknown);
        never.resolve(Error{ErrorKind::Cancelled, {}, {}});
    }

    void cancelling_ends_it_at_once_and_nothing_more_is_told()
    {
        NameServer names;
        names.setMood(NameServer::Mood::Mute);
        Talk mute;
        mute.isMute = true;
        const TalkServer hole(mute);
        int told = 0;
        Doctor doctor(around(names), {account(hole.port(), hole.port()), u"example.org"_s},
                      [&told](const Finding &) { ++told; });
        QTimer::singleShot(200, &doctor, &Doctor::cancel);
        QElapsedTimer clock;
        clock.start();
        QCoro::waitFor(doctor.run());
        QVERIFY(clock.elapsed() < (SlowerHere > 1 ? 4000 : 1200));
        QCOMPARE(told, 0);
    }

    void no_password_goes_to_a_server_that_cannot_be_trusted()
    {
        NameServer names;
        names.addMx("example.org", "mx.example.org");
        TestAuthority stranger;
        const TalkServer imap(imapTalk(stranger.issue({u"127.0.0.1"_s})));
        const TalkServer smtp(smtpTalk(stranger.issue({u"127.0.0.1"_s})));
        DoctorSurroundings here = around(names);
        bool asked = false;
        here.secret = [&asked]() -> Task<Result<QString>> {
            asked = true;
            co_return u"secret"_s;
        };
        const auto found = examine(here, {account(imap.port(), smtp.port()), u"example.org"_s});
        QVERIFY(!asked);
        QCOMPARE(found.value(u"imap.tls"_s).state, FindingState::Bad);
        QCOMPARE(found.value(u"imap.signin"_s).state, FindingState::Skipped);
        QCOMPARE(found.value(u"smtp.signin"_s).state, FindingState::Skipped);
        QVERIFY(!imap.received().contains("secret") && !smtp.received().contains("secret"));
    }

    void a_pinned_account_is_examined_to_the_end()
    {
        NameServer names;
        names.addMx("example.org", "mx.example.org");
        TestAuthority authority;
        const TestIdentity own = authority.selfSigned(u"127.0.0.1"_s);
        Script script = ScriptedServer::wellBehaved();
        script.certificate = own.certificate;
        script.key = own.key;
        const ScriptedServer server(script);
        const TalkServer smtp(smtpTalk(own));
        DoctorSurroundings here = around(names);
        here.stepMs = 5000;
        here.imapPin = own.certificate;
        here.smtpPin = own.certificate;
        const auto found = examine(here, {account(server.port(), smtp.port()), u"example.org"_s});
        for (const QString &id :
             {u"imap.tls"_s, u"smtp.tls"_s, u"imap.signin"_s, u"smtp.signin"_s, u"imap.idle"_s})
            QVERIFY2(found.value(id).state == FindingState::Good,
                     qPrintable(id + u": "_s + found.value(id).sentence));
    }

    void a_domain_alone_is_examined_by_what_it_announces()
    {
        NameServer names;
        TestAuthority authority;
        const TestIdentity identity = authority.issue({u"mail.example.org"_s}, {u"-days"_s, u"60"_s});
        const TalkServer imap(imapTalk(identity));
        const TalkServer smtp(smtpTalk(identity, false));
        names.addMx("example.org", "mail.example.org");
        names.addSrv("_imaps._tcp.example.org", "mail.example.org", imap.port());
        names.addSrv("_submission._tcp.example.org", "mail.example.org", smtp.port());
        names.addAddress("mail.example.org", QHostAddress(QHostAddress::LocalHost));
        DoctorSurroundings here = around(names);
        here.links = {};
        here.secret = {};
        here.smtpSignIn = {};
        here.stepMs = 5000;
        here.authorities = {QSslCertificate(authority.certificate(), QSsl::Pem)};
        const auto found = examine(here, {std::nullopt, u"example.org"_s});
        QVERIFY(!found.contains(u"imap.signin"_s));
        for (const QString &id : {u"imap.reach"_s, u"imap.tls"_s, u"smtp.reach"_s, u"smtp.tls"_s})
            QVERIFY2(
                found.value(id).state == FindingState::Good,
                qPrintable(id + u": "_s + found.value(id).sentence + found.value(id).details.join(u'\n')));
    }

    void a_domain_without_mail_servers_has_none_to_be_examined()
    {
        NameServer names;
        names.addMx("example.org", "mx.example.net");
        DoctorSurroundings here = around(names);
        here.links = {};
        const auto found = examine(here, {std::nullopt, u"example.org"_s});
        QCOMPARE(found.value(u"imap.reach"_s).state, FindingState::Unknown);
        QCOMPARE(found.value(u"dns.mx"_s).state, FindingState::Good);
        // Nobody but the name server was asked, and only about this domain.
        for (const QString &name : names.questions())
            QVERIFY2(name.endsWith("example.org"_L1), qPrintable(name));
    }

    void the_cache_is_judged_by_its_facts()
    {
        const qint64 now = 1'800'000'000'000;
        CacheFacts facts;
        QCOMPARE(judgeCache(facts, now).state, FindingState::Unknown); // nothing here yet
        facts.exists = true;
        QCOMPARE(judgeCache(facts, now).state, FindingState::Warning); // never proven
        facts.provenAt = now - 60'000;
        QCOMPARE(judgeCache(facts, now).state, FindingState::Good);
        QCOMPARE(judgeCache(facts, now + 3LL * 86'400'000).state, FindingState::Warning);
        facts.paused = true;
        QCOMPARE(judgeCache(facts, now).state, FindingState::Warning);
        facts.damage = u"row 3 missing from index"_s;
        QCOMPARE(judgeCache(facts, now).state, FindingState::Bad);
        QCOMPARE(judgeChanges({}).state, FindingState::Good);
        facts.waiting = 3;
        QCOMPARE(judgeChanges(facts).state, FindingState::Good);
        facts.refused = 1;
        QCOMPARE(judgeChanges(facts).state, FindingState::Warning);
        QCOMPARE(judgeChanges(facts).remedy, Remedy::ShowChanges);
    }

    void a_real_cache_is_read_beside_whoever_uses_it()
    {
        QTemporaryDir dir;
        QVERIFY(test::fillCache(dir.path(), 1, 500, 7));
        const auto open = Database::open(dir.path(), Database::Mode::ReadWrite);
        QVERIFY(open);
        const auto facts = QCoro::waitFor(lookAtCache(dir.path(), u"account1"_s, false));
        QVERIFY(facts);
        QVERIFY(facts->exists && facts->checkedWhole);
        QVERIFY2(facts->damage.isEmpty(), qPrintable(facts->damage));
        const auto none = QCoro::waitFor(lookAtCache(dir.path(), u"nobody"_s, false));
        QVERIFY(none && !none->exists);
    }

    void a_damaged_cache_is_found()
    {
        QTemporaryDir dir;
        QVERIFY(test::fillCache(dir.path(), 1, 3000, 7));
        QFile file(dir.filePath(u"cache.db"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 at = file.size() / 3; at < file.size() * 2 / 3; at += 4096) {
            file.seek(at + 20);
            file.write(QByteArray(300, '\xa5'));
        }
        file.close();
        const auto facts = readCacheFacts(dir.path(), u"account1"_s, false);
        QVERIFY(!facts || !facts->damage.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DoctorTest)
#include "doctor_test.moc"
