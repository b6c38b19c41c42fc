#include "ui/search/searchedit.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/search/searchcompletion.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int TypingMs = 60; // a pause in typing
constexpr int Least = 150; // pixels
constexpr int Usual = 340;
constexpr int Most = 460;
constexpr int LongestText = 4000; // characters
} // namespace

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_completion(new SearchCompletion(this))
    , m_icon(addAction(QIcon(), QLineEdit::LeadingPosition))
{
    setNames(this, "searchField"_L1, tr("Search all mail"));
    setAccessibleDescription(tr("Words, or operators like from: and has:attachment"));
    setPlaceholderText(tr("Search all mail…"));
    setClearButtonEnabled(true);
    setMaxLength(LongestText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(Most);
    m_icon->setObjectName("searchFieldIcon"_L1);
    drawIcons();
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);
    connect(&m_typing, &QTimer::timeout, this, [this] { Q_EMIT queryTyped(text()); });
    connect(this, &QLineEdit::textEdited, this, &SearchEdit::onEdited);
    connect(m_completion, &SearchCompletion::taken, this, [this] {
        onEdited();
        tellNow();
    });
}

QSize SearchEdit::sizeHint() const
{
    return {Usual, QLineEdit::sizeHint().height()};
}

QSize SearchEdit::minimumSizeHint() const
{
    return {Least, QLineEdit::minimumSizeHint().height()};
}

void SearchEdit::showQuery(const QString &query)
{
    m_typing.stop();
    m_completion->close();
    m_problems.clear();
    setText(query);
    markProblems();
}

void SearchEdit::onEdited()
{
    setProblems({}); // of what stood there
    m_typing.start();
    if (text().trimmed().isEmpty() && hasFocus())
        Q_EMIT recentWanted();
    else
        m_completion->suggest();
}

void SearchEdit::tellNow()
{
    if (!m_typing.isActive())
        return;
    m_typing.stop();
    Q_EMIT queryTyped(text());
}

void SearchEdit::setProblems(const QList<SearchProblem> &problems)
{
    if (std::exchange(m_problems, problems) != problems)
        markProblems();
}

// A line edit takes formats from nobody but an input method.
void SearchEdit::markProblems()
{
    if (m_composing || m_marking)
        return;
    QTextCharFormat wave;
    wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wave.setUnderlineColor(toneText(Tone::Bad, palette()));
    QList<QInputMethodEvent::Attribute> attributes;
    for (const SearchProblem &problem : std::as_const(m_problems)) {
        const qsizetype start = std::clamp<qsizetype>(problem.start, 0, text().size());
        const qsizetype length = std::clamp<qsizetype>(problem.length, 0, text().size() - start);
        attributes.append({QInputMethodEvent::TextFormat, int(start) - cursorPosition(), int(length), wave});
    }
    QStringList sentences;
    for (const SearchProblem &problem : std::as_const(m_problems))
        sentences << problem.sentence;
    setToolTip(sentences.join(u'\n'));
    m_marking = true;
    QInputMethodEvent event({}, attributes);
    QLineEdit::inputMethodEvent(&event);
    m_marking = false;
}

void SearchEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    if (!m_composing && event->commitString().isEmpty())
        markProblems();
}

// The window has shortcuts of its own for plain letters and for Esc; here they are text.
bool SearchEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && m_completion->takeKey(static_cast<QKeyEvent *>(event)))
        return true; // Tab too, which no key press event would bring
    return QLineEdit::event(event);
}

void SearchEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_completion->close();
        tellNow();
        Q_EMIT entered();
        return;
    case Qt::Key_Escape:
        Q_EMIT left();
        return;
    case Qt::Key_Down:
        if (text().trimmed().isEmpty()) {
            Q_EMIT recentWanted();
        } else {
            tellNow();
            Q_EMIT entered();
        }
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::ShortcutFocusReason || event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason)
        selectAll();
    if (event->reason() == Qt::ShortcutFocusReason && text().isEmpty())
        Q_EMIT recentWanted();
}

void SearchEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_completion->close();
}

void SearchEdit::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    if (text().isEmpty())
        Q_EMIT recentWanted();
}

void SearchEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon) {
        drawIcons();
        markProblems();
    }
}

void SearchEdit::drawIcons()
{
    m_icon->setIcon(icon("search"_L1, quietText(palette())));
}

} // namespace kw
