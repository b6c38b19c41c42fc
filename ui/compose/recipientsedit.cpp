#include "ui/compose/recipientsedit.h"

#include "ui/compose/recipientcompletion.h"
#include "ui/compose/recipientrow.h"
#include "ui/compose/recipienttext.h"
#include "ui/look/widgets.h"

#include <QKeyEvent>
#include <QLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int MostLines = 4;
constexpr int LineGap = 4; // pixels, as the row's layout has it
constexpr int NarrowestLine = 110;

// As wide as what stands in it, so that it goes to the next line of the field before it scrolls.
class RecipientLine final : public QLineEdit
{
public:
    explicit RecipientLine(QWidget *parent)
        : QLineEdit(parent)
    {
        setFrame(false);
        setAcceptDrops(false); // the field takes them
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        QPalette clear;
        clear.setColor(QPalette::Base, Qt::transparent);
        setPalette(clear);
        connect(this, &QLineEdit::textChanged, this, [this] { updateGeometry(); });
        align();
    }

    QSize sizeHint() const override
    {
        return {std::max(NarrowestLine, fontMetrics().horizontalAdvance(text()) + 24),
                fontMetrics().height() + 6};
    }
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void changeEvent(QEvent *event) override
    {
        QLineEdit::changeEvent(event);
        if (event->type() == QEvent::LayoutDirectionChange)
            align();
    }

private:
    // Beside the chips, in whatever letters an address is written.
    void align()
    {
        setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute
                     | Qt::AlignVCenter);
    }
};

} // namespace

RecipientsEdit::RecipientsEdit(QLatin1StringView name, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_line(new RecipientLine(this))
    , m_row(new RecipientRow(m_line, m_scroll))
    , m_completion(new RecipientCompletion(m_line))
{
    setNames(this, name, label);
    setNames(m_line, "recipientsLine"_L1, label);
    setNames(m_row, "recipientsRow"_L1, label);
    setNames(m_scroll, "recipientsScroll"_L1, label);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_row);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_row->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusProxy(m_line);
    m_line->installEventFilter(this);
    m_row->installEventFilter(this);
    connectRow();
    fitHeight();
}

void RecipientsEdit::connectRow()
{
    connect(m_line, &QLineEdit::textEdited, this, &RecipientsEdit::onTyped);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        m_length = m_line->text().size(); // the signal may tell of a text that has gone meanwhile
        Q_EMIT changed();
    });
    connect(m_row, &RecipientRow::changed, this, [this] {
        fitHeight();
        Q_EMIT changed();
    });
    connect(m_row, &RecipientRow::editBegins, this, &RecipientsEdit::commit);
    connect(m_row, &RecipientRow::editWanted, this, [this](const QString &text) {
        m_line->setText(text);
        m_line->setFocus(Qt::OtherFocusReason);
        m_line->selectAll();
    });
    connect(m_row, &RecipientRow::lineWanted, this, [this](const QString &typed) {
        m_line->setFocus(Qt::OtherFocusReason);
        if (!typed.isEmpty())
            m_line->insert(typed);
        if (!typed.isEmpty())
            m_completion->suggestFor(m_line->text(), m_row->addresses());
        m_scroll->ensureWidgetVisible(m_line, 0, 0);
    });
    connect(m_row, &RecipientRow::pasted, this, [this](const QString &text) { take(recipientsIn(text)); });
    connect(m_row, &RecipientRow::shown, this,
            [this](QWidget *chip) { m_scroll->ensureWidgetVisible(chip, 0, 0); });
    connect(m_completion, &RecipientCompletion::taken, this, [this](const Address &address) {
        m_line->clear();
        take({address});
        m_line->setFocus(Qt::OtherFocusReason);
    });
}

void RecipientsEdit::setPeople(People *people)
{
    m_completion->setPeople(people);
}

void RecipientsEdit::setAddresses(const QList<Address> &addresses)
{
    {
        const QSignalBlocker quiet(this); // once, when all is there
        m_completion->close();
        m_line->clear();
        m_row->clear();
        m_row->add(addresses);
    }
    fitHeight();
    Q_EMIT changed();
}

QList<Address> RecipientsEdit::addresses() const
{
    return m_row->addresses() + recipientsIn(m_line->text());
}

QStringList RecipientsEdit::invalid() const
{
    QStringList out;
    for (const Address &address : addresses()) {
        if (!isSendable(address))
            out.append(address.email);
    }
    return out;
}

bool RecipientsEdit::isEmpty() const
{
    return addresses().isEmpty();
}

// Also what a menu, an input method or the middle button has put in.
void RecipientsEdit::onTyped(const QString &text)
{
    const bool pasted = text.size() - m_length > 1;
    m_length = text.size();
    QStringList pieces = cutAtSeparators(text);
    if (pasted && (pieces.size() > 1 || isSendable(recipientFrom(text)))) {
        m_line->clear();
        take(recipientsIn(text));
    } else if (pieces.size() > 1) {
        const QString rest = pieces.takeLast();
        QList<Address> typed;
        for (const QString &piece : std::as_const(pieces))
            typed.append(recipientFrom(piece));
        m_line->setText(rest);
        take(typed);
        m_line->setCursorPosition(0);
    } else {
        m_completion->suggestFor(text.trimmed(), m_row->addresses());
    }
}

void RecipientsEdit::take(const QList<Address> &addresses)
{
    m_completion->close();
    m_row->add(addresses);
    m_row->endEditing();
    fitHeight();
    m_scroll->ensureWidgetVisible(m_line, 0, 0);
}

void RecipientsEdit::commit()
{
    const QString text = m_line->text();
    m_line->clear();
    take(recipientsIn(text));
}

bool RecipientsEdit::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_row) {
        if (event->type() == QEvent::LayoutRequest)
            fitHeight();
        return false;
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_completion->isOpen()) {
            event->accept();
            return true;
        }
        return false;
    case QEvent::KeyPress:
        return takeKey(static_cast<QKeyEvent *>(event));
    case QEvent::FocusOut: {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        m_completion->close();
        // Whoever looks an address up in another window comes back.
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            commit();
        return false;
    }
    default:
        return false;
    }
}

bool RecipientsEdit::takeKey(QKeyEvent *event)
{
    if (m_completion->takeKey(event) || takeArrow(event))
        return true;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    const bool hasText = !m_line->text().trimmed().isEmpty();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && hasText)
            commit();
        else
            event->ignore(); // may mean something to the window
        return plain && hasText;
    case Qt::Key_Backspace:
        return m_line->text().isEmpty() && m_row->enterBefore();
    case Qt::Key_Delete:
        return m_line->text().isEmpty() && m_row->enterBehind();
    default:
        break;
    }
    if (m_line->text().isEmpty() && event->matches(QKeySequence::SelectAll) && m_row->count() > 0) {
        m_row->selectAll();
        return true;
    }
    return false; // Tab leaves the line, and that makes the chip
}

// Out of the line's ends to the chips on either side.
bool RecipientsEdit::takeArrow(const QKeyEvent *event)
{
    const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (!isArrow || (event->modifiers() & ~Qt::KeypadModifier) != 0 || m_line->hasSelectedText())
        return false;
    const bool backwards = (event->key() == Qt::Key_Left) != isRightToLeft();
    if (backwards)
        return m_line->cursorPosition() == 0 && m_row->enterBefore();
    return m_line->cursorPosition() == m_line->text().size() && m_row->enterBehind();
}

void RecipientsEdit::fitHeight()
{
    const int line = m_line->sizeHint().height();
    const int most = MostLines * line + (MostLines - 1) * LineGap;
    const int width = std::max(m_scroll->viewport()->width(), NarrowestLine);
    setFixedHeight(std::clamp(m_row->layout()->heightForWidth(width), line, most));
}

void RecipientsEdit::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void RecipientsEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

} // namespace kw
