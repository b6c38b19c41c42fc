#include "core/mime/headerdigest.h"

#include "core/mime/encodedword.h"
#include "core/mime/headerdate.h"
#include "core/mime/headerfields.h"
#include "core/mime/mailboxes.h"

namespace kw {

namespace {

constexpr quint64 FnvOffset = 14695981039346656037ull;
constexpr quint64 FnvPrime = 1099511628211ull;
constexpr qsizetype MaxRecipients = 20;
constexpr qsizetype MaxSubject = 1000;
constexpr qsizetype MaxReferences = 100;

// FNV-1a, 64 bit.
quint64 fnv(QByteArrayView bytes, quint64 hash = FnvOffset)
{
    for (const char c : bytes)
        hash = (hash ^ quint8(c)) * FnvPrime;
    return hash;
}

// Every <…> of the field, or its bare words where a client forgot the brackets.
void appendIds(QByteArrayView value, QList<quint64> &out)
{
    constexpr qsizetype MaxScanned = 16'384; // more than the newest hundred ids need
    value = value.last(std::min(value.size(), MaxScanned));
    qsizetype at = 0;
    bool any = false;
    while ((at = value.indexOf('<', at)) >= 0) {
        const qsizetype end = value.indexOf('>', at);
        if (end < 0)
            break;
        const quint64 hash = messageIdHash(value.sliced(at, end - at + 1));
        if (hash != 0 && !out.contains(hash))
            out.append(hash);
        any = true;
        at = end + 1;
    }
    if (!any && value.contains('@')) {
        const QByteArrayView word = value.trimmed();
        if (const quint64 hash = messageIdHash(word); hash != 0 && !word.contains(' ') && !out.contains(hash))
            out.append(hash);
    }
}

} // namespace

quint64 messageIdHash(QByteArrayView id)
{
    id = id.trimmed();
    const qsizetype open = id.indexOf('<');
    if (open >= 0) {
        id = id.sliced(open + 1);
        const qsizetype close = id.indexOf('>');
        if (close >= 0)
            id = id.first(close);
    }
    id = id.trimmed();
    if (id.isEmpty())
        return 0;
    const quint64 hash = fnv(id);
    return hash == 0 ? 1 : hash;
}

HeaderDigest digestHeader(QByteArrayView head)
{
    HeaderDigest digest;
    QByteArray from, sender, to, subject, date, id, references, inReplyTo;
    HeaderFieldReader reader(head);
    while (reader.next()) {
        QByteArray *slot = nullptr;
        if (reader.is("from"))
            slot = &from;
        else if (reader.is("to"))
            slot = &to;
        else if (reader.is("subject"))
            slot = &subject;
        else if (reader.is("date"))
            slot = &date;
        else if (reader.is("message-id"))
            slot = &id;
        else if (reader.is("references"))
            slot = &references;
        else if (reader.is("in-reply-to"))
            slot = &inReplyTo;
        else if (reader.is("sender"))
            slot = &sender;
        else if (reader.is("content-type"))
            digest.hasAttachment = reader.value().trimmed().toLower().startsWith("multipart/mixed");
        if (slot && slot->isNull())
            *slot = reader.value();
    }
    const auto authors = parseMailboxes(from.isEmpty() ? sender : from, 1);
    if (!authors.isEmpty())
        digest.from = authors.first();
    digest.to = parseMailboxes(to, MaxRecipients);
    digest.subject = decodeHeaderText(subject).left(MaxSubject);
    digest.date = parseHeaderDate(date);
    digest.messageIdHash = messageIdHash(id);
    appendIds(references, digest.references);
    appendIds(inReplyTo, digest.references);
    digest.references.removeAll(digest.messageIdHash);
    if (digest.references.size() > MaxReferences)
        digest.references = digest.references.last(MaxReferences);
    quint64 hash = FnvOffset;
    for (const QByteArray *field : {&from, &to, &subject, &date, &id}) {
        hash = fnv(field->trimmed(), hash);
        hash = fnv(QByteArrayView("\n"), hash);
    }
    digest.headerHash = hash;
    return digest;
}

} // namespace kw
