#include "tests/app/ctlprocess.h"
#include "tests/setup/internet.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

using Type = QJsonValue::Type;

const Shape reportShape{{u"address"_s, {Type::String}},
                        {u"suggestion"_s, {Type::String, Type::Null}},
                        {u"problem"_s, {Type::String, Type::Null}},
                        {u"steps"_s, {Type::Array}},
                        {u"candidates"_s, {Type::Array}}};
const Shape stepShape{{u"source"_s, {Type::String}},
                      {u"title"_s, {Type::String}},
                      {u"state"_s, {Type::String}},
                      {u"text"_s, {Type::String}}};
const Shape candidateShape{{u"imap"_s, {Type::Object}},
                           {u"smtp"_s, {Type::Object, Type::Null}},
                           {u"trusted"_s, {Type::Bool}},
                           {u"provider"_s, {Type::String, Type::Null}},
                           {u"oauth"_s, {Type::String, Type::Null}},
                           {u"password"_s, {Type::Bool}},
                           {u"hint"_s, {Type::String, Type::Null}},
                           {u"also_from"_s, {Type::Array}}};
const Shape serverShape{{u"host"_s, {Type::String}},        {u"port"_s, {Type::Double}},
                        {u"security"_s, {Type::String}},    {u"user"_s, {Type::String}},
                        {u"source"_s, {Type::String}},      {u"from"_s, {Type::String}},
                        {u"state"_s, {Type::String}},       {u"problem"_s, {Type::String, Type::Null}},
                        {u"outside_domain"_s, {Type::Bool}}};

} // namespace

// kittiwakectl discover, as a process that is led to this test's own servers.
class CtlDiscoverTest : public QObject
{
    Q_OBJECT

    Internet m_net{{u"autoconfig.example.org"_s}};
    QTemporaryDir m_dir;

    void lead()
    {
        QJsonObject hosts;
        const LookupPlaces places = m_net.places();
        for (auto it = places.hosts.cbegin(); it != places.hosts.cend(); ++it)
            hosts.insert(it.key(), u"%1:%2"_s.arg(it->address).arg(it->port));
        const QJsonObject told{{u"nameserver"_s, u"127.0.0.1:%1"_s.arg(places.nameserverPort)},
                               {u"hosts"_s, hosts},
                               {u"authorities"_s, m_dir.filePath(u"authority.pem"_s)},
                               {u"step_ms"_s, 1500}};
        QFile file(m_dir.filePath(u"lookups.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(told).toJson());
        QFile authority(m_dir.filePath(u"authority.pem"_s));
        QVERIFY(authority.open(QIODevice::WriteOnly));
        authority.write(m_net.authority().certificate());
        qputenv("KITTIWAKE_LOOKUPS", file.fileName().toUtf8());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_net.addWebHost(u"autoconfig.example.org"_s);
        m_net.https().addPage("autoconfig.example.org/mail/config-v1.1.xml",
                              configPage("imap.example.org", "smtp.example.org"));
        m_net.addMailServers(u"imap.example.org"_s, u"smtp.example.org"_s);
        lead();
    }

    void every_candidate_and_step_is_told_as_documented()
    {
        const CtlRun run = runCtl({u"discover"_s, u"anna@example.org"_s, u"--json"_s});
        QCOMPARE(run.status, 0);
        const QJsonObject report = run.json();
        QCOMPARE(shapeProblem(report, reportShape), QString());
        QCOMPARE(report.value("steps"_L1).toArray().size(), 6);
        for (const QJsonValue step : report.value("steps"_L1).toArray())
            QCOMPARE(shapeProblem(step.toObject(), stepShape), QString());
        const QJsonObject best = report.value("candidates"_L1).toArray().first().toObject();
        QCOMPARE(shapeProblem(best, candidateShape), QString());
        QCOMPARE(shapeProblem(best.value("imap"_L1).toObject(), serverShape), QString());
        const QJsonObject imap = best.value("imap"_L1).toObject();
        QCOMPARE(imap.value("host"_L1).toString(), u"imap.example.org"_s);
        QCOMPARE(imap.value("security"_L1).toString(), u"tls"_s);
        QCOMPARE(imap.value("source"_L1).toString(), u"own-page"_s);
        QCOMPARE(imap.value("state"_L1).toString(), u"verified"_s);
        QVERIFY(best.value("trusted"_L1).toBool());
    }

    void people_get_tables()
    {
        const CtlRun run = runCtl({u"discover"_s, u"anna@example.org"_s});
        QCOMPARE(run.status, 0);
        const QString text = QString::fromUtf8(run.out);
        QVERIFY2(text.contains(u"imap.example.org:993"_s) && text.contains(u"your provider's own page"_s),
                 qPrintable(text));
    }

    void nothing_found_is_a_failure_with_a_sentence()
    {
        const CtlRun run = runCtl({u"discover"_s, u"anna@nowhere.example"_s, u"--json"_s});
        QCOMPARE(run.status, 1);
        QVERIFY(run.error.contains(u"nowhere.example"_s));
        QVERIFY(run.json().value("candidates"_L1).toArray().isEmpty());
    }

    void an_address_that_is_none_is_wrong_usage()
    {
        const CtlRun run = runCtl({u"discover"_s, u"nowhere.example"_s});
        QCOMPARE(run.status, 2);
        QVERIFY(run.error.contains(u"mail address"_s));
    }
};

QTEST_GUILESS_MAIN(CtlDiscoverTest)
#include "ctldiscover_test.moc"
