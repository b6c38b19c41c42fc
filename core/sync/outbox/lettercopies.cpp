#include "core/sync/outbox/lettercopies.h"

#include "core/compose/draft.h"
#include "core/mime/messageparser.h"
#include "core/sync/journal/folderkeeper.h"
#include "core/sync/journal/mover.h"

#include <algorithm>

namespace kw {

namespace {

StoredBody storedBody(const QByteArray &message)
{
    const MessageHalves halves = splitMessage(message);
    return {halves.header, halves.body};
}

Placement::Written writtenOf(const QByteArray &message, quint32 flags)
{
    Placement::Written out;
    out.text = storedBody(message);
    out.digest = digestHeader(out.text.header);
    out.flags = flags;
    const MessageView view = parseMessage(out.text.header, out.text.body);
    out.preview = view.preview;
    out.hasAttachment
        = std::ranges::any_of(view.attachments, [](const AttachmentInfo &part) { return !part.isInline; });
    return out;
}

} // namespace

LetterCopies::LetterCopies(SyncContext &ctx)
    : m_ctx(ctx)
    , m_letters(ctx.db)
{
}

Result<MessageId> LetterCopies::put(const Letter &letter, const QByteArray &message, FolderRole role,
                                    quint32 flags, ActionId action)
{
    const auto folder = FolderKeeper(m_ctx, action).ofRole(letter.account, role);
    if (!folder)
        return folder.error();
    const auto row = m_ctx.placement.create(*folder, writtenOf(message, flags), m_ctx.clock.wallMs());
    Mover(m_ctx, action).upload(row, *folder);
    return row;
}

Result<bool> LetterCopies::putDraft(const Letter &letter, const QByteArray &message)
{
    const auto before = m_ctx.placement.spot(letter.keptRow);
    const auto row = put(letter, message, FolderRole::Drafts, quint32(Flag::Draft) | quint32(Flag::Seen), {});
    if (!row)
        return row.error();
    if (before)
        Mover(m_ctx, {}).replaceBy(letter.keptRow, *row);
    m_letters.setKeptRow(letter.id, *row);
    return isSet(letter.keptRow) && !before;
}

void LetterCopies::removeDraft(const Letter &letter)
{
    if (isSet(letter.keptRow) && m_ctx.placement.spot(letter.keptRow))
        Mover(m_ctx, {}).takeBackCopy(letter.keptRow, Vanishing::Untold);
    m_letters.setKeptRow(letter.id, {});
}

void LetterCopies::markOriginal(const Letter &letter)
{
    if (!isSet(letter.original) || !m_ctx.placement.spot(letter.original))
        return;
    switch (DraftAct(letter.act)) {
    case DraftAct::Reply:
    case DraftAct::ReplyAll:
    case DraftAct::ReplyList:
        m_ctx.messages.setFlags({letter.original}, quint32(Flag::Answered), true);
        break;
    case DraftAct::Forward:
    case DraftAct::ForwardAttached:
    case DraftAct::Redirect:
        m_ctx.messages.setFlags({letter.original}, quint32(Flag::Forwarded), true);
        break;
    default:
        break;
    }
}

QList<std::pair<MessageId, FolderRole>> LetterCopies::rowsOf(const Letter &letter) const
{
    return m_ctx.placement.ofHeader(messageIdHash(letter.messageId.toUtf8()), letter.headerHash);
}

MessageId LetterCopies::foundSent(const Letter &letter) const
{
    for (const auto &[row, role] : rowsOf(letter)) {
        const auto spot = m_ctx.placement.spot(row);
        if (role == FolderRole::Sent && row != letter.sentRow && spot && spot->account == letter.account
            && isSet(spot->uid))
            return row;
    }
    return {};
}

bool LetterCopies::isFoundDelivered(const Letter &letter) const
{
    return std::ranges::any_of(rowsOf(letter), [this, &letter](const auto &found) {
        const auto spot = m_ctx.placement.spot(found.first);
        return spot && isSet(spot->uid) && (spot->flags & quint32(Flag::Draft)) == 0
            && found.second != FolderRole::Drafts && found.first != letter.sentRow;
    });
}

Result<MessageId> LetterCopies::putSent(const Letter &letter, const QByteArray &message)
{
    const ActionId action = m_ctx.actions.reserve(ActionKind::Send);
    const auto row = put(letter, message, FolderRole::Sent, quint32(Flag::Seen), action);
    if (!row)
        return row;
    const auto spot = m_ctx.placement.spot(*row);
    ActionRow told;
    told.id = action;
    told.at = m_ctx.clock.wallMs();
    told.kind = ActionKind::Send;
    told.count = 1;
    told.detail = letter.subject;
    m_ctx.actions.write(told, {{*row, spot ? spot->folder : FolderId{}, quint32(Flag::Seen)}}, false);
    m_letters.setSentRow(letter.id, *row);
    return row;
}

void LetterCopies::removeSent(const Letter &letter)
{
    Mover(m_ctx, {}).takeBackCopy(letter.sentRow, Vanishing::Untold);
    m_letters.setSentRow(letter.id, {});
}

bool LetterCopies::lacksText(MessageId row) const
{
    if (m_ctx.journal.placing(row).isEmpty())
        return false;
    const auto its = m_ctx.messages.row(row);
    return its && !its->hasBody;
}

void LetterCopies::restoreText(MessageId row, const QByteArray &message)
{
    m_ctx.bodies.put(row, storedBody(message), m_ctx.clock.wallMs());
}

} // namespace kw
