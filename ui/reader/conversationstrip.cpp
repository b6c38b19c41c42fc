#include "ui/reader/conversationstrip.h"

#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/plaintextview.h"

#include <QAbstractButton>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int LineHeight = 34;
constexpr int LinesShown = 4;
constexpr qsizetype MostLines = 200;
constexpr qsizetype MostCharacters = 4000; // of an unfolded text

// The first words, as far as they are known. The subject is above the strip already: it is said again only
// where it is another one.
QString firstWords(const MessageRow &row, const QString &subject)
{
    if (!row.preview.isEmpty())
        return oneLine(row.preview);
    return bareSubject(row.subject) == bareSubject(subject) ? QString() : oneLine(row.subject);
}

// One folded message: sender, first words, date.
class FoldedLine final : public QAbstractButton
{
public:
    FoldedLine(const MessageRow &row, const QString &words, QWidget *parent)
        : QAbstractButton(parent)
        , m_row(row)
        , m_words(words)
    {
        const bool unread = !(row.flags & quint32(Flag::Seen));
        QStringList said{unread ? ConversationStrip::tr("Unread") : QString(), displayName(row.from), m_words,
                         shortDate(row.date)};
        said.removeAll(QString());
        setNames(this, "foldedMessage"_L1, oneLine(said.join(u", "_s)));
        setToolTip(ConversationStrip::tr("Show this message"));
        setFixedHeight(LineHeight);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
        m_avatar = new Avatar(22, this);
        m_avatar->setObjectName("foldedAvatar"_L1);
        m_avatar->setAddress(row.from);
        m_avatar->setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void resizeEvent(QResizeEvent *) override
    {
        m_avatar->move(
            QStyle::visualRect(layoutDirection(), rect(), QRect(16, (height() - 22) / 2, 22, 22)).topLeft());
    }

    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (underMouse() || hasFocus())
            painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
        QFont name = font();
        name.setWeight(m_row.flags & quint32(Flag::Seen) ? QFont::Medium : QFont::Bold);
        const QFontMetrics metrics(name);
        const QString date = shortDate(m_row.date);
        const int dateWidth = fontMetrics().horizontalAdvance(date);
        const int nameWidth = qMin(180, width() / 3);
        draw(painter, QRect(50, 0, nameWidth, height()),
             metrics.elidedText(oneLine(displayName(m_row.from)), Qt::ElideRight, nameWidth), name,
             palette().color(QPalette::Text));
        const int left = 50 + nameWidth + 10;
        const int rest = width() - left - dateWidth - 30;
        draw(painter, QRect(left, 0, rest, height()), fontMetrics().elidedText(m_words, Qt::ElideRight, rest),
             font(), quietText(palette()));
        draw(painter, QRect(width() - dateWidth - 16, 0, dateWidth + 1, height()), date, font(),
             quietText(palette()));
        painter.setPen(lineColor(palette()));
        painter.drawLine(0, 0, width(), 0);
        if (hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRect(rect().adjusted(1, 2, -1, -1));
        }
    }

private:
    void draw(QPainter &painter, const QRect &where, const QString &text, const QFont &f, const QColor &color)
    {
        painter.setFont(f);
        painter.setPen(color);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), where),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                         text);
    }

    MessageRow m_row;
    QString m_words;
    Avatar *m_avatar;
};

// What the sender wrote, without what is quoted: that is in the conversation itself. A click on the line
// above shows the message as it is.
QString ownWords(const QString &text)
{
    QStringList own;
    for (const QuotedRun &run : quotedRuns(text)) {
        if (run.level == 0)
            own.append(run.lines);
    }
    const QString words = own.join(u'\n').trimmed();
    const QString all = words.isEmpty() ? text.trimmed() : words;
    return all.size() > MostCharacters ? leftPart(all, MostCharacters) + u'…' : all;
}

QLabel *unfoldedText(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(ownWords(text), "unfoldedText"_L1, parent);
    label->setAccessibleName(label->text());
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setContentsMargins(50, 4, 16, 12);
    return label;
}

} // namespace

ConversationStrip::ConversationStrip(QLatin1StringView objectName, const QString &accessibleName,
                                     QWidget *parent)
    : QWidget(parent)
    , m_lines(new QWidget)
    , m_layout(new QVBoxLayout(m_lines))
{
    setNames(this, objectName, accessibleName);
    setNames(m_lines, "foldedMessages"_L1, accessibleName);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    setNames(scroll, "foldedScroll"_L1, accessibleName);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_lines);
    scroll->viewport()->setAutoFillBackground(false);
    m_lines->setAutoFillBackground(false);
    auto *edge = new QFrame(this); // where a text is cut off
    edge->setObjectName("foldedEdge"_L1);
    edge->setFrameShape(QFrame::HLine);
    edge->setFrameShadow(QFrame::Plain);
    edge->setForegroundRole(QPalette::Mid);
    edge->setFixedHeight(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll);
    layout->addWidget(edge);
    connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this, scroll](int, int maximum) {
        // The nearest messages are the last lines.
        scroll->verticalScrollBar()->setValue(m_firstUnfolded ? m_firstUnfolded->y() : maximum);
    });
    setVisible(false);
}

void ConversationStrip::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_firstUnfolded.clear();
}

// Shown now, not when Qt comes to it: a hidden line has no height for fit().
void ConversationStrip::add(QWidget *part)
{
    m_layout->addWidget(part);
    part->show();
}

void ConversationStrip::setMessages(const QList<MessageRow> &rows, const QString &subject,
                                    const QHash<MessageId, QString> &texts)
{
    clear();
    const qsizetype first = qMax<qsizetype>(0, rows.size() - MostLines);
    for (qsizetype i = first; i < rows.size(); ++i) {
        const MessageId id = rows.at(i).id;
        const QString words = texts.contains(id) ? QString() : firstWords(rows.at(i), subject);
        auto *line = new FoldedLine(rows.at(i), words, m_lines);
        connect(line, &QAbstractButton::clicked, this, [this, id] { Q_EMIT messageRequested(id); });
        add(line);
        if (!texts.contains(id))
            continue;
        add(unfoldedText(texts.value(id), m_lines));
        if (!m_firstUnfolded)
            m_firstUnfolded = line;
    }
    fit();
    setVisible(!rows.isEmpty());
}

// Unfolded texts get more room, but the open message keeps a third of the page.
void ConversationStrip::fit()
{
    const int lines = LinesShown * LineHeight;
    const int most = m_firstUnfolded && parentWidget() ? qMax(lines, parentWidget()->height() / 3) : lines;
    const int wanted = m_layout->hasHeightForWidth() ? m_layout->totalHeightForWidth(width())
                                                     : m_layout->totalSizeHint().height();
    setFixedHeight(qMin(wanted, most) + 1);
}

void ConversationStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

} // namespace kw
