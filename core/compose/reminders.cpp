#include "core/compose/reminders.h"

#include "core/compose/bodyencoding.h"
#include "core/compose/sendableaddress.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

qsizetype recipientsOf(const Draft &draft)
{
    QSet<QString> seen;
    for (const QList<Address> *list : {&draft.to, &draft.cc, &draft.bcc}) {
        for (const Address &address : *list)
            seen.insert(address.email.toLower());
    }
    seen.remove(QString());
    return seen.size();
}

bool isToList(const Draft &draft)
{
    for (const QList<Address> *list : {&draft.to, &draft.cc}) {
        for (const Address &address : *list) {
            if (address.email.compare(draft.listAddress, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

void addInvalid(QList<Reminder> &out, const Draft &draft)
{
    for (const QList<Address> *list : {&draft.to, &draft.cc, &draft.bcc, &draft.replyTo}) {
        for (const Address &address : *list) {
            if (!sendableAddress(address.email))
                out.append(
                    {Reminder::Kind::InvalidAddress, address.email.isEmpty() ? address.name : address.email});
        }
    }
}

bool hasFile(const Draft &draft)
{
    return std::any_of(draft.attachments.cbegin(), draft.attachments.cend(),
                       [](const DraftAttachment &a) { return !a.isInline; });
}

} // namespace

qint64 expectedSize(const Draft &draft)
{
    constexpr qint64 Head = 2000;
    qint64 size = Head + draft.redirected.size() + draft.text.toUtf8().size() + draft.html.toUtf8().size();
    size += 40 * qint64(draft.to.size() + draft.cc.size() + draft.references.size());
    for (const DraftAttachment &a : draft.attachments) {
        const qint64 octets = a.path.isEmpty() ? a.data.size() : QFileInfo(a.path).size();
        size += 500 + (a.mimeType == "message/rfc822"_L1 ? octets : base64Size(octets));
    }
    return size;
}

QList<Reminder> remindersOf(const Draft &draft, const ReminderLimits &limits)
{
    QList<Reminder> out;
    const bool isRedirected = draft.act == DraftAct::Redirect;
    if (const QString word = isRedirected || hasFile(draft) ? QString() : attachmentWord(draft);
        !word.isEmpty())
        out.append({Reminder::Kind::NoAttachment, word});
    if (!isRedirected && draft.subject.trimmed().isEmpty())
        out.append({Reminder::Kind::NoSubject, {}});
    const qsizetype recipients = recipientsOf(draft);
    if (recipients == 0)
        out.append({Reminder::Kind::NoRecipient, {}});
    if (recipients > limits.manyRecipients)
        out.append({Reminder::Kind::ManyRecipients, {}, recipients});
    if (draft.act == DraftAct::ReplyAll && !draft.listAddress.isEmpty() && isToList(draft))
        out.append({Reminder::Kind::AllOfList, draft.listAddress});
    if (!draft.answeredAs.isEmpty() && draft.answeredAs.compare(draft.from.email, Qt::CaseInsensitive) != 0)
        out.append({Reminder::Kind::OtherIdentity, draft.answeredAs});
    addInvalid(out, draft);
    if (const qint64 size = expectedSize(draft); limits.largestMessage > 0 && size > limits.largestMessage)
        out.append({Reminder::Kind::TooLarge, {}, size});
    return out;
}

} // namespace kw
