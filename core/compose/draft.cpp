#include "core/compose/draft.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QCborArray written(const QList<Address> &addresses)
{
    QCborArray out;
    for (const Address &a : addresses)
        out.append(QCborArray{a.name, a.email});
    return out;
}

QList<Address> addressesOf(const QCborValue &value)
{
    QList<Address> out;
    for (const QCborValue one : value.toArray())
        out.append({one.toArray().at(0).toString(), one.toArray().at(1).toString()});
    return out;
}

QCborArray written(const QList<DraftAttachment> &attachments)
{
    QCborArray out;
    for (const DraftAttachment &a : attachments) {
        out.append(QCborMap{{u"name"_s, a.name},
                            {u"type"_s, a.mimeType},
                            {u"data"_s, a.data},
                            {u"path"_s, a.path},
                            {u"inline"_s, a.isInline},
                            {u"cid"_s, a.contentId}});
    }
    return out;
}

QList<DraftAttachment> attachmentsOf(const QCborValue &value)
{
    QList<DraftAttachment> out;
    for (const QCborValue one : value.toArray()) {
        const QCborMap map = one.toMap();
        out.append({map[u"name"_s].toString(), map[u"type"_s].toString(), map[u"data"_s].toByteArray(),
                    map[u"path"_s].toString(), map[u"inline"_s].toBool(), map[u"cid"_s].toString()});
    }
    return out;
}

QStringList stringsOf(const QCborValue &value)
{
    QStringList out;
    for (const QCborValue one : value.toArray())
        out.append(one.toString());
    return out;
}

QCborMap written(const DraftOptions &o)
{
    return {{u"receipt"_s, o.readReceipt},
            {u"report"_s, o.deliveryReport},
            {u"sign"_s, o.sign},
            {u"encrypt"_s, o.encrypt},
            {u"flowed"_s, o.flowed}};
}

DraftOptions optionsOf(const QCborMap &map)
{
    return {map[u"receipt"_s].toBool(), map[u"report"_s].toBool(), map[u"sign"_s].toBool(),
            map[u"encrypt"_s].toBool(), map[u"flowed"_s].toBool(true)};
}

DraftAct actOf(const QCborValue &value)
{
    const qint64 act = value.toInteger();
    return act >= 0 && act <= qint64(DraftAct::EditAsNew) ? DraftAct(act) : DraftAct::New;
}

} // namespace

QByteArray savedDraft(const Draft &d)
{
    const QCborMap map{{u"draft"_s, 1},
                       {u"from"_s, written(QList<Address>{d.from})},
                       {u"to"_s, written(d.to)},
                       {u"cc"_s, written(d.cc)},
                       {u"bcc"_s, written(d.bcc)},
                       {u"replyTo"_s, written(d.replyTo)},
                       {u"followUpTo"_s, written(d.followUpTo)},
                       {u"subject"_s, d.subject},
                       {u"text"_s, d.text},
                       {u"html"_s, d.html},
                       {u"attachments"_s, written(d.attachments)},
                       {u"messageId"_s, d.messageId},
                       {u"inReplyTo"_s, d.inReplyTo},
                       {u"references"_s, QCborArray::fromStringList(d.references)},
                       {u"date"_s, d.date},
                       {u"offset"_s, d.dateOffsetMinutes},
                       {u"utc"_s, d.dateInUtc},
                       {u"act"_s, int(d.act)},
                       {u"original"_s, raw(d.original)},
                       {u"redirected"_s, d.redirected},
                       {u"list"_s, d.listAddress},
                       {u"answeredAs"_s, d.answeredAs},
                       {u"options"_s, written(d.options)}};
    return map.toCborValue().toCbor();
}

Result<Draft> readDraft(const QByteArray &saved)
{
    QCborParserError failure;
    const QCborValue value = QCborValue::fromCbor(saved, &failure);
    if (failure.error != QCborError::NoError || !value.isMap() || !value.toMap()[u"draft"_s].isInteger())
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("kw::Compose", "The saved draft cannot be read."),
                     {}};
    const QCborMap map = value.toMap();
    Draft d;
    d.from = addressesOf(map[u"from"_s]).value(0);
    d.to = addressesOf(map[u"to"_s]);
    d.cc = addressesOf(map[u"cc"_s]);
    d.bcc = addressesOf(map[u"bcc"_s]);
    d.replyTo = addressesOf(map[u"replyTo"_s]);
    d.followUpTo = addressesOf(map[u"followUpTo"_s]);
    d.subject = map[u"subject"_s].toString();
    d.text = map[u"text"_s].toString();
    d.html = map[u"html"_s].toString();
    d.attachments = attachmentsOf(map[u"attachments"_s]);
    d.messageId = map[u"messageId"_s].toString();
    d.inReplyTo = map[u"inReplyTo"_s].toString();
    d.references = stringsOf(map[u"references"_s]);
    d.date = map[u"date"_s].toInteger();
    d.dateOffsetMinutes = int(map[u"offset"_s].toInteger());
    d.dateInUtc = map[u"utc"_s].toBool();
    d.act = actOf(map[u"act"_s]);
    d.original = MessageId(map[u"original"_s].toInteger());
    d.redirected = map[u"redirected"_s].toByteArray();
    d.listAddress = map[u"list"_s].toString();
    d.answeredAs = map[u"answeredAs"_s].toString();
    d.options = optionsOf(map[u"options"_s].toMap());
    return d;
}

} // namespace kw
