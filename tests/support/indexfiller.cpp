#include "tests/support/indexfiller.h"

#include "core/mime/messageparser.h"
#include "core/store/bodystore.h"
#include "core/store/envelopes.h"
#include "core/store/pages.h"
#include "core/store/search/indexfile.h"
#include "core/store/statement.h"

namespace kw {

namespace {

IndexDocument documentOf(Database &db, const MessageRow &row, quint64 headerHash)
{
    IndexDocument document;
    document.id = row.id;
    document.date = row.date;
    document.headerHash = headerHash;
    document.subject = row.subject;
    document.from = addressLine({row.from});
    document.to = row.recipients;
    if (const auto envelope = Envelopes(db).get(row.id)) {
        document.to = envelope->recipients;
        document.cc = envelope->cc;
        document.list = envelope->list;
        document.depth = envelope->whole ? IndexDepth::Header : IndexDepth::Row;
    }
    const auto stored = BodyStore(db).get(row.id);
    if (!stored)
        return document;
    const MessageView view = parseMessage(stored->header, stored->body);
    document.depth = IndexDepth::Text;
    document.body = view.text;
    for (const AttachmentInfo &file : view.attachments)
        document.files += file.name + u'\n';
    return document;
}

} // namespace

void fillIndex(Database &db)
{
    auto index = IndexFile::open(db.directory());
    if (!index)
        qFatal("%s", qPrintable(index.error().text));
    const Pages pages(db);
    QList<IndexDocument> documents;
    QList<MessageId> gone;
    IndexFile::Progress progress;
    const auto messages = db.statement("SELECT id, header_hash FROM message ORDER BY id");
    QSet<MessageId> there;
    while (messages->next()) {
        const auto id = MessageId(messages->integer(0));
        progress.walkedTo = raw(id);
        if (const auto row = pages.message(id)) {
            documents.append(documentOf(db, *row, quint64(messages->integer(1))));
            there.insert(id);
        }
    }
    for (const IndexFile::Known &known : (*index)->known({}, 1'000'000)) {
        if (!there.contains(known.id))
            gone.append(known.id);
    }
    if (const auto written = (*index)->write(documents, gone, progress); !written)
        qFatal("%s", qPrintable(written.error().text));
}

} // namespace kw
