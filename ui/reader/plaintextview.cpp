#include "ui/reader/plaintextview.h"

#include "ui/look/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QWheelEvent>

#include <array>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int QuoteStep = 14; // pixels per level
constexpr int MaxShownLevel = 8;
constexpr qsizetype FoldedLinesKept = 2;

} // namespace

QList<QuotedRun> quotedRuns(QStringView text)
{
    QList<QuotedRun> runs;
    for (QStringView line : text.tokenize(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        int level = 0;
        qsizetype at = 0;
        while (at < line.size() && line.at(at) == u'>') {
            ++level;
            ++at;
            if (at + 1 < line.size() && line.at(at) == u' ' && line.at(at + 1) == u'>')
                ++at;
        }
        if (level > 0 && at < line.size() && line.at(at) == u' ')
            ++at;
        if (runs.isEmpty() || runs.last().level != level)
            runs.append(QuotedRun{level, {}});
        runs.last().lines.append(line.mid(at).toString());
    }
    return runs;
}

QList<FoundLink> findLinks(const QString &line)
{
    // Every quantifier is bounded or possessive: a hostile line costs linear time.
    static const QRegularExpression pattern(
        uR"((?<![\w.+-])(?:(?:https?://|www\.)[^\s<>"“”«»]{1,2048}+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}))"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QList<FoundLink> links;
    auto it = pattern.globalMatch(line);
    while (it.hasNext()) {
        const auto match = it.next();
        QString text = match.captured();
        while (!text.isEmpty() && u".,;:!?'*_"_s.contains(text.back()))
            text.chop(1);
        while (text.endsWith(u')') && text.count(u')') > text.count(u'('))
            text.chop(1);
        const bool web = text.startsWith("http"_L1, Qt::CaseInsensitive) && text.contains("://"_L1);
        const bool bare = text.startsWith("www."_L1, Qt::CaseInsensitive) && !text.contains(u'@');
        const QUrl url(web ? text : bare ? "https://"_L1 + text : "mailto:"_L1 + text, QUrl::StrictMode);
        if (url.isValid())
            links.append(FoundLink{match.capturedStart(), text.size(), url});
    }
    return links;
}

PlainTextView::PlainTextView(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName("plainTextView"_L1);
    setAccessibleName(tr("Message text"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(16);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    connect(this, &QTextBrowser::anchorClicked, this, &PlainTextView::onAnchor);
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl &url) {
        Q_EMIT linkHovered(url.scheme() == "kw"_L1 ? QString() : url.toDisplayString());
    });
}

void PlainTextView::setMessageText(const QString &text)
{
    m_text = text;
    m_unfolded.clear();
    rebuild();
    verticalScrollBar()->setValue(0);
}

void PlainTextView::setFixedWidth(bool on)
{
    if (m_fixed == on)
        return;
    m_fixed = on;
    rebuild();
}

void PlainTextView::setZoom(int percent)
{
    percent = qBound(50, percent, 300);
    if (m_zoom == percent)
        return;
    m_zoom = percent;
    rebuild();
}

QColor PlainTextView::quoteColor(int level) const
{
    // Blue comes last: the first level must not look like a link.
    static constexpr std::array<QRgb, 4> onLight{0xff7a3f9d, 0xff1d6b3e, 0xff8a4b00, 0xff2558a6};
    static constexpr std::array<QRgb, 4> onDark{0xffcfa3ec, 0xff82cd9a, 0xffe8b169, 0xff8ab6f2};
    return QColor::fromRgb((isDark(palette()) ? onDark : onLight).at(size_t(level - 1) % 4));
}

void PlainTextView::rebuild()
{
    m_building = true;
    const int scroll = verticalScrollBar()->value();
    QFont font = m_fixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QFont(this->font());
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * m_zoom / 100.0);
    else
        font.setPixelSize(qMax(1, font.pixelSize() * m_zoom / 100));
    clear();
    document()->setDefaultFont(font);
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    const QList<QuotedRun> runs = quotedRuns(QStringView(m_text).left(MaxCharacters));
    for (int i = 0; i < runs.size(); ++i)
        insertRun(cursor, runs.at(i), i, i + 1 == runs.size());
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(scroll);
    m_building = false;
}

void PlainTextView::insertRun(QTextCursor &cursor, const QuotedRun &run, int number, bool last)
{
    QTextBlockFormat block;
    block.setLeftMargin(qMin(run.level, MaxShownLevel) * QuoteStep);
    block.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    QTextCharFormat format;
    format.setForeground(run.level ? quoteColor(run.level) : palette().color(QPalette::Text));
    const bool folded = run.level > 0 && run.lines.size() > FoldFromLines && !m_unfolded.contains(number);
    const qsizetype shown = folded ? FoldedLinesKept : run.lines.size();
    for (qsizetype i = 0; i < shown; ++i) {
        cursor.setBlockFormat(block);
        insertLine(cursor, run.lines.at(i), format);
        if (i + 1 < shown || folded || !last)
            cursor.insertBlock(block);
    }
    if (!folded)
        return;
    QTextCharFormat link;
    link.setAnchor(true);
    link.setAnchorHref(u"kw:unfold/%1"_s.arg(number));
    link.setForeground(linkText(palette()));
    cursor.setBlockFormat(block);
    cursor.insertText(tr("… %Ln more quoted line(s)", nullptr, int(run.lines.size() - shown)), link);
    if (!last)
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
}

void PlainTextView::insertLine(QTextCursor &cursor, const QString &line, const QTextCharFormat &format)
{
    qsizetype at = 0;
    for (const FoundLink &found : findLinks(line)) {
        cursor.insertText(line.mid(at, found.start - at), format);
        QTextCharFormat link = format;
        link.setAnchor(true);
        link.setAnchorHref(found.url.toString(QUrl::FullyEncoded));
        link.setForeground(linkText(palette()));
        link.setFontUnderline(true);
        cursor.insertText(line.mid(found.start, found.length), link);
        at = found.start + found.length;
    }
    cursor.insertText(line.mid(at), format);
}

void PlainTextView::onAnchor(const QUrl &url)
{
    if (url.scheme() == "kw"_L1) {
        m_unfolded.insert(url.path().section(u'/', -1).toInt());
        rebuild();
        return;
    }
    Q_EMIT linkActivated(url);
}

void PlainTextView::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    QPainter painter(viewport());
    const int top = verticalScrollBar()->value();
    const int margin = int(document()->documentMargin());
    const auto *layout = document()->documentLayout();
    for (QTextBlock block = cursorForPosition(QPoint(0, 0)).block(); block.isValid(); block = block.next()) {
        const QRectF box = layout->blockBoundingRect(block).translated(0, -top);
        if (box.top() > viewport()->height())
            break;
        const int levels = int(block.blockFormat().leftMargin()) / QuoteStep;
        for (int i = 0; i < levels; ++i)
            painter.fillRect(QRectF(margin + i * QuoteStep, box.top(), 2, box.height()), quoteColor(i + 1));
    }
}

void PlainTextView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (!m_building && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        && !m_text.isEmpty())
        rebuild();
}

QVariant PlainTextView::loadResource(int, const QUrl &)
{
    return {};
} // mail never makes this view load anything

void PlainTextView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        setZoom(m_zoom + (event->angleDelta().y() > 0 ? 10 : -10));
    else
        QTextBrowser::wheelEvent(event);
}

} // namespace kw
