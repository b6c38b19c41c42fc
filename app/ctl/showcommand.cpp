#include "app/ctl/partjson.h"
#include "app/ctl/reading.h"
#include "app/ctl/unlocking.h"
#include "app/ctl/words.h"
#include "core/mime/leftout.h"
#include "core/mime/messageparser.h"
#include "core/store/bodystore.h"
#include "core/sync/engine.h"
#include "core/sync/headless.h"

#include <QDir>
#include <QFile>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

constexpr qint64 MaxFileBytes = qint64(1) << 30;

struct Shown {
    MessageView view;
    std::optional<MessageRow> row; // of a message in the cache
    QString account;
    QString folder;
};

QJsonObject attachmentJson(const AttachmentInfo &attachment)
{
    QJsonObject json{
        {u"name"_s, attachment.name},       {u"mime_type"_s, attachment.mimeType},
        {u"size"_s, attachment.size},       {u"sha256"_s, QString::fromLatin1(attachment.sha256)},
        {u"inline"_s, attachment.isInline}, {u"content_id"_s, textOrNull(attachment.contentId)}};
    if (!attachment.isHere)
        json.insert(u"on_server"_s, true);
    return json;
}

QJsonObject shownJson(const Shown &shown)
{
    const auto &view = shown.view;
    QJsonArray attachments;
    for (const auto &attachment : view.attachments)
        attachments.append(attachmentJson(attachment));
    QJsonObject json{{u"from"_s, addressJson(view.from)},
                     {u"reply_to"_s, addressesJson(view.replyTo)},
                     {u"to"_s, addressesJson(view.to)},
                     {u"cc"_s, addressesJson(view.cc)},
                     {u"subject"_s, view.subject},
                     {u"date"_s, isoDate(view.date, view.dateOffsetMinutes)},
                     {u"message_id"_s, view.messageId},
                     {u"text"_s, view.text},
                     {u"text_is_from_html"_s, view.textIsFromHtml},
                     {u"html"_s, textOrNull(view.html)},
                     {u"remote_resources"_s, view.remoteResources},
                     {u"attachments"_s, attachments},
                     {u"report"_s, reportJson(view)},
                     {u"invitation"_s, invitationJson(view)},
                     {u"cards"_s, cardsJson(view)},
                     {u"unsubscribe"_s, unsubscribeJson(view)},
                     {u"receipt_to"_s, addressesJson(view.receiptTo)},
                     {u"warnings"_s, QJsonArray::fromStringList(view.warnings)}};
    if (!shown.row)
        return json;
    json.insert(u"id"_s, raw(shown.row->id));
    json.insert(u"account"_s, shown.account);
    json.insert(u"folder"_s, shown.folder);
    json.insert(u"flags"_s, QJsonArray::fromStringList(flagWords(shown.row->flags)));
    return json;
}

QString shownAddresses(const QList<Address> &addresses)
{
    QStringList words;
    for (const auto &a : addresses)
        words.append(printable(a.name.isEmpty() ? a.email : u"%1 <%2>"_s.arg(a.name, a.email)));
    return words.join(u", "_s);
}

QString shownText(const Shown &shown)
{
    const auto &view = shown.view;
    QString text;
    const auto line = [&text](const QString &name, const QString &value) {
        if (!value.isEmpty())
            text += (name + u':').leftJustified(9) + value + u'\n';
    };
    line(u"From"_s, shownAddresses({view.from}));
    line(u"To"_s, shownAddresses(view.to));
    line(u"Cc"_s, shownAddresses(view.cc));
    line(u"Subject"_s, printable(view.subject));
    line(u"Date"_s, isoDate(view.date, view.dateOffsetMinutes).toString());
    if (shown.row)
        line(u"Folder"_s, printable(shown.account + u':' + shown.folder));
    for (const auto &attachment : view.attachments)
        line(u"File"_s,
             u"%1 (%2, %3)"_s.arg(printable(attachment.name), printable(attachment.mimeType),
                                  QLocale::c().formattedDataSize(attachment.size)));
    for (const auto &warning : view.warnings)
        line(u"Note"_s, printable(warning));
    return text + u'\n' + printable(view.text, true) + (view.text.endsWith(u'\n') ? u""_s : u"\n"_s);
}

Result<Shown> showFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorKind::NotFound,
            u"The file %1 cannot be read (%2)."_s.arg(QDir::toNativeSeparators(path), file.errorString()),
            {}};
    if (file.size() > MaxFileBytes)
        return Error{
            ErrorKind::Unsupported,
            u"The file %1 is larger than 1 GB; that is no message."_s.arg(QDir::toNativeSeparators(path)),
            {}};
    const auto bytes = file.readAll();
    return Shown{parseMessage(bytes), std::nullopt, {}, {}};
}

Result<MessageView> download(const Invocation &run, MessageId id)
{
    if (run.arguments.has(u"offline"_s))
        return Error{
            ErrorKind::NotFound,
            u"Message %1 has not been downloaded. Leave out --offline to fetch it now."_s.arg(raw(id)),
            {}};
    auto engine = Headless::open(run.paths);
    if (!engine && engine.error().kind == ErrorKind::Busy)
        return Error{ErrorKind::Busy,
                     u"Message %1 has not been downloaded, and this profile is in use by another Kittiwake. "
                     u"Open the message "
                     "there, or close it and try again."_s.arg(raw(id)),
                     {}};
    if (!engine)
        return engine.error();
    if (const auto ready = unlockSecrets(run, **engine); !ready)
        return ready.error();
    auto opened = (*engine)->openMessage(id);
    if (!opened)
        return opened.error();
    return opened->view;
}

Result<Shown> showMessage(const Invocation &run, const QString &word)
{
    const auto id = messageId(word);
    if (!id)
        return id.error();
    auto reading = Reading::open(run.paths);
    if (!reading)
        return reading.error();
    const auto row = (*reading)->pages().message(*id);
    if (const auto whole = (*reading)->database().readSoFar(); !whole)
        return whole.error();
    if (!row)
        return Error{ErrorKind::NotFound,
                     u"There is no message %1 in the cache. kittiwakectl list shows them."_s.arg(word),
                     {}};
    const auto *folder = (*reading)->folder(row->folder);
    Shown shown{{}, row, (*reading)->accountKey(row->account), folder ? folder->path : QString()};
    const auto body = BodyStore((*reading)->database()).get(*id);
    if (body) {
        shown.view = parseMessage(body->header, body->body);
        markLeftOut(shown.view, readLeftOut(body->leftOut));
        if (body->isWhole())
            return shown;
    }
    reading->reset(); // the engine may have to change the file
    auto view = download(run, *id);
    if (!view && body)
        return shown; // without what was left on the server
    if (!view)
        return view.error();
    shown.view = *std::move(view);
    return shown;
}

bool isNumber(const QString &word)
{
    return std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

int runShow(const Invocation &run)
{
    const auto word = run.arguments.operands.first();
    const auto shown = !word.isEmpty() && isNumber(word) ? showMessage(run, word) : showFile(word);
    if (!shown) {
        run.out.error(shown.error());
        return Failed;
    }
    if (run.out.wantsJson())
        run.out.json(shownJson(*shown));
    else
        run.out.text(shownText(*shown));
    return Fine;
}

} // namespace kw::ctl
