#include "core/sync/index/documentof.h"

#include "core/mime/formats/attachedtexts.h"
#include "core/mime/searchtext.h"
#include "core/store/envelopes.h"

namespace kw {

namespace {

IndexDocument ofRow(const IndexSource::Row &row)
{
    IndexDocument out;
    out.id = row.id;
    out.date = row.date;
    out.headerHash = row.headerHash;
    out.depth = row.isWhole ? IndexDepth::Header : IndexDepth::Row;
    out.subject = row.subject;
    out.from = addressLine({row.from});
    out.to = row.to;
    out.cc = row.cc;
    out.list = row.list;
    return out;
}

void addText(IndexDocument &out, const StoredBody &body, const IndexTexts &texts)
{
    SearchText found = readSearchText(body.header, body.body);
    if (found.hasPacked && !(texts.stop && texts.stop())) {
        SearchTextLimits opening;
        opening.opensPacked = true;
        found = readSearchText(body.header, body.body, opening);
    }
    const HeaderDigest &header = found.header;
    out.depth = IndexDepth::Text;
    out.subject = header.subject;
    out.from = addressLine({header.from});
    out.to = addressLine(header.to);
    out.cc = addressLine(header.cc);
    out.list = header.listId;
    out.body = found.text.own;
    out.quoted = found.text.quoted;
    out.files = found.files.join(QLatin1Char('\n'));
    if (texts.attachments && !found.files.isEmpty())
        out.files += QLatin1Char('\n') + attachedTexts(body.header, body.body, texts.stop);
}

} // namespace

IndexDocument documentOf(const IndexInput &input, const IndexTexts &texts)
{
    IndexDocument out = ofRow(input.row);
    if (const auto body = input.body ? input.body->unpacked() : std::nullopt)
        addText(out, *body, texts);
    return out;
}

} // namespace kw
