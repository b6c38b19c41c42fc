#include "core/mime/headerdigest.h"

#include "core/mime/encodedword.h"
#include "core/mime/headerdate.h"
#include "core/mime/headerfields.h"
#include "core/mime/mailboxes.h"

#include <array>

namespace kw {

namespace {

constexpr quint64 FnvOffset = 14695981039346656037ull;
constexpr quint64 FnvPrime = 1099511628211ull;
constexpr qsizetype MaxRecipients = 200;
constexpr qsizetype MaxSubject = 1000;
constexpr qsizetype MaxListId = 250;
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

namespace {

struct Field {
    QByteArrayView value;
    QByteArray unfolded; // holds the value where it was folded
    bool isSeen = false;
};

struct Fields {
    Field from, sender, to, cc, subject, date, id, references, inReplyTo, list;
    bool isMixed = false;
    bool isBulk = false;

    Field *named(const HeaderFieldReader &reader)
    {
        static constexpr std::array<std::pair<QByteArrayView, Field Fields::*>, 9> Names{
            {{"from", &Fields::from},
             {"to", &Fields::to},
             {"cc", &Fields::cc},
             {"subject", &Fields::subject},
             {"date", &Fields::date},
             {"message-id", &Fields::id},
             {"references", &Fields::references},
             {"in-reply-to", &Fields::inReplyTo},
             {"sender", &Fields::sender}}};
        for (const auto &[name, field] : Names) {
            if (reader.is(name))
                return &(this->*field);
        }
        return nullptr;
    }
};

bool isOfBulkMail(const HeaderFieldReader &reader)
{
    if (reader.is("list-id") || reader.is("list-unsubscribe"))
        return true;
    if (!reader.is("precedence"))
        return false;
    const QByteArray value = reader.value().trimmed().toLower();
    return value == "bulk" || value == "list";
}

void read(QByteArrayView head, Fields &fields)
{
    HeaderFieldReader reader(head);
    while (reader.next()) {
        Field *field = fields.named(reader);
        if (field && !field->isSeen) {
            field->value = reader.value(field->unfolded);
            field->isSeen = true;
        } else if (!field && reader.is("content-type")) {
            fields.isMixed = reader.value().trimmed().toLower().startsWith("multipart/mixed");
        } else if (!field) {
            if (reader.is("list-id") && fields.list.value.isEmpty())
                fields.list.value = reader.value(fields.list.unfolded);
            fields.isBulk = fields.isBulk || isOfBulkMail(reader);
        }
    }
}

} // namespace

HeaderDigest digestHeader(QByteArrayView head)
{
    HeaderDigest digest;
    Fields fields;
    read(head, fields);
    digest.hasAttachment = fields.isMixed;
    digest.isBulk = fields.isBulk;
    digest.from = parseAuthor(fields.from.value.isEmpty() ? fields.sender.value : fields.from.value);
    digest.to = parseMailboxes(fields.to.value, MaxRecipients);
    digest.cc = parseMailboxes(fields.cc.value, MaxRecipients);
    digest.listId = decodeHeaderText(fields.list.value);
    digest.listId.truncate(MaxListId);
    digest.subject = decodeHeaderText(fields.subject.value);
    digest.subject.truncate(MaxSubject);
    digest.date = parseHeaderDate(fields.date.value);
    digest.messageIdHash = messageIdHash(fields.id.value);
    appendIds(fields.references.value, digest.references);
    appendIds(fields.inReplyTo.value, digest.references);
    digest.references.removeAll(digest.messageIdHash);
    if (digest.references.size() > MaxReferences)
        digest.references = digest.references.last(MaxReferences);
    quint64 hash = FnvOffset;
    for (const Field *field : {&fields.from, &fields.to, &fields.subject, &fields.date, &fields.id}) {
        hash = fnv(field->value.trimmed(), hash);
        hash = fnv(QByteArrayView("\n"), hash);
    }
    digest.headerHash = hash;
    return digest;
}

} // namespace kw
