#include "app/ctl/acting.h"
#include "app/ctl/letterjson.h"
#include "app/ctl/reading.h"
#include "app/ctl/unlocking.h"
#include "app/instance/instancesocket.h"
#include "core/account/identities.h"
#include "core/compose/messagewriter.h"
#include "core/compose/readymessage.h"
#include "core/store/letterstore.h"
#include "core/sync/headless.h"
#include "core/sync/headlessoutbox.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QTemporaryFile>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

constexpr int AskMs = 5000; // until a window answers
constexpr int KeepMs = 20'000; // until it has written and kept the message
constexpr unsigned LookEveryMs = 50;
constexpr qint64 LargestInput = 256LL * 1024 * 1024; // octets

Result<QByteArray> readAll(const QString &name)
{
    QFile file(name);
    const bool isOpen = name.isEmpty() || name == "-"_L1 ? file.open(0, QIODevice::ReadOnly)
                                                         : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{ErrorKind::Invalid, u"%1 cannot be read: %2."_s.arg(name, file.errorString()), {}};
    const QByteArray octets = file.read(LargestInput + 1);
    if (octets.size() > LargestInput)
        return Error{ErrorKind::Invalid, u"This is more than 256 MB. Send less at once."_s, {}};
    return octets;
}

// "+90m", "+2h", "+1d", or a date as ISO 8601 has it. ms since the epoch; 0: now.
Result<qint64> timeOf(const QString &word)
{
    if (word.isEmpty())
        return 0;
    const QDateTime now = QDateTime::currentDateTime();
    if (word.startsWith(u'+')) {
        bool isNumber = false;
        const qint64 count = word.sliced(1).chopped(1).toLongLong(&isNumber);
        const qint64 unit = word.endsWith(u'm') ? 60
            : word.endsWith(u'h')               ? 3600
            : word.endsWith(u'd')               ? 86'400
                                                : 0;
        constexpr qint64 TenYears = 3653LL * 86'400;
        if (isNumber && unit > 0 && count >= 0 && count <= TenYears / unit)
            return now.addSecs(count * unit).toMSecsSinceEpoch();
    } else if (const auto at = QDateTime::fromString(word, Qt::ISODate); at.isValid()) {
        return at.toMSecsSinceEpoch();
    }
    return Error{ErrorKind::Invalid,
                 u"--at needs a time such as 2026-12-24T08:00 or +90m, +2h, +1d; “%1” is none."_s.arg(word),
                 {}};
}

Result<QList<Address>> mailboxesOf(const Arguments &arguments, const QString &option)
{
    QList<Address> out;
    for (const QString &part : partedMailboxes(arguments.value(option))) {
        const auto one = readMailbox(part);
        if (!one)
            return Error{ErrorKind::Invalid, u"--%1: “%2” is no complete address."_s.arg(option, part), {}};
        out.append(*one);
    }
    return out;
}

// What the options say; the operands are files to attach.
Result<WrittenMessage> fromOptions(const Arguments &arguments, const AccountSettings &account,
                                   const WriteOptions &options)
{
    Draft draft;
    draft.from = identities(account).value(0);
    for (const auto &[name, list] :
         {std::pair(u"to"_s, &draft.to), std::pair(u"cc"_s, &draft.cc), std::pair(u"bcc"_s, &draft.bcc),
          std::pair(u"reply-to"_s, &draft.replyTo)}) {
        const auto mailboxes = mailboxesOf(arguments, name);
        if (!mailboxes)
            return mailboxes.error();
        *list = *mailboxes;
    }
    if (arguments.has(u"from"_s)) {
        const auto from = readMailbox(arguments.value(u"from"_s));
        if (!from)
            return Error{ErrorKind::Invalid, u"--from needs one complete address."_s, {}};
        draft.from = *from;
    }
    draft.subject = arguments.value(u"subject"_s);
    if (arguments.has(u"body"_s)) {
        draft.text = arguments.value(u"body"_s);
    } else {
        const auto text = readAll({});
        if (!text)
            return text.error();
        draft.text = QString::fromUtf8(*text);
    }
    const QMimeDatabase types;
    const QStringList files
        = arguments.value(u"attach"_s).split(u'\n', Qt::SkipEmptyParts) + arguments.operands;
    for (const QString &path : files)
        draft.attachments.append({QFileInfo(path).fileName(), types.mimeTypeForFile(path).name(), {}, path});
    draft.options.deliveryReport = arguments.has(u"report"_s);
    draft.messageId = newMessageId(draft.from);
    return writeMessage(draft, options);
}

Result<WrittenMessage> fromOctets(const Arguments &arguments, const AccountSettings &account,
                                  const WriteOptions &options)
{
    const auto octets = readAll(arguments.operands.value(0));
    if (!octets)
        return octets.error();
    ReadyOptions ready;
    ready.account = identities(account).value(0);
    ready.now = options.now;
    ready.offsetMinutes = options.offsetMinutes;
    ready.deliveryReport = arguments.has(u"report"_s);
    return readyMessage(*octets, ready);
}

bool hasOptions(const Arguments &arguments)
{
    return arguments.has(u"to"_s) || arguments.has(u"cc"_s) || arguments.has(u"bcc"_s);
}

Result<WrittenMessage> messageOf(const Arguments &arguments, const AccountSettings &account)
{
    const QDateTime now = QDateTime::currentDateTime();
    WriteOptions options;
    options.now = now.toSecsSinceEpoch();
    options.offsetMinutes = now.offsetFromUtc() / 60;
    if (hasOptions(arguments))
        return fromOptions(arguments, account, options);
    if (arguments.operands.size() > 1)
        return Error{ErrorKind::Invalid,
                     u"send takes one message from a file; to attach files, say whom it is for with --to."_s,
                     {}};
    return fromOctets(arguments, account, options);
}

Result<AccountSettings> accountOf(const Invocation &run)
{
    const auto loaded = loadAccounts(run);
    if (run.arguments.has(u"account"_s))
        return findAccount(loaded.accounts, run.arguments.value(u"account"_s), run.paths);
    if (loaded.accounts.isEmpty())
        return Error{ErrorKind::NotFound, u"No usable account is in %1."_s.arg(run.paths.accountsIni()), {}};
    return loaded.accounts.first();
}

// As the cache knows it, once it is more than a draft.
std::optional<Letter> queuedLetter(const Paths &paths, const QString &messageId)
{
    const auto db = Database::open(paths.cache, Database::Mode::ReadOnly);
    auto letter = db ? LetterStore(**db).byMessageId(messageId) : std::nullopt;
    return letter && letter->state != LetterState::Writing ? letter : std::nullopt;
}

// A window that has the profile sends it for us. What is said of it stands in the cache by then: the message
// is the window's only when it is durable. Nothing: there is no window.
std::optional<Result<Letter>> handToWindow(const Invocation &run, const QString &accountKey,
                                           const WrittenMessage &message, qint64 notBefore)
{
    if (queuedLetter(run.paths, message.messageId))
        return Error{
            ErrorKind::Invalid,
            u"A message with this Message-ID was sent already. Give it another one, or none, to send it "
            "again."_s,
            {}};
    QTemporaryFile spool(run.paths.cache + u"/outgoing-XXXXXX.eml"_s);
    const QByteArray octets = message.sentCopy();
    if (!spool.open() || spool.write(octets) != octets.size() || !spool.flush())
        return {};
    const auto answer = askRunningWindow(run.paths,
                                         {{u"ask"_s, u"send"_s},
                                          {u"account"_s, accountKey},
                                          {u"file"_s, spool.fileName()},
                                          {u"not_before"_s, notBefore},
                                          {u"report"_s, run.arguments.has(u"report"_s)}},
                                         AskMs);
    if (answer.isEmpty())
        return {};
    if (!answer.value("done"_L1).toBool())
        return Error{ErrorKind::Refused, answer.value("error"_L1).toString(), {}};
    for (QDeadlineTimer patience(KeepMs); !patience.hasExpired(); QThread::msleep(LookEveryMs)) {
        if (const auto letter = queuedLetter(run.paths, message.messageId))
            return *letter;
    }
    return Error{
        ErrorKind::Busy,
        u"The window took the message and did not keep it. Look there for the reason, and send it again."_s,
        {}};
}

int tell(const Invocation &run, const Letter &letter, const QString &accountKey)
{
    if (run.out.wantsJson())
        run.out.json(letterJson(letter, accountKey));
    else
        run.out.text(u"%1: %2\n"_s.arg(letterStateWord(letter), printable(letter.messageId)));
    if (!letter.error.isEmpty())
        run.out.error(letter.error);
    return letter.state == LetterState::Refused || letter.state == LetterState::Uncertain ? Failed : Fine;
}

} // namespace

int runSend(const Invocation &run)
{
    const auto at = timeOf(run.arguments.value(u"at"_s));
    if (!at) {
        run.out.error(at.error());
        return WrongUsage;
    }
    const auto account = accountOf(run);
    if (!account)
        return failed(run, account.error());
    const auto message = messageOf(run.arguments, *account);
    if (!message)
        return failed(run, message.error());
    if (const auto handed = handToWindow(run, account->key, *message, *at))
        return *handed ? tell(run, **handed, account->key) : failed(run, handed->error());
    const auto engine = openEngine(run);
    if (!engine)
        return Failed;
    HeadlessOutbox &outbox = engine->outbox();
    const auto queued = outbox.queue(account->key, outgoingOf(*message), *at);
    if (!queued)
        return failed(run, queued.error());
    if (!run.arguments.has(u"queue"_s) && *at == 0) {
        if (const auto ready = unlockSecrets(run, *engine); !ready)
            run.out.error(ready.error()); // it waits
        for (const PassReport &report : outbox.send()) {
            if (!report.error.isEmpty())
                run.out.error(u"%1: %2"_s.arg(report.account, report.error));
        }
    }
    return tell(run, outbox.letter(queued->messageId).value_or(*queued), account->key);
}

} // namespace kw::ctl
