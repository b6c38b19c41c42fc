#include "tests/imap/contractfixture.h"

#include "core/imap/kimap/kimaplink.h"
#include "core/imap/threadedlink.h"
#include "tests/imap/silence.h"

#include <QRegularExpression>
#include <QTest>

namespace kw {

using namespace Qt::StringLiterals;

ContractFixture::~ContractFixture() = default;

void ContractFixture::addServers(Servers which)
{
    silenceKimap();
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("without");
    const QStringList whole;
    const QStringList noQresync{u"QRESYNC"_s};
    const QStringList all{u"QRESYNC"_s, u"CONDSTORE"_s, u"IDLE"_s, u"MOVE"_s, u"UIDPLUS"_s, u"ESEARCH"_s};
    QTest::newRow("dovecot") << u"dovecot"_s << whole;
    QTest::newRow("dovecot without QRESYNC") << u"dovecot"_s << noQresync;
    QTest::newRow("plain dovecot") << u"dovecot"_s << all;
    QTest::newRow("cyrus") << u"cyrus"_s << whole;
    QTest::newRow("plain cyrus") << u"cyrus"_s
                                 << QStringList{u"QRESYNC"_s, u"CONDSTORE"_s, u"MOVE"_s, u"UIDPLUS"_s};
    QTest::newRow("cyrus with dots") << u"cyrus"_s << QStringList{u"/"_s};
    if (which == Servers::Real)
        return;
    QTest::newRow("simulator") << u"simulator"_s << whole;
    QTest::newRow("simulator without QRESYNC") << u"simulator"_s << noQresync;
    QTest::newRow("plain simulator") << u"simulator"_s << all;
}

QString ContractFixture::begin()
{
    QFETCH_GLOBAL(QString, kind);
    QFETCH_GLOBAL(QStringList, without);
    const QString key = kind + without.join(u' ');
    if (!m_servers.contains(key)) {
        if (kind == "cyrus"_L1 && !hasCyrus())
            return u"KITTIWAKE_CYRUS must name the unpacked Cyrus; ./dev test sets it"_s;
        auto started = startServer(kind, without);
        if (!started)
            return started.error().text;
        m_servers[key] = std::move(*started);
    }
    m_server = m_servers[key].get();
    m_other.close();
    if (!m_other.open(m_server->port(), m_server->user.toUtf8(), m_server->password.toUtf8()))
        return m_other.lastError();
    return {};
}

LinkSettings ContractFixture::settings() const
{
    LinkSettings s;
    s.host = u"127.0.0.1"_s;
    s.port = m_server->port();
    s.security = Security::None;
    s.user = m_server->user;
    s.timeoutMs = 10'000;
    return s;
}

std::unique_ptr<ImapLink> ContractFixture::link(bool threaded)
{
    std::unique_ptr<ImapLink> made
        = threaded ? std::make_unique<ThreadedLink>([] { return makeKimapLink(); }) : makeKimapLink();
    m_features = wait(made->open(settings(), m_server->password));
    return made;
}

QByteArray ContractFixture::mail(int i)
{
    return "From: Anna Becker <anna@example.org>\r\nTo: ann@example.org\r\nSubject: Number "
        + QByteArray::number(i) + "\r\nDate: Tue, 14 Nov 2023 22:13:20 +0000\r\nMessage-ID: <"
        + QByteArray::number(i) + "@contract.example>\r\n\r\nBody " + QByteArray::number(i) + "\r\n";
}

QString ContractFixture::freshName()
{
    return u"Box%1"_s.arg(++m_folder);
}

QString ContractFixture::box(int n)
{
    const QString name = freshName();
    if (!m_other.command("CREATE " + name.toUtf8()))
        return {};
    for (int i = 1; i <= n; ++i) {
        if (!m_other.append(name.toUtf8(), mail(i)))
            return {};
    }
    return name;
}

QByteArray ContractFixture::told(const QString &path, const QByteArray &command)
{
    if (!m_other.command("EXAMINE \"" + path.toUtf8() + '"')
        || !m_other.command(command, bench::RawImap::Keep::Answer))
        return "?";
    return m_other.answer();
}

QStringList ContractFixture::subjects(const QString &path)
{
    static const QRegularExpression subject(u"Subject: ([^\\r\\n]*)"_s);
    const QString answer
        = QString::fromUtf8(told(path, "UID FETCH 1:* (UID BODY.PEEK[HEADER.FIELDS (SUBJECT)])"));
    QStringList found;
    for (auto it = subject.globalMatch(answer); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

bool ContractFixture::exists(const QString &path)
{
    return m_other.command("STATUS \"" + path.toUtf8() + "\" (MESSAGES)");
}

bool ContractFixture::is(QLatin1StringView kind) const
{
    return *static_cast<QString *>(QTest::qGlobalData("kind", QMetaType::QString)) == kind;
}

bool ContractFixture::isWithout(const QString &capability) const
{
    return static_cast<QStringList *>(QTest::qGlobalData("without", QMetaType::QStringList))
        ->contains(capability);
}

} // namespace kw
