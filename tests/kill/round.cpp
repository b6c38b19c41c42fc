#include "tests/kill/round.h"

#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "tests/bench/server/rawimap.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QThread>

using namespace Qt::StringLiterals;

namespace kw::killing {

namespace {

QByteArray textOf(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "From: Bo <bo@example.org>\r\nTo: ann@example.org\r\nSubject: Message " + n
        + "\r\nDate: Mon, 02 Jun 2025 10:" + n.rightJustified(2, '0') + ":00 +0000\r\nMessage-ID: <kill-" + n
        + "@example.org>\r\n\r\nThis is message " + n + ".\r\n";
}

QString difference(const QStringList &wanted, const QStringList &found)
{
    QStringList text;
    QStringList rest = found;
    for (const QString &line : wanted) {
        if (!rest.removeOne(line))
            text.append(u"missing “%1”"_s.arg(line));
    }
    for (const QString &line : std::as_const(rest))
        text.append(u"unexpected “%1”"_s.arg(line));
    return text.join(u", "_s);
}

} // namespace

Round::Round(TestServer &server, quint32 seed, int deeds)
    : m_server(server)
    , m_seed(seed)
    , m_deeds(deeds)
    , m_user("u" + QByteArray::number(seed))
    , m_rng(seed)
    , m_proxy(server.port())
    , m_program(m_dir.path())
{
}

void Round::tell(const QString &line)
{
    m_story.append(QDateTime::currentDateTime().toString(u"mm:ss.zzz "_s) + line);
}

QString Round::run()
{
    ++m_tally.rounds;
    for (const auto part : {&Round::prepare, &Round::live, &Round::settle, &Round::compare}) {
        if (const QString broken = (this->*part)(); !broken.isEmpty())
            return broken;
    }
    return {};
}

QString Round::runOffline(int undos)
{
    ++m_tally.rounds;
    if (const QString broken = prepare(); !broken.isEmpty())
        return broken;
    const quint64 traffic = m_proxy.toServer();
    for (int i = 0; i < m_deeds + undos; ++i) {
        if (i == m_deeds) {
            if (const QString broken = die({}); !broken.isEmpty())
                return broken;
        }
        const Deed deed = i < m_deeds ? anyDeed(m_now, m_rng, &m_lastKey) : undoing();
        tell(deed.order.simplified());
        m_program.send(deed.order);
        if (const QString broken = concluded(deed); !broken.isEmpty())
            return broken;
    }
    if (m_tally.undone < undos)
        return u"only %1 of %2 were undone"_s.arg(m_tally.undone).arg(undos);
    if (m_proxy.toServer() != traffic)
        return u"the server heard of it"_s;
    const QString settled = settle();
    return settled.isEmpty() ? compare() : settled;
}

QString Round::prepare()
{
    bench::RawImap client;
    if (!client.open(m_server.port(), m_user, m_server.password.toUtf8()))
        return u"no sign-in: "_s + client.lastError();
    m_now.folders = {u"INBOX"_s, u"Sent"_s, u"Archive"_s, u"Trash"_s, u"Lists"_s};
    client.command("CREATE Lists");
    client.command("SUBSCRIBE Lists");
    for (int number = 1; number <= 16; ++number) {
        const QString folder = number <= 9 ? u"INBOX"_s
            : number <= 12                 ? u"Lists"_s
            : number <= 14                 ? u"Archive"_s
                                           : u"Trash"_s;
        const bool seen = below(m_rng, 2);
        if (!client.append(folder.toLatin1(), textOf(number), seen ? "\\Seen" : ""))
            return u"no append: "_s + client.lastError();
        m_now.mails[++m_lastKey] = {number, folder, seen ? Words{"\\seen"} : Words{}};
    }
    const Paths paths = Paths::profile(m_dir.path());
    AccountSettings account;
    account.key = u"ann"_s;
    account.address = u"ann@example.org"_s;
    account.imap = {u"127.0.0.1"_s, m_proxy.port(), ConnectionSecurity::None, QString::fromLatin1(m_user)};
    account.passwordCommand = u"echo "_s + m_server.password;
    if (!paths.create() || !AccountFile::save(paths.accountsIni(), {account}))
        return u"no profile"_s;
    if (const QString down = m_program.start(); !down.isEmpty())
        return down;
    m_program.send(u"sync"_s);
    const auto synced = m_program.answer(60'000);
    if (!synced || synced->value(0) != "synced"_L1 || !synced->value(1).isEmpty())
        return u"the first sync failed: "_s + synced.value_or(QStringList()).join(u' ');
    for (int i = 0; i < 3; ++i) { // texts of a few are here
        const Mail &mail = m_now.mails[1 + below(m_rng, 16)];
        m_program.send(u"open\t%1\t%2"_s.arg(mail.folder).arg(mail.number));
        const auto opened = m_program.answer(60'000);
        if (!opened || opened->value(0) != "opened"_L1)
            return u"message %1 does not open: %2"_s.arg(mail.number)
                .arg(opened ? opened->join(u' ') : u"no answer"_s);
    }
    return {};
}

QString Round::live()
{
    for (int i = 0; i < m_deeds; ++i) {
        if (!m_syncing && below(m_rng, 4) == 0) {
            if (below(m_rng, 3) > 0)
                armFault();
            m_program.send(u"sync"_s);
            m_syncing = true;
            ++m_tally.syncs;
            tell(u"sync"_s);
        }
        if (const QString broken = act(); !broken.isEmpty())
            return broken;
        if (m_syncing && below(m_rng, 3) == 0)
            waitForTraffic();
        if (below(m_rng, 3) == 0)
            healNetwork();
        if (below(m_rng, 12) == 0) {
            if (const QString broken = die({}); !broken.isEmpty())
                return broken;
        }
    }
    return {};
}

// The network's faults come in the way of the sync that follows.
void Round::armFault()
{
    const int octets = 1 << below(m_rng, 14);
    switch (below(m_rng, 4)) {
    case 0:
        m_proxy.cutAfter(octets + below(m_rng, octets));
        ++m_tally.cuts;
        return tell(u"cut after %1… octets from the server"_s.arg(octets));
    case 1:
        m_proxy.cutAfterSent((octets + below(m_rng, octets)) / 16);
        ++m_tally.cuts;
        return tell(u"cut after %1… octets to the server"_s.arg(octets / 16));
    case 2:
        m_proxy.setDelay(1 + below(m_rng, 8));
        ++m_tally.delays;
        return tell(u"delay"_s);
    default:
        m_proxy.setBlackHole(true);
        m_blackHole = true;
        ++m_tally.blackHoles;
        return tell(u"black hole"_s);
    }
}

void Round::healNetwork()
{
    m_proxy.cutAfter(-1);
    m_proxy.cutAfterSent(-1);
    m_proxy.setDelay(0);
    if (m_blackHole && below(m_rng, 2))
        m_proxy.cutAll();
    m_proxy.setBlackHole(false);
    m_blackHole = false;
}

Deed Round::undoing() const
{
    Deed deed{u"undo"_s, m_steps.last().before, {}, true};
    return deed;
}

// The person sees the truth: at any moment, sync or no sync, what was acknowledged and nothing else.
QString Round::look()
{
    m_program.send(u"list"_s);
    const auto shown = answer(30'000);
    if (!shown)
        return u"no list "_s + m_program.said();
    QStringList wanted = m_now.lines();
    wanted.removeIf([](const QString &line) { return line.startsWith("folder "_L1); });
    const QString differs = difference(wanted, shown->mid(1));
    return differs.isEmpty() ? differs : u"it shows: "_s + differs;
}

QString Round::act()
{
    const Deed deed
        = !m_steps.isEmpty() && below(m_rng, 8) == 0 ? undoing() : anyDeed(m_now, m_rng, &m_lastKey);
    tell(deed.order.simplified());
    m_program.send(deed.order);
    if (below(m_rng, 14) == 0) {
        QThread::usleep(1ul << below(m_rng, 12)); // any moment in the middle of it
        return die(deed);
    }
    const QString broken = concluded(deed);
    return broken.isEmpty() ? look() : broken;
}

QString Round::concluded(const Deed &deed)
{
    if (!m_program.isAlive())
        return u"the program is gone: "_s + m_program.said();
    const auto told = answer(30'000);
    if (!told)
        return u"no answer to “%1” %2"_s.arg(deed.order, m_program.said());
    return concluded(deed, *told);
}

QString Round::concluded(const Deed &deed, const QStringList &told)
{
    if (told.value(0) == "miss"_L1)
        return u"the program does not show what it had acknowledged: "_s + told.value(1);
    if (told.value(0) == "no"_L1) {
        tell(u"  no: "_s + told.value(1));
        return {};
    }
    const qint64 action = told.value(1).toLongLong();
    if (deed.isUndo && action != m_steps.last().action)
        return u"undo took back action %1, the newest is %2"_s.arg(action).arg(m_steps.last().action);
    accept(deed, action, told.value(2).toInt(), told.value(3) == "1"_L1);
    return {};
}

void Round::accept(const Deed &deed, qint64 action, int count, bool lost)
{
    ++m_tally.deeds;
    if (deed.isUndo) {
        ++m_tally.undone;
        const Step step = m_steps.takeLast();
        m_now = step.before;
        if (lost) {
            forget(step.expunged);
            m_lostForGood.insert(action);
        }
        return tell(lost ? u"  undone, but lost"_s : u"  undone %1"_s.arg(action));
    }
    if (action == 0) {
        tell(u"  nothing to do"_s);
        return;
    }
    tell(u"  action %1, %2 messages"_s.arg(action).arg(count));
    m_steps.append({action, m_now, deed.expunged});
    m_now = deed.after;
    m_lastAction = std::max(m_lastAction, action);
}

void Round::forget(const QList<int> &keys)
{
    for (const int key : keys) {
        m_now.mails.erase(key);
        for (Step &step : m_steps)
            step.before.mails.erase(key);
    }
}

// Any moment of the traffic of this sync.
void Round::waitForTraffic()
{
    const auto traffic = [this] { return m_proxy.fromServer() + m_proxy.toServer(); };
    const quint64 until = traffic() + (1u << below(m_rng, 14));
    const QDeadlineTimer patience(60);
    while (traffic() < until && !patience.hasExpired())
        QThread::usleep(100);
}

QString Round::die(const std::optional<Deed> &unanswered)
{
    if (m_syncing && below(m_rng, 2))
        waitForTraffic();
    m_program.kill();
    ++m_tally.kills;
    tell(u"kill -9"_s);
    std::optional<Deed> open = unanswered;
    while (const auto told = answer(0)) { // written before it died
        if (!open)
            return u"an answer too many: "_s + told->join(u' ');
        if (const QString broken = concluded(*open, *told); !broken.isEmpty())
            return broken;
        open.reset();
    }
    m_syncing = false;
    healNetwork();
    return comeUp(open);
}

// The action log tells whether what was not acknowledged has happened; whether it has happened wholly, the
// server tells in the end.
QString Round::comeUp(const std::optional<Deed> &unanswered)
{
    if (const QString down = m_program.start(); !down.isEmpty())
        return down;
    if (!unanswered) {
        if (m_program.newestAction != m_lastAction)
            return u"action %1 was acknowledged, the newest is %2"_s.arg(m_lastAction)
                .arg(m_program.newestAction);
        return {};
    }
    ++m_tally.killsUnanswered;
    const qint64 newest = m_program.newestAction;
    if (unanswered->isUndo) {
        m_program.send(u"status\t%1"_s.arg(m_steps.last().action));
        const auto status = m_program.answer(10'000).value_or(QStringList());
        if (status.value(1) == "1"_L1) {
            ++m_tally.happened;
            accept(*unanswered, m_steps.last().action, 1, status.value(2) == "1"_L1);
        }
    } else if (newest > m_lastAction) {
        ++m_tally.happened;
        accept(*unanswered, newest, 1, false);
    }
    return {};
}

void Round::noteSynced(const QStringList &words)
{
    m_syncing = false;
    tell(u"synced "_s + words.value(1));
}

std::optional<QStringList> Round::answer(int timeoutMs)
{
    while (auto told = m_program.answer(timeoutMs)) {
        if (told->value(0) != "synced"_L1)
            return told;
        noteSynced(*told);
    }
    return {};
}

QStringList Round::ctl(const QStringList &arguments, int *status)
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + u"/kittiwakectl"_s,
                  QStringList{u"--profile"_s, m_dir.path()} + arguments);
    process.waitForFinished(60'000);
    *status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

// The last death, and then nothing stands in the way: the real program empties the journal.
QString Round::settle()
{
    m_program.kill();
    healNetwork();
    m_proxy.cutAll();
    m_proxy.setBlackHole(false);
    QString last;
    for (int tries = 0; tries < 8; ++tries) {
        int status = 0;
        const auto synced = ctl({u"sync"_s, u"--once"_s}, &status);
        last = synced.value(1);
        const auto journal = ctl({u"journal"_s, u"--json"_s, u"--limit"_s, u"1000"_s}, &status);
        const auto json = QJsonDocument::fromJson(journal.value(0).toUtf8()).object();
        for (const auto &action : json.value("actions"_L1).toArray()) {
            if (action.toObject().value("state"_L1) == "refused"_L1
                && !m_lostForGood.contains(action.toObject().value("id"_L1).toInteger()))
                return u"refused: "_s
                    + QString::fromUtf8(QJsonDocument(action.toObject()).toJson(QJsonDocument::Compact));
        }
        if (json.contains("waiting"_L1) && json.value("waiting"_L1).toInt() == 0)
            return {};
        last += journal.value(0) + journal.value(1);
    }
    return u"the journal does not come to rest: "_s + last;
}

QStringList Round::onServer(QString *problem)
{
    bench::RawImap client;
    if (!client.open(m_server.port(), m_user, m_server.password.toUtf8())) {
        *problem = u"no sign-in: "_s + client.lastError();
        return {};
    }
    Mailboxes there;
    client.command("LIST \"\" *", bench::RawImap::Keep::Answer);
    static const QRegularExpression listed(uR"x(\* LIST \(([^)]*)\) \S+ "?([^"\r\n]+)"?)x"_s);
    for (const auto &match : listed.globalMatch(QString::fromUtf8(client.answer()))) {
        if (!match.captured(1).contains("\\NonExistent"_L1, Qt::CaseInsensitive))
            there.folders.insert(match.captured(2));
    }
    static const QRegularExpression fetched(
        uR"(\* \d+ FETCH \(.*?FLAGS \(([^)]*)\).*?Message-ID: <kill-(\d+)@)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    int key = 0;
    for (const QString &folder : there.folders) {
        if (!client.command("EXAMINE \"" + folder.toUtf8() + '"', bench::RawImap::Keep::Answer)) {
            *problem = u"cannot open “%1”"_s.arg(folder);
            return {};
        }
        static const QRegularExpression exists(uR"(\* (\d+) EXISTS)"_s);
        const int count = exists.match(QString::fromUtf8(client.answer())).captured(1).toInt();
        int seen = 0;
        if (count > 0)
            client.command("FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])",
                           bench::RawImap::Keep::Answer);
        for (const auto &match : count > 0 ? fetched.globalMatch(QString::fromUtf8(client.answer()))
                                           : QRegularExpressionMatchIterator()) {
            Mail mail{match.captured(2).toInt(), folder, {}};
            for (const QByteArray &flag : match.captured(1).toLower().toUtf8().split(' ')) {
                if (!flag.isEmpty() && flag != "\\recent")
                    mail.flags.insert(flag);
            }
            there.mails[++key] = mail;
            ++seen;
        }
        if (seen != count)
            *problem = u"%1 holds %2 messages, %3 of them ours"_s.arg(folder).arg(count).arg(seen);
    }
    return there.lines();
}

QString Round::compare()
{
    QString problem;
    const auto there = onServer(&problem);
    if (!problem.isEmpty())
        return problem;
    if (const QString differs = difference(m_now.lines(), there); !differs.isEmpty())
        return u"on the server: "_s + differs;
    int status = 0;
    const auto verified = ctl({u"verify"_s, u"ann"_s}, &status);
    if (status != 0)
        return u"cache and server differ: "_s + verified.join(u' ').simplified();
    return {};
}

} // namespace kw::killing
