#include "ui/reader/findbar.h"

#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace kw {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_outcome(plainLabel({}, "findOutcome"_L1, this))
{
    setNames(this, "findBar"_L1, tr("Find in message"));
    setNames(m_text, "findText"_L1, tr("Find in message"));
    m_text->setPlaceholderText(tr("Find in message"));
    m_text->setClearButtonEnabled(true);
    auto *previous = flatButton("up"_L1, tr("Previous"), "findPrevious"_L1, this);
    auto *next = flatButton("down"_L1, tr("Next"), "findNext"_L1, this);
    auto *close = flatButton("close"_L1, tr("Close"), "findClose"_L1, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 10, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(close);
    connect(m_text, &QLineEdit::textEdited, this, &FindBar::typed);
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT findRequested(m_text->text(), true); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT findRequested(m_text->text(), false); });
    connect(close, &QToolButton::clicked, this, &FindBar::stop);
    setVisible(false);
}

void FindBar::start()
{
    setVisible(true);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::showFound(bool found)
{
    m_outcome->setText(found || m_text->text().isEmpty() ? QString() : tr("Not found"));
    m_outcome->setAccessibleName(m_outcome->text());
}

void FindBar::stop()
{
    setVisible(false);
    Q_EMIT closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        stop();
    else if (event->matches(QKeySequence::FindNext) || event->matches(QKeySequence::FindPrevious))
        Q_EMIT findRequested(m_text->text(), event->matches(QKeySequence::FindPrevious));
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT findRequested(m_text->text(), event->modifiers() & Qt::ShiftModifier);
    else
        QWidget::keyPressEvent(event);
}

} // namespace kw
