#include "core/base/systemclock.h"
#include "core/compose/messagewriter.h"
#include "core/smtp/ksmtp/ksmtplink.h"
#include "core/store/statement.h"
#include "core/sync/outbox/letterdesk.h"
#include "core/sync/outbox/outbox.h"

#include <QCoreApplication>
#include <QCoroTask>

#include <cstdio>
#include <sqlite3.h>
#include <unistd.h>

using namespace kw;
using namespace Qt::StringLiterals;

// Sends one letter and is killed at a commit: outbox_driver DIR PORT before|after|never N queue|go [bcc].
// "queue" writes it first; "go" sends what is there, as after the next start and a press on "Send now".
namespace {

enum ExitStatus { Ended = 0, Killed = 9, Broken = 3 };

struct Death {
    bool before = false;
    int at = 0; // the number of the commit, from 1; 0: none
    int begun = 0;
    int done = 0;
};

int beforeCommit(void *data)
{
    auto *death = static_cast<Death *>(data);
    if (++death->begun == death->at && death->before)
        ::_exit(Killed);
    return 0;
}

int afterCommit(void *data, sqlite3 *, const char *file, int)
{
    auto *death = static_cast<Death *>(data);
    if (QByteArrayView(file) == "main" && ++death->done == death->at && !death->before)
        ::_exit(Killed);
    return SQLITE_OK;
}

Task<Result<QString>> noSecret()
{
    co_return QString();
}

Draft letterOf(bool bcc)
{
    Draft draft;
    draft.from = {u"Anna"_s, u"anna@example.org"_s};
    draft.to = {{u"Bo"_s, u"bo@example.net"_s}};
    if (bcc)
        draft.bcc = {{u"Cy"_s, u"cy@example.net"_s}};
    draft.subject = u"Exactly once"_s;
    draft.text = u".a line that begins with a dot\n.\nFrom here to there\n"_s;
    draft.messageId = u"one@example.org"_s;
    draft.date = 1'767'225'600;
    return draft;
}

SmtpSettings settingsFor(quint16 port, int timeoutMs)
{
    SmtpSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = port;
    settings.security = SmtpSecurity::None;
    settings.timeoutMs = settings.answerTimeoutMs = settings.verdictTimeoutMs = timeoutMs;
    return settings;
}

void queue(LetterDesk &desk, AccountId account, bool bcc)
{
    const Draft draft = letterOf(bcc);
    WriteOptions options;
    options.now = draft.date;
    const auto message = writeMessage(draft, options);
    if (!message || !desk.queue(account, draft, outgoingOf(*message), 0))
        ::_exit(Broken);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    auto db = Database::open(words.at(1), Database::Mode::ReadWrite);
    if (!db)
        return Broken;
    FolderStore folders(**db);
    MessageStore messages(**db);
    BodyStore bodies(**db);
    SystemClock clock;
    SyncContext ctx{**db, folders, messages, bodies, clock};
    Death death{words.at(3) == "before"_L1, words.at(3) == "never"_L1 ? 0 : words.at(4).toInt(), 0, 0};
    sqlite3_commit_hook((*db)->handle(), beforeCommit, &death);
    sqlite3_wal_hook((*db)->handle(), afterCommit, &death);

    const AccountId account = folders.accounts().key(u"work"_s);
    LetterDesk desk(ctx);
    const int timeoutMs = words.at(5) == "go"_L1 ? 20'000 : 250; // what is cut shall not take long
    Outbox *known = nullptr;
    Outbox outbox(ctx,
                  {[port = quint16(words.at(2).toUInt()), timeoutMs](AccountId) -> Result<SendingServer> {
                       return SendingServer{[] { return makeKsmtpLink(); }, settingsFor(port, timeoutMs),
                                            &noSecret};
                   },
                   [&](AccountId, FolderId folder) { known->passed(folder, clock.wallMs() + 1); }, [] {}});
    known = &outbox;
    outbox.recover();
    if (words.at(5) == "queue"_L1) {
        queue(desk, account, words.size() > 6);
    } else {
        const auto waiting = LetterStore(**db).outgoing();
        for (const Letter &letter : waiting) {
            if (letter.state == LetterState::Waiting && !desk.sendNow(letter.messageId))
                return Broken;
        }
        outbox.goOnWithDelivered();
    }
    QCoro::waitFor(outbox.drain(account));
    QCoro::waitFor(outbox.goOffline());
    return Ended;
}
