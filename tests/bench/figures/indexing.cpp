#include "bench/figures/bench.h"
#include "bench/server/searchmaildir.h"
#include "core/account/paths.h"
#include "core/mime/messageparser.h"
#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"
#include "core/store/schema.h"
#include "core/store/search/indexfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int Slice = 500;

// The same mail as the Maildir's in a cache, downloaded.
Result<void> fillDownloaded(const QString &directory, const QString &maildir)
{
    auto opened = Database::open(directory, Database::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    Database &db = **opened;
    FolderId inbox{};
    {
        Transaction transaction(db);
        FolderStore folders(db);
        FolderRow row;
        row.account = folders.account(u"u1"_s);
        row.path = u"INBOX"_s;
        row.separator = u'/';
        row.role = FolderRole::Inbox;
        inbox = folders.upsert(row);
        if (const auto done = transaction.commit(); !done)
            return done.error();
    }
    const QStringList files = QDir(maildir + "/cur"_L1).entryList(QDir::Files, QDir::Name);
    for (qsizetype first = 0; first < files.size(); first += Slice) {
        Transaction transaction(db);
        QList<NewMessage> arrivals;
        QList<MessageHalves> texts;
        for (const QString &name : files.mid(first, Slice)) {
            QFile file(maildir + "/cur/"_L1 + name);
            if (!file.open(QIODevice::ReadOnly))
                return Error{ErrorKind::Storage, u"Couldn't read %1."_s.arg(file.fileName()), {}};
            texts.append(splitMessage(file.readAll()));
            NewMessage m;
            m.uid = Uid(quint32(first + texts.size()));
            m.size = quint32(texts.last().header.size() + texts.last().body.size());
            m.flags = quint32(Flag::Seen);
            m.digest = digestHeader(texts.last().header);
            arrivals.append(m);
        }
        MessageStore messages(db);
        messages.insert(inbox, arrivals, Threading::Later);
        const auto known
            = messages.known(inbox, UidSet::range(quint32(first + 1), quint32(first + texts.size())));
        for (qsizetype i = 0; i < known.size(); ++i)
            BodyStore(db).put(known[i].id, {texts[i].header, texts[i].body}, 1);
        if (const auto done = transaction.commit(); !done)
            return done.error();
    }
    return db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

// Milliseconds; nothing where the program is not there or fails.
std::optional<double> timed(const QString &program, const QStringList &arguments,
                            const QProcessEnvironment &environment)
{
    constexpr int LongMs = 900'000;
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    if (!process.waitForFinished(LongMs) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        return {};
    return double(timer.nsecsElapsed()) / 1e6;
}

class Others
{
public:
    explicit Others(QString maildir)
        : m_maildir(std::move(maildir))
    {
    }

    std::optional<double> notmuch() const
    {
        const QTemporaryDir scratch;
        QFile config(scratch.filePath(u"config"_s));
        if (!config.open(QIODevice::WriteOnly))
            return {};
        config.write("[database]\npath=" + scratch.path().toUtf8() + "/index\nmail_root=" + m_maildir.toUtf8()
                     + "\n[user]\nname=Bench\nprimary_email=bench@example.org\n[new]\ntags=unread\n[search]\n"
                       "exclude_tags=\n[maildir]\nsynchronize_flags=false\n");
        config.close();
        if (!QDir().mkpath(scratch.filePath(u"index"_s)))
            return {};
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NOTMUCH_CONFIG"_s, config.fileName());
        return timed(u"notmuch"_s, {u"new"_s, u"--quiet"_s, u"--no-hooks"_s}, environment);
    }

    std::optional<double> mu() const
    {
        const QTemporaryDir scratch;
        const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QString home = u"--muhome="_s + scratch.path();
        if (!timed(u"mu"_s, {u"init"_s, home, u"--maildir="_s + m_maildir}, environment))
            return {};
        return timed(u"mu"_s, {u"index"_s, home, u"--quiet"_s}, environment);
    }

private:
    const QString m_maildir;
};

QString rate(int messages, std::optional<double> ms)
{
    return ms ? u"%1/s"_s.arg(qRound(messages / *ms * 1000)) : u"not there"_s;
}

} // namespace

QList<Figure> measureIndexing(Bench &bench)
{
    const int messages = bench.options().quick ? 300 : 20'000;
    Figure figure{u"index_rate"_s, u"ms"_s, u"faster of both"_s, Figure::Judge::Ratio, 1, {}, {}};
    const QString key = u"v%1-%2"_s.arg(SearchMail::Version).arg(messages);
    const QString maildir = bench.options().buildDir + "/bench-mail/search-"_L1 + key;
    const QString cache = bench.options().buildDir + "/bench-cache/downloaded-"_L1 + key
        + u"-schema%1"_s.arg(CacheSchemaVersion);
    QFile marker(cache + "/.complete"_L1);
    if (!marker.exists()) {
        Bench::say(u"writing %1 messages"_s.arg(messages));
        QDir(maildir).removeRecursively();
        QDir(cache).removeRecursively();
        const bool written = writeSearchMaildir(maildir, messages);
        const auto filled = written ? fillDownloaded(cache, maildir)
                                    : Error{ErrorKind::Storage, u"The Maildir could not be written."_s, {}};
        if (!filled || !marker.open(QIODevice::WriteOnly)) {
            figure.note = filled ? u"the marker could not be written"_s : filled.error().text;
            return {figure};
        }
    }
    const Others others(maildir);
    for (int run = 0; run < bench.options().runs; ++run) {
        for (const QString &name : QDir(cache).entryList({u"index.*"_s}, QDir::Files))
            QFile::remove(cache + u'/' + name);
        const QJsonObject answer = bench.child({u"index"_s, cache}).answer;
        if (answer.contains("error"_L1)) {
            figure.note = answer.value("error"_L1).toString();
            break;
        }
        const double ours = answer.value("ms"_L1).toDouble();
        const auto notmuch = others.notmuch();
        const auto mu = others.mu();
        const double reference = std::min(notmuch.value_or(1e12), mu.value_or(1e12));
        figure.samples.append({ours, notmuch || mu ? reference : 0});
        figure.note = u"%1 messages; the last run: ours %2, notmuch %3, mu %4; %5 bytes a message"_s.arg(
            QString::number(messages), rate(messages, ours), rate(messages, notmuch), rate(messages, mu),
            QString::number(qRound(answer.value("bytes"_L1).toDouble() / messages)));
    }
    return {figure};
}

} // namespace kw::bench
