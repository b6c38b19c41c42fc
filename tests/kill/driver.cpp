#include "core/store/actionlog.h"
#include "core/store/folderstore.h"
#include "core/store/messagerow.h"
#include "core/store/statement.h"
#include "core/sync/engine.h"
#include "core/sync/headless.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <unistd.h>

// The engine as a process that can be killed at any moment. It reads one order per line (fields parted by
// tabs) and answers each with one line, written after the commit: what was answered is durable. Orders are
// also taken while a sync runs, as the window does.

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

void say(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, bytes.constData(), size_t(bytes.size())) < 0)
        ::_exit(4);
}

class Driver : public QObject
{
public:
    Driver(std::unique_ptr<Headless> engine, std::unique_ptr<Database> reading)
        : m_engine(std::move(engine))
        , m_reading(std::move(reading))
    {
        connect(&m_input, &QSocketNotifier::activated, this, [this] { read(); });
        const ActionLog log(*m_reading);
        const auto newest = log.newest(1);
        const auto undoable = log.newestUndoable();
        say(u"ready\t%1\t%2"_s.arg(newest.isEmpty() ? 0 : raw(newest.first().id))
                .arg(undoable ? raw(undoable->id) : 0));
    }

private:
    void read()
    {
        QByteArray piece(4096, Qt::Uninitialized);
        const ssize_t size = ::read(STDIN_FILENO, piece.data(), size_t(piece.size()));
        if (size <= 0)
            ::_exit(0);
        m_text += piece.first(size);
        for (qsizetype end = m_text.indexOf('\n'); end >= 0; end = m_text.indexOf('\n')) {
            const QString line = QString::fromUtf8(m_text.first(end));
            m_text.remove(0, end + 1);
            obey(line.split(u'\t'));
        }
    }

    void obey(const QStringList &words)
    {
        const QString &verb = words.first();
        if (verb == "sync"_L1) {
            QMetaObject::invokeMethod(this, [this] { sync(); }, Qt::QueuedConnection);
        } else if (verb == "undo"_L1) {
            answer(m_engine->undo({}));
        } else if (verb == "status"_L1) {
            const auto row = ActionLog(*m_reading).action(ActionId(words.at(1).toLongLong()));
            say(u"status\t%1\t%2"_s.arg(row && row->undone ? 1 : 0)
                    .arg(row && !row->error.isEmpty() ? 1 : 0));
        } else if (verb == "list"_L1) {
            say(u"list\t"_s + everything().join(u'\t'));
        } else if (verb == "open"_L1) {
            const auto ids = messages(words.at(1), words.at(2));
            const auto opened
                = ids.isEmpty() ? Result<OpenedMessage>(Error{}) : m_engine->openMessage(ids.first());
            say(opened ? u"opened"_s : u"unopened"_s);
        } else if (const auto intent = understood(words)) {
            answer(m_engine->perform(*intent));
        } else {
            say(u"miss\t"_s + words.join(u' ') + u"; it shows "_s + shown(words).join(u", "_s));
        }
    }

    void sync()
    {
        QStringList errors;
        for (const PassReport &report : m_engine->syncOnce()) {
            if (!report.error.isEmpty())
                errors.append(report.error);
        }
        say(u"synced\t"_s + errors.join(u' ').simplified());
    }

    void answer(const Result<ActionRow> &done)
    {
        if (done)
            say(u"done\t%1\t%2\t%3"_s.arg(raw(done->id)).arg(done->count).arg(done->error.isEmpty() ? 0 : 1));
        else
            say(u"no\t"_s + done.error().text.simplified());
    }

    // "3,5" of a folder; empty if one of them is not shown there.
    QList<MessageId> messages(const QString &folder, const QString &numbers)
    {
        QList<MessageId> ids;
        const auto known = FolderStore(*m_reading).folder(AccountId(1), folder);
        for (const QString &number : numbers.split(u',')) {
            auto &query
                = m_reading->prepared("SELECT id FROM message WHERE folder_id=? AND subject=? AND hidden=0");
            query.bind(known ? raw(known->id) : 0, u"Message "_s + number);
            if (!query.next())
                return {};
            ids.append(MessageId(query.integer(0)));
            if (query.next()) // shown twice
                return {};
        }
        return ids;
    }

    // What a person sees: "INBOX: 3 \seen work" for each message.
    QStringList everything()
    {
        static const std::pair<Flag, QLatin1StringView> names[]
            = {{Flag::Answered, "\\answered"_L1},  {Flag::Flagged, "\\flagged"_L1},
               {Flag::Forwarded, "$forwarded"_L1}, {Flag::Junk, "$junk"_L1},
               {Flag::NotJunk, "$notjunk"_L1},     {Flag::Seen, "\\seen"_L1}};
        QStringList rows;
        auto &query = m_reading->prepared(
            "SELECT f.path, m.subject, m.flags, m.keywords FROM message m JOIN folder f ON "
            "f.id=m.folder_id WHERE m.hidden=0");
        while (query.next()) {
            QStringList words = splitKeywords(query.text(3));
            for (const auto &[flag, name] : names) {
                if ((query.number(2) & quint32(flag)) != 0)
                    words.append(name);
            }
            words.sort();
            rows.append((QStringList{query.text(0) + u": "_s + query.text(1).mid(8)} + words).join(u' '));
        }
        return rows;
    }

    // Every row of these messages, for the one who looks for the fault.
    QStringList shown(const QStringList &words)
    {
        QStringList rows;
        for (const QString &number : words.value(2).split(u',')) {
            auto &query
                = m_reading->prepared("SELECT f.path, m.id, m.uid, m.hidden FROM message m JOIN folder f ON "
                                      "f.id=m.folder_id WHERE m.subject=?");
            query.bind(u"Message "_s + number);
            while (query.next())
                rows.append(u"%1 in %2 (row %3, UID %4%5)"_s.arg(number, query.text(0))
                                .arg(query.integer(1))
                                .arg(query.integer(2))
                                .arg(query.integer(3) != 0 ? u", hidden"_s : QString()));
        }
        return rows;
    }

    FolderId folder(const QString &path)
    {
        const auto row = FolderStore(*m_reading).folder(AccountId(1), path);
        return row ? row->id : FolderId{};
    }

    std::optional<Intent> understood(const QStringList &words)
    {
        using Kind = Intent::Kind;
        const QString &verb = words.first();
        if (verb == "create"_L1)
            return Intent::createFolder(AccountId(1), {}, words.at(1));
        const FolderId from = folder(words.at(1));
        if (!isSet(from))
            return {};
        if (verb == "rename"_L1)
            return Intent::renameFolder(from, words.at(2));
        if (verb == "rmdir"_L1)
            return Intent::ofFolder(Kind::DeleteFolder, from);
        const auto ids = messages(words.at(1), words.at(2));
        if (ids.isEmpty())
            return {};
        if (verb == "mark"_L1 || verb == "unmark"_L1)
            return Intent::mark(ids, words.at(3).toUInt(), verb == "mark"_L1);
        if (verb == "tag"_L1 || verb == "untag"_L1)
            return Intent::tag(ids, words.at(3), verb == "tag"_L1);
        static const QHash<QString, Kind> roles{{u"delete"_s, Kind::Delete},
                                                {u"expunge"_s, Kind::Expunge},
                                                {u"archive"_s, Kind::Archive},
                                                {u"junk"_s, Kind::Junk},
                                                {u"notjunk"_s, Kind::NotJunk}};
        if (const auto role = roles.constFind(verb); role != roles.cend())
            return Intent::of(*role, ids);
        const FolderId to = folder(words.at(3));
        if (!isSet(to))
            return {};
        return verb == "move"_L1 ? Intent::move(ids, to) : Intent::copy(ids, to);
    }

    const std::unique_ptr<Headless> m_engine;
    const std::unique_ptr<Database> m_reading;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray m_text;
};

} // namespace

int main(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    QCoreApplication app(argc, argv);
    QCoreApplication::setQuitLockEnabled(false);
    const Paths paths = Paths::profile(QCoreApplication::arguments().value(1));
    auto engine = Headless::open(paths);
    if (!engine) {
        say(u"closed\t"_s + engine.error().text);
        return 1;
    }
    auto reading = Database::open(paths.cache, Database::Mode::ReadOnly);
    if (!reading) {
        say(u"closed\t"_s + reading.error().text);
        return 1;
    }
    const Driver driver(std::move(*engine), std::move(*reading));
    return QCoreApplication::exec();
}
