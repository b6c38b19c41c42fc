#include "core/compose/answering.h"

#include "core/compose/answeredpeople.h"
#include "core/compose/quoting.h"
#include "core/compose/subjects.h"
#include "core/mime/attachmentname.h"
#include "core/mime/contentid.h"
#include "core/mime/mailboxes.h"
#include "core/mime/messageparser.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

Draft begun(DraftAct act, const Original &original, const Answerer &answerer)
{
    Draft draft;
    const ChosenIdentity identity = identityFor(original, answerer);
    draft.act = act;
    draft.original = original.id;
    draft.from = identity.from;
    draft.answeredAs = identity.addressed;
    draft.listAddress = listAddressOf(original);
    return draft;
}

QStringList idsIn(const QByteArray &value)
{
    static const QRegularExpression id(u"<([^<>\\s]+)>"_s);
    QStringList out;
    auto found = id.globalMatch(QString::fromUtf8(value));
    while (found.hasNext())
        out.append(found.next().captured(1));
    return out;
}

// RFC 5322 3.6.4; of endless threads the first and the latest.
void refer(Draft &draft, const Original &original)
{
    constexpr qsizetype Most = 100;
    draft.inReplyTo = original.view.messageId;
    QStringList ids = idsIn(fieldsOf(original, "references").join(' '));
    if (ids.isEmpty()) {
        const QStringList parents = idsIn(fieldsOf(original, "in-reply-to").join(' '));
        if (parents.size() == 1)
            ids = parents;
    }
    if (!original.view.messageId.isEmpty())
        ids.append(original.view.messageId);
    ids.removeDuplicates();
    if (ids.size() > Most)
        ids = ids.first(1) + ids.last(Most - 1);
    draft.references = ids;
}

QDateTime dateOf(const MessageView &view, const Answerer &answerer)
{
    const int seconds = answerer.offsetMinutes * 60;
    return QDateTime::fromSecsSinceEpoch(view.date, QTimeZone::fromSecondsAheadOfUtc(seconds));
}

QString attribution(const MessageView &view, const Answerer &answerer)
{
    const QString who = displayName(view.from);
    if (view.date == 0)
        return QCoreApplication::translate("kw::Compose", "%1 wrote:").arg(who);
    const QDateTime date = dateOf(view, answerer);
    //: %1: a date, %2: a time, %3: a name
    return QCoreApplication::translate("kw::Compose", "On %1 at %2, %3 wrote:")
        .arg(QLocale().toString(date.date(), QLocale::LongFormat),
             QLocale().toString(date.time(), QLocale::ShortFormat), who);
}

QString htmlOf(const MessageView &view)
{
    return view.html.isEmpty() ? textAsHtml(view.text) : view.html;
}

// The name by which the draft's HTML shows an attachment; empty: it does not.
QString shownName(const Draft &draft, const AttachmentInfo &info)
{
    if (!info.isShownInHtml)
        return {};
    for (const QString &name : info.names()) {
        if (draft.html.contains(cidUrl(name).toHtmlEscaped()))
            return name;
    }
    return {};
}

void carry(Draft &draft, const Original &original, bool onlyShown)
{
    const QList<AttachmentInfo> &all = original.view.attachments;
    QList<qsizetype> wanted;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString shownAs = shownName(draft, all[i]);
        if (onlyShown && shownAs.isEmpty())
            continue;
        wanted.append(i);
        draft.attachments.append({all[i].name, all[i].mimeType, {}, {}, !shownAs.isEmpty(), shownAs});
    }
    if (wanted.isEmpty())
        return;
    const MessageHalves halves = splitMessage(original.source);
    const QList<QByteArray> data = attachmentsData(halves.header, halves.body, wanted);
    for (qsizetype i = 0; i < data.size(); ++i)
        draft.attachments[i].data = data[i];
}

void quote(Draft &draft, const Original &original, const Answerer &answerer)
{
    const MessageView &view = original.view;
    const QString words = attribution(view, answerer);
    if (!answerer.richText) {
        const QString text = withoutSignature(view.text);
        draft.text = words + u'\n' + (text.isEmpty() ? QString() : quotedText(text));
        return;
    }
    const QString html = view.html.isEmpty() ? textAsHtml(withoutSignature(view.text)) : view.html;
    draft.html = "<p>"_L1 + words.toHtmlEscaped() + "</p>\n"_L1
        + quotedHtml(withoutMarks(withoutSignatures(html), view.remote, NetworkPictures::Dropped));
    carry(draft, original, true);
}

Draft answer(DraftAct act, const AnsweredPeople &people, const Original &original, const Answerer &answerer)
{
    Draft draft = begun(act, original, answerer);
    draft.to = people.to;
    draft.cc = people.cc;
    draft.subject = replySubject(original.view.subject);
    refer(draft, original);
    quote(draft, original, answerer);
    return draft;
}

QString joined(const QList<Address> &addresses)
{
    QStringList out;
    for (const Address &a : addresses)
        out.append(a.name.isEmpty() ? a.email : u"%1 <%2>"_s.arg(a.name, a.email));
    return out.join(", "_L1);
}

// What a recipient has to know of a message within another.
QList<std::pair<QString, QString>> forwardedHead(const MessageView &view, const Answerer &answerer)
{
    QList<std::pair<QString, QString>> out{
        {QCoreApplication::translate("kw::Compose", "Subject:"), view.subject},
        {QCoreApplication::translate("kw::Compose", "Date:"),
         view.date == 0 ? QString() : QLocale().toString(dateOf(view, answerer), QLocale::LongFormat)},
        {QCoreApplication::translate("kw::Compose", "From:"), joined({view.from})},
        {QCoreApplication::translate("kw::Compose", "To:"), joined(view.to)},
        {QCoreApplication::translate("kw::Compose", "Cc:"), joined(view.cc)},
    };
    out.removeIf([](const auto &line) { return line.second.isEmpty(); });
    return out;
}

} // namespace

Draft reply(const Original &original, const Answerer &answerer)
{
    return answer(DraftAct::Reply, peopleOfReply(original, answerer), original, answerer);
}

Draft replyToAll(const Original &original, const Answerer &answerer)
{
    return answer(DraftAct::ReplyAll, peopleOfReplyToAll(original, answerer), original, answerer);
}

std::optional<Draft> replyToList(const Original &original, const Answerer &answerer)
{
    const QString list = listAddressOf(original);
    if (list.isEmpty())
        return {};
    return answer(DraftAct::ReplyList, {{{{}, list}}, {}}, original, answerer);
}

Draft forward(const Original &original, const Answerer &answerer)
{
    const MessageView &view = original.view;
    Draft draft = begun(DraftAct::Forward, original, answerer);
    draft.subject = forwardSubject(view.subject);
    refer(draft, original);
    draft.inReplyTo.clear(); // it is no answer
    const QString title
        = "-------- "_L1 + QCoreApplication::translate("kw::Compose", "Forwarded message") + " --------"_L1;
    const auto head = forwardedHead(view, answerer);
    if (answerer.richText) {
        draft.html = "<p>"_L1 + title.toHtmlEscaped();
        for (const auto &[name, value] : head)
            draft.html += "<br>\n<b>"_L1 + name.toHtmlEscaped() + "</b> "_L1 + value.toHtmlEscaped();
        draft.html += "</p>\n"_L1 + withoutMarks(htmlOf(view), view.remote, NetworkPictures::Named);
    } else {
        draft.text = title + u'\n';
        for (const auto &[name, value] : head)
            draft.text += name + u' ' + value + u'\n';
        draft.text += u'\n' + view.text;
    }
    carry(draft, original, false);
    return draft;
}

Draft forwardAttached(const QList<Original> &originals, const Answerer &answerer)
{
    const Original first = originals.value(0);
    Draft draft = begun(DraftAct::ForwardAttached, first, answerer);
    draft.subject = forwardSubject(first.view.subject);
    if (originals.size() == 1) {
        refer(draft, first);
        draft.inReplyTo.clear();
    }
    for (const Original &original : originals) {
        const QString name = cleanFileName(original.view.subject);
        draft.attachments.append({(name.isEmpty() ? u"message"_s : name) + ".eml"_L1,
                                  u"message/rfc822"_s,
                                  original.source,
                                  {},
                                  false,
                                  {}});
    }
    return draft;
}

Draft redirect(const Original &original, const Answerer &answerer)
{
    Draft draft = begun(DraftAct::Redirect, original, answerer);
    draft.subject = original.view.subject;
    draft.redirected = original.source;
    return draft;
}

Draft editAsNew(const Original &original, const Answerer &answerer)
{
    const MessageView &view = original.view;
    Draft draft = begun(DraftAct::EditAsNew, original, answerer);
    draft.answeredAs.clear();
    draft.listAddress.clear();
    draft.to = view.to;
    draft.cc = view.cc;
    for (const QByteArray &value : fieldsOf(original, "bcc"))
        draft.bcc += parseMailboxes(value, 20'000);
    draft.replyTo = view.replyTo;
    draft.subject = view.subject;
    draft.options.readReceipt = !view.receiptTo.isEmpty();
    if (view.html.isEmpty() || !answerer.richText)
        draft.text = view.text;
    else
        draft.html = withoutMarks(view.html, view.remote, NetworkPictures::Named);
    carry(draft, original, false);
    return draft;
}

Draft continued(const Original &original, const Answerer &answerer)
{
    Draft draft = editAsNew(original, answerer);
    draft.act = DraftAct::New;
    draft.original = {};
    draft.messageId = original.view.messageId;
    draft.references = idsIn(fieldsOf(original, "references").join(' '));
    draft.inReplyTo = idsIn(fieldsOf(original, "in-reply-to").join(' ')).value(0);
    return draft;
}

} // namespace kw
