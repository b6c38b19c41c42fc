// What the engine does for letters: drafts, the outbox, and whom it needs for them.
#include "core/compose/messagewriter.h"
#include "core/smtp/ksmtp/ksmtplink.h"
#include "core/sync/enginecore.h"
#include "core/sync/outbox/letterdesk.h"
#include "core/sync/outbox/outbox.h"

#include <QCoreApplication>

namespace kw {

void EngineCore::openOutbox()
{
    m_letters = std::make_unique<LetterDesk>(*m_context);
    m_outbox = std::make_unique<Outbox>(
        *m_context,
        Outbox::Hooks{[this](AccountId account) { return sendingServer(account); },
                      [this](AccountId account, FolderId folder) { m_accounts->look(account, folder); },
                      [this] { m_accounts->changesWait(); }});
    connect(m_outbox.get(), &Outbox::progress, this, &EngineCore::letterProgress);
    connect(m_outbox.get(), &Outbox::ended, this, &EngineCore::letterEnded);
    connect(m_outbox.get(), &Outbox::notice, this, &EngineCore::notice);
    connect(m_accounts.get(), &AccountSyncs::folderStatusChanged, m_outbox.get(),
            [this](const FolderStatus &status) { m_outbox->passed(status.folder, status.provenAt); });
    connect(m_accounts.get(), &AccountSyncs::accountsChanged, m_outbox.get(), &Outbox::startAnew);
    connect(&m_accounts->access(), &AccountAccess::secretsReady, m_outbox.get(), &Outbox::startAnew);
    connect(&m_accounts->access(), &AccountAccess::signedIn, m_outbox.get(), &Outbox::startAnew);
    m_outbox->recover();
}

Result<SendingServer> EngineCore::sendingServer(AccountId account)
{
    const QString key = m_folders->accounts().value(account);
    const auto settings = m_accounts->book().find(key);
    const auto refused = [](const QString &sentence) { return Error{ErrorKind::Refused, sentence, {}}; };
    if (!settings)
        return refused(QCoreApplication::translate(
            "kw::Outbox",
            "The account that this message was to be sent from is no longer set up. Open the "
            "message and choose another sender."));
    if (settings->paused)
        return refused(QCoreApplication::translate(
            "kw::Outbox", "The account is paused. Go on with it to send this message."));
    if (settings->smtp.host.isEmpty())
        return refused(QCoreApplication::translate(
            "kw::Outbox",
            "No server for sending is set for this account. Enter it in the account's settings."));
    return SendingServer{[] { return makeKsmtpLink(); }, m_accounts->access().sending(*settings),
                         m_accounts->access().passwordSource(*settings)};
}

Result<bool> EngineCore::keepDraft(const QString &accountKey, const Draft &draft, bool onServer,
                                   const WriteOptions &options)
{
    if (const auto kept = m_letters->keep(m_accounts->book().id(accountKey), draft); !kept)
        return kept.error();
    if (!onServer || draft.options.encrypt) // nobody encrypts on this thread
        return false;
    const auto written = writeMessage(draft, options);
    if (!written)
        return written.error();
    const auto put = m_letters->keepOnServer(draft.messageId, written->bytes);
    m_accounts->changesWait();
    return put;
}

Result<Letter> EngineCore::queueLetter(const QString &accountKey, const Draft &draft, const Outgoing &message,
                                       qint64 notBefore)
{
    const auto letter = m_letters->queue(m_accounts->book().id(accountKey), draft, message, notBefore);
    m_accounts->changesWait(); // the draft's copy on the server goes
    if (letter)
        m_outbox->lettersWait(letter->account);
    return letter;
}

void EngineCore::lettersWait()
{
    m_outbox->startAnew();
}

void EngineCore::showDrafts()
{
    WriteOptions options;
    options.purpose = WriteOptions::For::Keeping;
    options.now = m_clock.wallMs() / 1000;
    const auto drafts = LetterStore(*m_db).drafts();
    for (const Letter &letter : drafts) {
        if (isSet(letter.keptRow)) // one whose copy is gone was deleted, here or by another program
            continue;
        const auto found = m_letters->draft(letter.messageId);
        if (!found || found->draft.options.encrypt) // the latter is shown among what is here only
            continue;
        if (const auto written = writeMessage(found->draft, options)) {
            if (const auto put = m_letters->keepOnServer(letter.messageId, written->bytes); !put)
                Q_EMIT notice(put.error());
        }
    }
    m_accounts->changesWait();
}

Result<void> EngineCore::confirmLetter(const QString &messageId)
{
    const auto done = m_letters->confirm(messageId);
    m_accounts->changesWait();
    m_outbox->goOnWithDelivered();
    return done;
}

} // namespace kw
