#include "ui/compose/recipientrow.h"

#include "core/account/identities.h"
#include "ui/compose/recipientchip.h"
#include "ui/look/flowlayout.h"

#include <QApplication>
#include <QLineEdit>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

RecipientRow::RecipientRow(QLineEdit *line, QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this, 4))
    , m_line(line)
{
    setAcceptDrops(true);
    m_flow->insertWidget(0, m_line);
}

QList<Address> RecipientRow::addresses() const
{
    QList<Address> out;
    for (const RecipientChip *chip : m_chips)
        out.append(chip->address());
    return out;
}

void RecipientRow::add(const QList<Address> &addresses)
{
    QSet<QString> there;
    for (const RecipientChip *chip : std::as_const(m_chips))
        there.insert(chip->address().email.toLower());
    bool any = false;
    for (const Address &address : addresses) {
        const QString email = address.email.toLower();
        if (there.contains(email) || email.trimmed().isEmpty())
            continue;
        there.insert(email);
        RecipientChip *chip = made(address);
        m_chips.insert(m_lineAt, chip);
        m_flow->insertWidget(int(m_lineAt), chip);
        ++m_lineAt;
        chip->show();
        any = true;
    }
    if (any)
        Q_EMIT changed();
}

RecipientChip *RecipientRow::made(const Address &address)
{
    auto *chip = new RecipientChip(address, this);
    chip->setFixedHeight(chip->sizeHint().height());
    connectChip(chip);
    return chip;
}

void RecipientRow::connectChip(RecipientChip *chip)
{
    connect(chip, &RecipientChip::keyPressed, this, [this, chip](QKeyEvent *event) { takeKey(chip, event); });
    connect(chip, &RecipientChip::chosen, this,
            [this, chip](Qt::KeyboardModifiers modifiers) { select(chip, modifiers); });
    connect(chip, &RecipientChip::removeWanted, this, [this, chip] {
        remove({chip});
        Q_EMIT lineWanted({});
    });
    connect(chip, &RecipientChip::editWanted, this, [this, chip] { edit(chip); });
    connect(chip, &RecipientChip::dragWanted, this, [this, chip] { drag(chip); });
    connect(chip, &RecipientChip::left, this, [this] {
        if (!m_chips.contains(qobject_cast<RecipientChip *>(QApplication::focusWidget())))
            selectOnly(nullptr);
    });
    connect(chip, &RecipientChip::menuWanted, this, [this, chip](const QPoint &at) { showMenu(chip, at); });
}

void RecipientRow::clear()
{
    remove(QList<RecipientChip *>(m_chips));
    endEditing();
}

bool RecipientRow::enterBefore()
{
    if (m_lineAt == 0)
        return false;
    selectOnly(m_chips.at(m_lineAt - 1));
    return true;
}

bool RecipientRow::enterBehind()
{
    if (m_lineAt >= m_chips.size())
        return false;
    selectOnly(m_chips.at(m_lineAt));
    return true;
}

void RecipientRow::selectAll()
{
    if (m_chips.isEmpty())
        return;
    for (RecipientChip *chip : std::as_const(m_chips))
        chip->setSelected(true);
    m_chips.last()->setFocus(Qt::OtherFocusReason);
}

void RecipientRow::endEditing()
{
    moveLine(m_chips.size());
}

void RecipientRow::moveLine(qsizetype to)
{
    if (to == m_lineAt)
        return;
    delete m_flow->takeAt(int(m_lineAt));
    m_lineAt = to;
    m_flow->insertWidget(int(to), m_line);
}

void RecipientRow::select(RecipientChip *chip, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ControlModifier)) {
        chip->setSelected(!chip->isSelected());
        chip->setFocus(Qt::MouseFocusReason);
    } else if (modifiers.testFlag(Qt::ShiftModifier)) {
        const QList<RecipientChip *> before = selected();
        const qsizetype from = before.isEmpty() ? m_chips.size() - 1 : m_chips.indexOf(before.first());
        const qsizetype to = m_chips.indexOf(chip);
        for (qsizetype i = std::min(from, to); i <= std::max(from, to); ++i)
            m_chips.at(i)->setSelected(true);
        chip->setFocus(Qt::MouseFocusReason);
    } else {
        selectOnly(chip);
    }
}

void RecipientRow::selectOnly(RecipientChip *chip)
{
    for (RecipientChip *one : std::as_const(m_chips))
        one->setSelected(one == chip);
    if (!chip)
        return;
    chip->setFocus(Qt::OtherFocusReason);
    Q_EMIT shown(chip);
}

QList<RecipientChip *> RecipientRow::selected() const
{
    QList<RecipientChip *> out;
    std::ranges::copy_if(m_chips, std::back_inserter(out), &RecipientChip::isSelected);
    return out;
}

void RecipientRow::go(RecipientChip *from, int step, bool extend)
{
    const qsizetype to = m_chips.indexOf(from) + step;
    const bool overLine = step > 0 ? to == m_lineAt : to + 1 == m_lineAt;
    if (!extend && (overLine || to >= m_chips.size())) {
        selectOnly(nullptr);
        Q_EMIT lineWanted({});
        return;
    }
    if (to < 0 || to >= m_chips.size())
        return;
    if (!extend) {
        selectOnly(m_chips.at(to));
        return;
    }
    m_chips.at(to)->setSelected(true);
    m_chips.at(to)->setFocus(Qt::OtherFocusReason);
}

void RecipientRow::edit(RecipientChip *chip)
{
    const QString text = writtenMailbox(chip->address());
    selectOnly(nullptr);
    Q_EMIT editBegins();
    const qsizetype at = m_chips.indexOf(chip);
    remove({chip});
    moveLine(at);
    Q_EMIT editWanted(text);
}

void RecipientRow::remove(const QList<RecipientChip *> &chips)
{
    for (RecipientChip *chip : chips) {
        const qsizetype at = m_chips.indexOf(chip);
        if (at < 0)
            continue;
        m_chips.removeAt(at);
        m_flow->removeWidget(chip);
        m_lineAt -= at < m_lineAt ? 1 : 0;
        chip->hide();
        chip->deleteLater(); // its own event may have led here
    }
    if (!chips.isEmpty())
        Q_EMIT changed();
}

// What stands next then has the focus, or the line.
void RecipientRow::removeSelected()
{
    const QList<RecipientChip *> gone = selected();
    if (gone.isEmpty())
        return;
    const qsizetype at = m_chips.indexOf(gone.first());
    remove(gone);
    if (at < m_chips.size() && at != m_lineAt)
        selectOnly(m_chips.at(at));
    else
        Q_EMIT lineWanted({});
}

} // namespace kw
