#include "core/account/identities.h"
#include "ui/compose/recipientchip.h"
#include "ui/compose/recipientrow.h"
#include "ui/compose/recipienttext.h"

#include <QClipboard>
#include <QDrag>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr auto RecipientsMime = "application/x-kittiwake-recipients"_L1; // mailboxes, one a line
} // namespace

bool RecipientRow::takeCommand(QKeyEvent *event)
{
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)) {
        QGuiApplication::clipboard()->setMimeData(mimeOf(selected()));
        if (event->matches(QKeySequence::Cut))
            removeSelected();
    } else if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasted(QGuiApplication::clipboard()->text());
    } else {
        return false;
    }
    return true;
}

void RecipientRow::takeKey(RecipientChip *chip, QKeyEvent *event)
{
    event->accept();
    if (takeCommand(event))
        return;
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int leftwards = isRightToLeft() ? 1 : -1;
    switch (event->key()) {
    case Qt::Key_Left:
        return go(chip, leftwards, extend);
    case Qt::Key_Right:
        return go(chip, -leftwards, extend);
    case Qt::Key_Home:
        return selectOnly(m_chips.first());
    case Qt::Key_End:
    case Qt::Key_Escape:
    case Qt::Key_Tab:
        selectOnly(nullptr);
        Q_EMIT lineWanted({});
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        return removeSelected();
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            break; // the window's: send
        return edit(chip);
    default:
        break;
    }
    const bool types = !event->text().isEmpty() && event->text().at(0).isPrint()
        && (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    if (types) {
        selectOnly(nullptr);
        Q_EMIT lineWanted(event->text());
    } else {
        event->ignore();
    }
}

QMimeData *RecipientRow::mimeOf(const QList<RecipientChip *> &chips) const
{
    QList<Address> addresses;
    QStringList lines;
    for (const RecipientChip *chip : chips) {
        addresses.append(chip->address());
        lines.append(writtenMailbox(chip->address()));
    }
    auto *data = new QMimeData;
    data->setText(writtenRecipients(addresses));
    data->setData(RecipientsMime, lines.join(u'\n').toUtf8());
    return data;
}

void RecipientRow::drag(RecipientChip *chip)
{
    if (!chip->isSelected())
        selectOnly(chip);
    QList<QPointer<RecipientChip>> taken;
    for (RecipientChip *one : selected())
        taken.append(one);
    auto *drag = new QDrag(this);
    drag->setMimeData(mimeOf(selected()));
    drag->setPixmap(chip->grab());
    const QPointer<RecipientRow> self(this);
    if (drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction) != Qt::MoveAction || !self)
        return;
    QList<RecipientChip *> gone;
    for (const auto &one : std::as_const(taken)) {
        if (one)
            gone.append(one);
    }
    remove(gone);
}

void RecipientRow::dragEnterEvent(QDragEnterEvent *event)
{
    const bool isOurOwn = event->source() == this;
    if (!isOurOwn && (event->mimeData()->hasFormat(RecipientsMime) || event->mimeData()->hasText()))
        event->acceptProposedAction();
}

void RecipientRow::dropEvent(QDropEvent *event)
{
    const QMimeData *data = event->mimeData();
    const bool chips = data->hasFormat(RecipientsMime);
    const QList<Address> dropped
        = recipientsIn(chips ? QString::fromUtf8(data->data(RecipientsMime)) : data->text());
    if (event->source() == this || dropped.isEmpty())
        return;
    if (!chips)
        event->setDropAction(Qt::CopyAction);
    event->accept();
    add(dropped);
}

void RecipientRow::mousePressEvent(QMouseEvent *)
{
    selectOnly(nullptr);
    Q_EMIT lineWanted({});
}

void RecipientRow::showMenu(RecipientChip *chip, const QPoint &at)
{
    if (!chip->isSelected())
        selectOnly(chip);
    auto *menu = new QMenu(this);
    menu->setObjectName("recipientMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<RecipientChip> one(chip);
    connect(menu->addAction(tr("&Edit")), &QAction::triggered, this, [this, one] {
        if (one)
            edit(one);
    });
    connect(menu->addAction(tr("&Copy")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setMimeData(mimeOf(selected())); });
    connect(menu->addAction(tr("&Remove")), &QAction::triggered, this, &RecipientRow::removeSelected);
    menu->popup(at);
}

} // namespace kw
