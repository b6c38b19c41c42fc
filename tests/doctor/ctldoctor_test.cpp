#include "tests/app/ctlprocess.h"
#include "tests/support/authority.h"
#include "tests/support/nameserver.h"
#include "tests/support/talkserver.h"

#include "app/demo/demoserver.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace kw;

// kittiwakectl doctor as a process, on the demo's private Dovecot and a name server of our own.
class CtlDoctorTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoServer> m_demo;
    NameServer m_names;
    AccountSettings m_account;

    CtlRun doctor(const QStringList &arguments, const QString &profile = {}) const
    {
        return runCtl(QStringList{u"--profile"_s, profile.isEmpty() ? m_demo->profileDir() : profile,
                                  u"doctor"_s, u"--nameserver"_s, u"127.0.0.1:%1"_s.arg(m_names.port())}
                          + arguments,
                      60'000);
    }
    static QHash<QString, QJsonObject> byId(const CtlRun &run)
    {
        QHash<QString, QJsonObject> all;
        for (const auto &one : run.json().value("findings"_L1).toArray())
            all.insert(one.toObject().value("id"_L1).toString(), one.toObject());
        return all;
    }
    static QString stateOf(const CtlRun &run, const QString &id)
    {
        return byId(run).value(id).value("state"_L1).toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto demo = DemoServer::start(1'750'000'000);
        QVERIFY2(bool(demo), demo ? "" : qPrintable(demo.error().text));
        m_demo = *std::move(demo);
        m_account = AccountFile::load(Paths::profile(m_demo->profileDir()).accountsIni()).accounts.first();
        const QByteArray domain = m_account.address.section(u'@', 1).toLatin1();
        m_names.addMx(domain, "mx." + domain);
        m_names.addText(domain, "v=spf1 mx -all");
        m_names.addText("_dmarc." + domain, "v=DMARC1; p=reject");
    }

    void an_account_is_examined_and_told_as_documented()
    {
        const auto run = doctor({m_account.key, u"--json"_s});
        QVERIFY2(run.status == 0, qPrintable(run.error + QString::fromUtf8(run.out)));
        const Shape whole{{u"examined"_s, {QJsonValue::String}},
                          {u"kind"_s, {QJsonValue::String}},
                          {u"findings"_s, {QJsonValue::Array}},
                          {u"bad"_s, {QJsonValue::Double}},
                          {u"warnings"_s, {QJsonValue::Double}}};
        QCOMPARE(shapeProblem(run.json(), whole), QString());
        const Shape one{{u"id"_s, {QJsonValue::String}},
                        {u"title"_s, {QJsonValue::String}},
                        {u"state"_s, {QJsonValue::String}},
                        {u"sentence"_s, {QJsonValue::String}},
                        {u"advice"_s, {QJsonValue::String, QJsonValue::Null}},
                        {u"details"_s, {QJsonValue::Array}},
                        {u"ms"_s, {QJsonValue::Double}}};
        for (const auto &finding : run.json().value("findings"_L1).toArray())
            QCOMPARE(shapeProblem(finding.toObject(), one), QString());
        for (const QString &id : {u"dns.mx"_s, u"dns.spf"_s, u"dns.dmarc"_s, u"imap.reach"_s, u"imap.tls"_s,
                                  u"imap.signin"_s, u"imap.features"_s, u"imap.idle"_s})
            QCOMPARE(stateOf(run, id), u"good"_s);
        QCOMPARE(stateOf(run, u"dns.dkim"_s), u"unknown"_s);
    }

    void for_people_it_is_told_line_by_line()
    {
        const auto run = doctor({m_account.address.toUpper()});
        QCOMPARE(run.status, 0);
        const QString text = QString::fromUtf8(run.out);
        QVERIFY(text.contains("Signing in works."_L1));
        QVERIFY(!text.contains(QChar(0x2068)) && !text.contains(QChar::ReplacementCharacter));
    }

    void it_works_beside_whoever_has_the_profile()
    {
        const Paths paths = Paths::profile(m_demo->profileDir());
        const auto held = Database::open(paths.cache, Database::Mode::ReadWrite);
        QVERIFY(held);
        const auto run = doctor({m_account.key, u"--json"_s});
        QCOMPARE(run.status, 0);
        QVERIFY(!stateOf(run, u"computer.cache"_s).isEmpty());
    }

    void a_wrong_password_is_status_1()
    {
        QTemporaryDir dir;
        const Paths paths = Paths::profile(dir.path());
        QVERIFY(paths.create());
        AccountSettings wrong = m_account;
        wrong.passwordCommand = u"echo wrong"_s;
        QVERIFY(AccountFile::save(paths.accountsIni(), {wrong}));
        const auto run = doctor({wrong.key, u"--json"_s}, dir.path());
        QCOMPARE(run.status, 1);
        QCOMPARE(stateOf(run, u"imap.signin"_s), u"bad"_s);
        QCOMPARE(stateOf(run, u"imap.idle"_s), u"skipped"_s);
    }

    void a_domain_needs_no_profile_and_no_password()
    {
        QTemporaryDir dir;
        const QString nowhere = dir.filePath(u"nothing"_s);
        TalkServer imap(imapTalk(TestAuthority().selfSigned(u"mail.example.org"_s)));
        m_names.addMx("example.org", "mail.example.org");
        m_names.addSrv("_imaps._tcp.example.org", "mail.example.org", imap.port());
        m_names.addAddress("mail.example.org", QHostAddress(QHostAddress::LocalHost));
        const auto run = doctor({u"someone@example.org"_s, u"--json"_s}, nowhere);
        QCOMPARE(run.status, 1);
        QCOMPARE(stateOf(run, u"imap.reach"_s), u"good"_s);
        QCOMPARE(stateOf(run, u"imap.tls"_s), u"bad"_s); // signed by itself
        QVERIFY(!byId(run).contains(u"imap.signin"_s));
        QVERIFY(!QFileInfo::exists(nowhere));
    }

    void a_redacted_report_names_nobody()
    {
        for (const QStringList &more : {QStringList{}, QStringList{u"--json"_s}}) {
            const auto run = doctor(QStringList{m_account.key, u"--redacted"_s} + more);
            const QString text = QString::fromUtf8(run.out);
            QVERIFY(text.size() > 500);
            for (const QString &secret : {m_account.address, m_account.address.section(u'@', 1),
                                          m_account.address.section(u'@', 0, 0), m_account.imap.user}) {
                // As a word of its own: "work" may be a part of others.
                const QRegularExpression word(u"\\b%1\\b"_s.arg(QRegularExpression::escape(secret)),
                                              QRegularExpression::CaseInsensitiveOption);
                QVERIFY2(!text.contains(word), qPrintable(secret + u" in "_s + text));
            }
        }
    }

    void what_is_neither_is_refused()
    {
        QCOMPARE(doctor({u"nobody"_s}).status, 1);
        const auto bad = runCtl({u"doctor"_s, u"example.org"_s, u"--nameserver"_s, u"not an address"_s});
        QCOMPARE(bad.status, 2);
        QVERIFY(bad.error.contains("name server"_L1));
    }
};

QTEST_GUILESS_MAIN(CtlDoctorTest)
#include "ctldoctor_test.moc"
