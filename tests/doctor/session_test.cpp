#include "core/doctor/doctor.h"
#include "core/imap/kimap/kimaplink.h"
#include "core/sync/folder/folderroles.h"
#include "tests/imap/scripted.h"
#include "tests/imap/testserver.h"
#include "tests/support/faultproxy.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kw;
using namespace kw::doctor;
using namespace Qt::StringLiterals;

// What a signed-in session tells: a real Dovecot, and scripts for what that does not do.
class SessionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_dovecot;

    static DoctorSurroundings around(const QString &password, int commandMs = 5000)
    {
        DoctorSurroundings around;
        around.links = [](bool) { return makeKimapLink(); };
        around.secret = [password]() -> Task<Result<QString>> { co_return password; };
        around.assignRoles = [](QList<ListedFolder> folders) { return withRoles(std::move(folders)); };
        around.commandMs = commandMs;
        return around;
    }
    static LinkSettings settings(quint16 port, int timeoutMs = 5000)
    {
        return scripted::settings(port, timeoutMs);
    }
    using Findings = QHash<QString, Finding>;
    static Findings examine(const DoctorSurroundings &around, const LinkSettings &settings)
    {
        Findings found;
        SessionExam exam(around, std::make_shared<Curfew>(), settings,
                         [&found](const Finding &one) { found.insert(one.id, one); });
        QCoro::waitFor(exam.run());
        return found;
    }
    static ListedFolder folder(const QString &path, FolderRole role = FolderRole::None)
    {
        ListedFolder one;
        one.path = path;
        one.separator = u'/';
        one.role = role;
        return one;
    }
    static Finding folders(const QList<ListedFolder> &listed)
    {
        return judgeFolders(listed, [](QList<ListedFolder> all) { return withRoles(std::move(all)); });
    }
    static FindingState filled(quint64 used, quint64 limit)
    {
        return judgeQuota(QList<QuotaResource>{{u""_s, u"STORAGE"_s, used, limit}}).state;
    }

private Q_SLOTS:
    void initTestCase()
    {
        silenceKimap();
        auto started = startServer(u"dovecot"_s, {});
        QVERIFY2(started, started ? "" : qPrintable(started.error().text));
        m_dovecot = std::move(*started);
    }

    void a_real_server_is_examined_without_changing_anything()
    {
        const auto found = examine(around(m_dovecot->password), settings(m_dovecot->port()));
        QCOMPARE(found.value(u"imap.signin"_s).state, FindingState::Good);
        QCOMPARE(found.value(u"imap.features"_s).state, FindingState::Good);
        const Finding idle = found.value(u"imap.idle"_s);
        QVERIFY2(idle.state == FindingState::Good, qPrintable(idle.sentence + idle.details.join(u' ')));
        QCOMPARE(idle.details.size(), 2); // both times are told
        QCOMPARE(found.value(u"imap.folders"_s).state, FindingState::Warning); // it has no Drafts and no Junk
        QCOMPARE(found.value(u"imap.folders"_s).remedy, Remedy::ChooseFolders);
        QVERIFY(found.contains(u"imap.quota"_s));
    }

    void a_wrong_password_is_red_and_the_rest_is_skipped()
    {
        const auto found = examine(around(u"wrong"_s), settings(m_dovecot->port()));
        QCOMPARE(found.value(u"imap.signin"_s).state, FindingState::Bad);
        QCOMPARE(found.value(u"imap.signin"_s).remedy, Remedy::EnterPassword);
        for (const QString &id : {u"imap.features"_s, u"imap.idle"_s, u"imap.folders"_s, u"imap.quota"_s})
            QCOMPARE(found.value(id).state, FindingState::Skipped);
    }

    void an_account_of_the_browser_is_told_to_sign_in_again()
    {
        const Finding finding = judgeSignIn(u"imap"_s, Error{ErrorKind::Auth, u"refused"_s, {}}, 5, true);
        QCOMPARE(finding.remedy, Remedy::SignInAgain);
        QCOMPARE(judgeSignIn(u"imap"_s, Result<void>{}, 7000, false).state, FindingState::Warning); // slow
        const Error noKeyring{ErrorKind::Unsupported, u"x"_s, u"secrets-no-keyring"_s};
        QCOMPARE(judgeSignIn(u"smtp"_s, noKeyring, 0, false).state, FindingState::Unknown);
    }

    void a_server_that_takes_neither_passwords_nor_tokens_is_red()
    {
        const Finding finding
            = judgeSignIn(u"smtp"_s, Error{ErrorKind::Unsupported, u"no way in"_s, {}}, 0, false);
        QCOMPARE(finding.state, FindingState::Bad);
        QCOMPARE(finding.remedy, Remedy::EditServers);
    }

    void a_server_without_idle_is_amber()
    {
        Script script = scripted::with("CAPABILITY",
                                       "* CAPABILITY IMAP4rev1 ENABLE QRESYNC CONDSTORE\r\n%T OK done\r\n");
        const ScriptedServer server(script);
        const auto found = examine(around(u"secret"_s), settings(server.port()));
        QCOMPARE(found.value(u"imap.features"_s).state, FindingState::Warning);
        QCOMPARE(found.value(u"imap.idle"_s).state, FindingState::Warning);
    }

    void a_server_that_promises_idle_and_does_not_answer_it_is_red()
    {
        const ScriptedServer server(scripted::with("IDLE", ""));
        QElapsedTimer clock;
        clock.start();
        const auto found = examine(around(u"secret"_s), settings(server.port(), 1500));
        QVERIFY(clock.elapsed() < 15'000);
        QCOMPARE(found.value(u"imap.signin"_s).state, FindingState::Good);
        QCOMPARE(found.value(u"imap.idle"_s).state, FindingState::Bad);
    }

    void a_slow_server_is_amber()
    {
        ServerFeatures features;
        features.idle = true;
        SessionSeen seen;
        seen.idleMs = 4000;
        seen.roundTripMs = 20;
        QCOMPARE(judgeIdle(features, Result<void>{}, seen).state, FindingState::Warning);
    }

    void folders_are_fine_when_each_role_has_one()
    {
        QList<ListedFolder> all{
            folder(u"INBOX"_s),   folder(u"Entwürfe"_s), folder(u"Sent"_s, FolderRole::Sent),
            folder(u"Archive"_s), folder(u"Trash"_s),    folder(u"Spam"_s)};
        QCOMPARE(folders(all).state, FindingState::Good);
        all.append(folder(u"Gesendete Objekte"_s));
        const Finding twice = folders(all);
        QCOMPARE(twice.state, FindingState::Warning);
        QVERIFY(twice.sentence.contains("Sent"_L1));
        QVERIFY(shownText(twice.details.join(u'\n')).contains("Gesendete Objekte"_L1));
        all.removeFirst();
        QCOMPARE(folders(all).state, FindingState::Bad); // no inbox
        QCOMPARE(folders({folder(u"INBOX"_s)}).state, FindingState::Warning);
    }

    void room_is_amber_from_ninety_and_red_from_ninety_eight_per_cent()
    {
        QCOMPARE(filled(899, 1000), FindingState::Good);
        QCOMPARE(filled(900, 1000), FindingState::Warning);
        QCOMPARE(filled(979, 1000), FindingState::Warning);
        QCOMPARE(filled(980, 1000), FindingState::Bad);
        QCOMPARE(filled(2000, 1000), FindingState::Bad);
        QCOMPARE(filled(5, 0), FindingState::Unknown);
        QCOMPARE(filled(~0ULL, ~0ULL), FindingState::Bad); // a liar's numbers
        QCOMPARE(judgeQuota(QList<QuotaResource>{}).state, FindingState::Unknown);
        QCOMPARE(judgeQuota(Error{ErrorKind::Unsupported, u"none"_s, {}}).state, FindingState::Unknown);
        QCOMPARE(judgeQuota(QList<QuotaResource>{{{}, u"STORAGE"_s, 950, 1000}}).remedy, Remedy::CleanUp);
        // The fullest counts.
        QCOMPARE(
            judgeQuota(QList<QuotaResource>{{{}, u"STORAGE"_s, 1, 1000}, {{}, u"MESSAGE"_s, 99, 100}}).state,
            FindingState::Bad);
    }

    void the_secret_is_asked_for_once()
    {
        AccountSettings account;
        account.key = u"a"_s;
        account.address = u"ann@localhost"_s;
        account.imap = {u"127.0.0.1"_s, m_dovecot->port(), ConnectionSecurity::None, u"ann"_s};
        account.smtp = account.imap; // an IMAP greeting: nobody signs in there
        int asked = 0;
        DoctorSurroundings here = around(m_dovecot->password);
        here.secret = [&asked, this]() -> Task<Result<QString>> {
            ++asked;
            co_return m_dovecot->password;
        };
        int signedIn = 0;
        here.smtpSignIn = [&signedIn](QString, std::shared_ptr<Curfew>) -> Task<Result<void>> {
            ++signedIn;
            co_return Result<void>{};
        };
        Findings found;
        Doctor doctor(here, {account, u"localhost"_s},
                      [&found](const Finding &one) { found.insert(one.id, one); });
        QCoro::waitFor(doctor.run());
        QCOMPARE(asked, 1);
        for (const Finding &planned : doctor.plan())
            QVERIFY2(found.contains(planned.id), qPrintable(planned.id));
        QCOMPARE(found.size(), doctor.plan().size());
        QCOMPARE(found.value(u"smtp.reach"_s).state, FindingState::Bad);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
