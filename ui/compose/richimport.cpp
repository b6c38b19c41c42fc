#include "ui/compose/richimport.h"

#include "core/mime/contentid.h"
#include "core/mime/html/htmlsanitizer.h"
#include "ui/compose/richcalm.h"
#include "ui/compose/richexport.h"
#include "ui/compose/richoriginals.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// Qt hands an element's title on to every block and word within it, so that it can tell where they come from.
constexpr QLatin1StringView Mark("kwpiece");
constexpr int DeepestTable = 8;

QString marked(const RichPiece &piece, int number)
{
    static const QRegularExpression titles(u" title=\"[^\"]*\"(?=[^<>]*>)"_s);
    static const QRegularExpression elsewhere(u"<img kwremote=\"\\d+\"[^>]*?(?: alt=\"([^\"]*)\")?[^>]*>"_s);
    QString html = piece.html;
    html.remove(titles);
    html.replace(elsewhere, u"\\1"_s);
    html = withFlatTables(html, DeepestTable);
    return "<div title=\""_L1 + Mark + QString::number(number) + "\">"_L1 + html + "</div>"_L1;
}

int numberIn(const QString &tip)
{
    return tip.startsWith(Mark) ? QStringView(tip).sliced(Mark.size()).toInt() : 0;
}

int numberOf(const QTextBlock &block)
{
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (const int number = numberIn(it.fragment().charFormat().toolTip()); number > 0)
            return number;
    }
    return numberIn(block.charFormat().toolTip());
}

// What Qt makes of a line that holds only a <br>.
void emptyBareLine(QTextCursor &cursor, const QTextBlock &block)
{
    if (block.text() != QString(QChar::LineSeparator))
        return;
    cursor.setPosition(block.position());
    cursor.deleteChar();
}

void placeBlocks(QTextDocument &document, const RichOriginals &originals)
{
    QTextCursor cursor(&document);
    int number = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (const int own = numberOf(block); own > 0)
            number = own;
        const RichPiece *piece = originals.piece(number);
        if (!piece)
            continue;
        emptyBareLine(cursor, block);
        QTextBlockFormat format = block.blockFormat();
        cursor.setPosition(block.position());
        const bool isInTable = cursor.currentTable() != nullptr;
        const double margin = format.leftMargin();
        blocks::setPiece(format, number);
        blocks::setSignature(format, piece->isSignature);
        blocks::setQuoteLevel(format, piece->level);
        if (isInTable)
            format.setLeftMargin(margin); // the table as a whole is moved
        cursor.setBlockFormat(format);
    }
}

void placeTables(QTextDocument &document)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        const int level = blocks::quoteLevel(table->firstCursorPosition().block());
        format.setLeftMargin(format.leftMargin() + level * blocks::QuoteStep);
        table->setFormat(format);
    }
}

QStringList markAll(const QList<RichPiece> &pieces, RichOriginals &originals)
{
    QStringList shown;
    for (const RichPiece &piece : pieces)
        shown.append(marked(piece, originals.add(piece)));
    return shown;
}

// A picture of some other message is none of ours; its words remain.
QString withKnownPictures(const QString &sanitized, const std::function<bool(const QString &)> &isKnown)
{
    static const QRegularExpression pictures(u"<img src=\"([^\"]*)\"(?: alt=\"([^\"]*)\")?[^>]*>"_s);
    QString out;
    qsizetype kept = 0;
    auto found = pictures.globalMatch(sanitized);
    while (found.hasNext()) {
        const auto match = found.next();
        const QString id = contentIdOf(match.captured(1).replace("&amp;"_L1, "&"_L1));
        if (!id.isEmpty() && isKnown && isKnown(id))
            continue;
        out += QStringView(sanitized).sliced(kept, match.capturedStart() - kept);
        out += match.captured(2);
        kept = match.capturedEnd();
    }
    out += QStringView(sanitized).sliced(kept);
    return out;
}

} // namespace

void showRich(QTextDocument &document, const QString &html, const RichImport &how, RichOriginals &originals)
{
    const SanitizedHtml safe = sanitizeHtml(html);
    originals.clear();
    const QList<RichPiece> pieces = richPieces(safe.html);
    document.setUndoRedoEnabled(false);
    document.setLayoutEnabled(false); // once at the end is enough
    document.setHtml(markAll(pieces, originals).join(QString()));
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    placeBlocks(document, originals);
    placeTables(document);
    fitPictures(document);
    calmForeign(document, how);
    cursor.endEditBlock();
    QList<QString> leaving;
    for (const RichPiece &piece : pieces) {
        QString out = withoutMarks(piece.html, safe.remote, how.pictures);
        if (piece.isSignature && out.startsWith("<div"_L1)) // the block around it is written anew
            out = out.sliced(out.indexOf(u'>') + 1).chopped(QLatin1StringView("</div>").size());
        leaving.append(out);
    }
    rememberPieces(document, originals, leaving);
    document.setLayoutEnabled(true);
    document.markContentsDirty(0, document.characterCount());
    document.setUndoRedoEnabled(true);
    document.setModified(false);
}

void insertRich(QTextCursor &cursor, const QString &html, const std::function<bool(const QString &)> &isKnown)
{
    QTextDocument document;
    RichOriginals none;
    const SanitizedHtml safe = sanitizeHtml(html);
    const QString known = withKnownPictures(safe.html, isKnown);
    document.setHtml(markAll(richPieces(known), none).join(QString()));
    placeBlocks(document, none);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        keepMeaning(block);
        QTextBlockFormat format = block.blockFormat();
        blocks::setPiece(format, 0);
        format.clearBackground();
        QTextCursor at(block);
        at.setBlockFormat(format);
        at.setBlockCharFormat({});
    }
    calmForeign(document, {NetworkPictures::Dropped, Qt::white, true});
    cursor.insertFragment(QTextDocumentFragment(&document));
}

QString plainAsRich(const QString &text)
{
    QString out;
    int level = 0;
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        int depth = 0;
        qsizetype at = 0;
        while (at < line.size() && (line[at] == u'>' || (line[at] == u' ' && depth > 0))) {
            depth += line[at] == u'>' ? 1 : 0;
            ++at;
            if (at < line.size() && line[at - 1] == u' ' && line[at] != u'>')
                break;
        }
        for (; level < depth; ++level)
            out += "<blockquote type=\"cite\">"_L1;
        for (; level > depth; --level)
            out += "</blockquote>"_L1;
        const QString words = textAsHtml(line.sliced(at).toString());
        out += "<div>"_L1 + (words.isEmpty() ? u"<br>"_s : words) + "</div>\n"_L1;
    }
    for (; level > 0; --level)
        out += "</blockquote>"_L1;
    return out;
}

bool hasFormatting(const QString &html)
{
    static const QRegularExpression more(
        u"<(?!/|(?:p|div|br|blockquote|span|html|head|body)\\b)[a-z]|<span style="_s);
    return more.match(html).hasMatch();
}

} // namespace kw
