// Signing in, folders, and what holds for every command.
#include "tests/sync/simfront/conversation.h"

#include "tests/sync/sim/await.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace kw::simfront {

namespace {

constexpr std::array<std::pair<const char *, Flag>, 9> FlagNames{{{"\\Seen", Flag::Seen},
                                                                  {"\\Answered", Flag::Answered},
                                                                  {"\\Flagged", Flag::Flagged},
                                                                  {"\\Deleted", Flag::Deleted},
                                                                  {"\\Draft", Flag::Draft},
                                                                  {"$Forwarded", Flag::Forwarded},
                                                                  {"$Junk", Flag::Junk},
                                                                  {"$NotJunk", Flag::NotJunk},
                                                                  {"$MDNSent", Flag::MdnSent}}};

QByteArray attributesOf(const ListedFolder &folder)
{
    static const QHash<FolderRole, QByteArray> roles{
        {FolderRole::Drafts, "\\Drafts"},   {FolderRole::Sent, "\\Sent"}, {FolderRole::Archive, "\\Archive"},
        {FolderRole::Trash, "\\Trash"},     {FolderRole::Junk, "\\Junk"}, {FolderRole::All, "\\All"},
        {FolderRole::Flagged, "\\Flagged"},
    };
    QByteArrayList attributes;
    if (!folder.selectable)
        attributes.append("\\Noselect");
    if (const QByteArray role = roles.value(folder.role); !role.isEmpty())
        attributes.append(role);
    return '(' + attributes.join(' ') + ')';
}

// "14-Nov-2023 22:13:20 +0100" (RFC 3501 9, date-time)
qint64 secondsOf(const QByteArray &text)
{
    const QString local = QString::fromLatin1(text.left(20)).trimmed();
    const int zone = text.mid(21).toInt();
    auto when = QLocale::c().toDateTime(local, u"d-MMM-yyyy HH:mm:ss"_s);
    when.setTimeZone(QTimeZone::fromSecondsAheadOfUtc((zone / 100 * 60 + zone % 100) * 60));
    return when.toSecsSinceEpoch();
}

} // namespace

QByteArray flagWords(quint32 bits, const QStringList &keywords)
{
    QByteArrayList words;
    for (const auto &[name, flag] : FlagNames) {
        if (bits & quint32(flag))
            words.append(name);
    }
    for (const QString &keyword : keywords)
        words.append(keyword.toUtf8());
    return '(' + words.join(' ') + ')';
}

MessageFlags toFlags(const QList<Word> &words)
{
    MessageFlags flags;
    for (const Word &word : words) {
        const auto known
            = std::ranges::find_if(FlagNames, [&word](const auto &named) { return word.is(named.first); });
        if (known != FlagNames.end())
            flags.bits |= quint32(known->second);
        else if (!word.text.startsWith('\\'))
            flags.keywords.append(QString::fromUtf8(word.text));
    }
    flags.keywords.sort();
    return flags;
}

Conversation::Conversation(sim::SimNet &net, Say say, Hang hang)
    : m_net(net)
    , m_say(std::move(say))
    , m_hang(std::move(hang))
    , m_session(std::make_shared<sim::SimSession>(net))
{
    m_watch = net.server.watch(
        [this](const QString &path, sim::SimServer::Event event, const void *by) { heard(path, event, by); });
}

Conversation::~Conversation()
{
    m_net.server.unwatch(m_watch);
    m_session->close();
}

void Conversation::greet()
{
    untagged("OK [CAPABILITY " + capabilities() + "] the simulator");
}

const QList<Conversation::Verb> &Conversation::verbs()
{
    using C = Conversation;
    static const QList<Verb> all{
        {"CAPABILITY", &C::capability, 0},
        {"LOGIN", &C::login, 2},
        {"ENABLE", &C::enable, 1},
        {"NOOP", &C::noop, 0},
        {"LOGOUT", &C::logout, 0},
        {"LIST", &C::list, 2},
        {"STATUS", &C::status, 2},
        {"CREATE", &C::create, 1},
        {"DELETE", &C::remove, 1},
        {"RENAME", &C::rename, 2},
        {"SUBSCRIBE", &C::subscribe, 1},
        {"UNSUBSCRIBE", &C::subscribe, 1},
        {"APPEND", &C::append, 2},
        {"GETQUOTAROOT", &C::quotaRoot, 1},
        {"IDLE", &C::idle, 0},
        {"SELECT", &C::select, 1},
        {"EXAMINE", &C::examine, 1},
        {"CLOSE", &C::close, 0},
        {"UID", &C::uid, 2},
        {"FETCH", &C::fetch, 2},
        {"STORE", &C::store, 3},
        {"SEARCH", &C::search, 1},
        {"COPY", &C::copy, 2},
        {"MOVE", &C::move, 2},
        {"EXPUNGE", &C::expunge, 0},
    };
    return all;
}

void Conversation::take(const QByteArray &line)
{
    if (m_idling) {
        m_idling = false;
        if (line.compare("DONE", Qt::CaseInsensitive) == 0)
            ok("idle ended");
        else
            bad("DONE was expected");
        return;
    }
    auto words = wordsOf(line);
    m_tag = line.left(line.indexOf(' '));
    if (!words || words->size() < 2) {
        bad("that cannot be read");
        return;
    }
    words->removeFirst();
    m_uid = false;
    uid(*words);
}

// A command by its verb, with or without UID before it.
void Conversation::uid(const Words &args)
{
    const auto verb
        = std::ranges::find_if(verbs(), [&args](const Verb &v) { return args.first().is(v.name); });
    const bool early = verb != verbs().end()
        && (verb->answer == &Conversation::login || verb->answer == &Conversation::capability
            || verb->answer == &Conversation::logout);
    if (verb == verbs().end() || args.size() - 1 < verb->words)
        bad("what is " + args.first().text + "?");
    else if (!m_signedIn && !early)
        bad("sign in first");
    else if (verb->answer == &Conversation::uid && std::exchange(m_uid, true))
        bad("UID UID");
    else
        (this->*verb->answer)(args.mid(verb->answer == &Conversation::subscribe ? 0 : 1));
}

bool Conversation::has(const char *capability) const
{
    return capabilities().split(' ').contains(capability);
}

QByteArray Conversation::capabilities() const
{
    using Resync = sim::SimFeatures::Resync;
    const auto &features = m_net.server.features();
    QByteArrayList all{"IMAP4rev1", "LITERAL+", "ENABLE", "UNSELECT"};
    if (features.idle)
        all.append("IDLE");
    if (features.move)
        all.append("MOVE");
    if (features.uidPlus)
        all.append("UIDPLUS");
    if (m_net.server.quirks.gmail)
        all.append("X-GM-EXT-1");
    if (m_net.server.quirks.quotaKb > 0)
        all.append({"QUOTA", "QUOTA=RES-STORAGE"});
    if (features.specialUse)
        all.append("SPECIAL-USE");
    if (features.resync != Resync::Plain)
        all.append("CONDSTORE");
    if (features.resync == Resync::Qresync)
        all.append("QRESYNC");
    return all.join(' ');
}

void Conversation::ok(const QByteArray &text)
{
    tellNews(true);
    m_say(m_tag + " OK " + text + "\r\n");
}

bool Conversation::refused(const Error &error)
{
    const QByteArray code = error.code.isEmpty() ? QByteArray() : '[' + error.code.toLatin1() + "] ";
    m_say(m_tag + " NO " + code + error.text.toUtf8() + "\r\n");
    return true;
}

void Conversation::capability(const Words &)
{
    untagged("CAPABILITY " + capabilities());
    ok("that is all");
}

void Conversation::login(const Words &args)
{
    LinkSettings settings;
    settings.user = QString::fromUtf8(args[0].text);
    const auto opened = await(m_net.clock, m_session->open(settings, QString::fromUtf8(args[1].text)));
    if (!opened) {
        refused(opened.error());
        m_session = std::make_shared<sim::SimSession>(m_net);
        return;
    }
    m_signedIn = true;
    ok("[CAPABILITY " + capabilities() + "] signed in");
}

void Conversation::enable(const Words &args)
{
    QByteArray enabled;
    if (std::ranges::any_of(args, [](const Word &w) { return w.is("QRESYNC"); }) && has("QRESYNC")) {
        m_qresync = true;
        enabled = " QRESYNC";
    }
    untagged("ENABLED" + enabled);
    ok("enabled");
}

void Conversation::logout(const Words &)
{
    untagged("BYE until then");
    ok("logged out");
    m_hang();
}

void Conversation::list(const Words &)
{
    const auto folders = m_session->list();
    for (const ListedFolder &folder : *folders)
        untagged("LIST " + attributesOf(folder) + " \"/\" " + toMailboxName(folder.path));
    ok("listed");
}

void Conversation::status(const Words &args)
{
    const auto told = m_session->status(fromMailboxName(args[0].text), nullptr);
    if (refused(told))
        return;
    QByteArrayList items;
    for (const Word &item : args[1].items) {
        if (item.is("MESSAGES"))
            items.append("MESSAGES " + QByteArray::number(told->messages));
        if (item.is("UNSEEN"))
            items.append("UNSEEN " + QByteArray::number(told->unseen));
        if (item.is("UIDNEXT"))
            items.append("UIDNEXT " + QByteArray::number(told->uidNext));
        if (item.is("UIDVALIDITY"))
            items.append("UIDVALIDITY " + QByteArray::number(told->uidValidity));
        if (item.is("HIGHESTMODSEQ"))
            items.append("HIGHESTMODSEQ " + QByteArray::number(told->highestModseq));
    }
    untagged("STATUS " + toMailboxName(fromMailboxName(args[0].text)) + " (" + items.join(' ') + ')');
    ok("told");
}

void Conversation::create(const Words &args)
{
    if (!refused(m_session->createFolder(fromMailboxName(args[0].text))))
        ok("created");
}

void Conversation::remove(const Words &args)
{
    if (!refused(m_session->deleteFolder(fromMailboxName(args[0].text))))
        ok("deleted");
}

void Conversation::rename(const Words &args)
{
    if (!refused(m_session->renameFolder(fromMailboxName(args[0].text), fromMailboxName(args[1].text))))
        ok("renamed");
}

void Conversation::subscribe(const Words &args)
{
    if (!refused(m_session->subscribe(fromMailboxName(args[1].text), args[0].is("SUBSCRIBE"))))
        ok("noted");
}

// APPEND mailbox [(flags)] ["date"] literal
void Conversation::append(const Words &args)
{
    const QString path = fromMailboxName(args[0].text);
    const QByteArray octets = args.last().text;
    if (octets.contains('\0')) {
        bad("NUL is not allowed in a literal (RFC 3501 4.3.1)");
        return;
    }
    MessageFlags flags;
    qint64 date = 0;
    for (const Word &word : args.mid(1, args.size() - 2)) {
        if (word.kind == Word::Kind::List)
            flags = toFlags(word.items);
        else
            date = secondsOf(word.text);
    }
    const qsizetype end = octets.indexOf("\r\n\r\n");
    const qsizetype cut = end < 0 ? octets.size() : end + 4;
    const SimFolder *folder = m_net.server.folder(path);
    const quint32 uid = folder ? folder->uidNext : 0;
    if (refused(m_session->append(path, {octets.left(cut), octets.mid(cut)}, flags)))
        return;
    m_net.server.setInternalDate(path, uid, date);
    const bool told = m_net.server.features().uidPlus;
    ok((told ? "[APPENDUID " + QByteArray::number(folder->uidValidity) + ' ' + QByteArray::number(uid) + "] "
             : QByteArray())
       + "stored");
}

void Conversation::quotaRoot(const Words &args)
{
    const QString path = fromMailboxName(args[0].text);
    const auto told = m_session->quota(path);
    if (refused(told))
        return;
    untagged("QUOTAROOT " + toMailboxName(path) + " \"\"");
    for (const QuotaResource &resource : *told)
        untagged("QUOTA \"\" (" + resource.name.toLatin1() + ' ' + QByteArray::number(resource.used) + ' '
                 + QByteArray::number(resource.limit) + ')');
    ok("told");
}

void Conversation::idle(const Words &)
{
    m_say("+ idling\r\n");
    m_idling = true;
    tellNews(true);
}

} // namespace kw::simfront
