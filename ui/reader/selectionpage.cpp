#include "ui/reader/selectionpage.h"

#include "ui/look/flowlayout.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

SelectionPage::SelectionPage(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, "selectionTitle"_L1, this))
    , m_lines(plainLabel({}, "selectionLines"_L1, this))
    , m_marks(makeLine())
    , m_filing(makeLine())
{
    setNames(this, "selectionPage"_L1, tr("Selected messages"));
    setFocusPolicy(Qt::StrongFocus);
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.35);
    big.setWeight(QFont::DemiBold);
    m_title->setFont(big);
    m_title->setAlignment(Qt::AlignCenter);
    m_lines->setAlignment(Qt::AlignCenter);
    setQuiet(m_lines);
    const auto add
        = [this](QLatin1StringView iconName, const QString &text, QLatin1StringView name, auto pressed) {
              connect(addButton(m_marks, icon(iconName), text, name), &QPushButton::clicked, this, pressed);
          };
    add("mark-read"_L1, tr("Mark as Read"), "selectionRead"_L1, [this] { Q_EMIT markRead(true); });
    add("mark-unread"_L1, tr("Mark as Unread"), "selectionUnread"_L1, [this] { Q_EMIT markRead(false); });
    add("star"_L1, tr("Star"), "selectionStar"_L1, [this] { Q_EMIT toggleStar(); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 20, 32, 20);
    layout->setSpacing(14);
    layout->addStretch(2);
    layout->addWidget(m_title);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(6);
    buttons->addLayout(m_marks);
    buttons->addLayout(m_filing);
    layout->addLayout(buttons);
    layout->addWidget(m_lines);
    layout->addStretch(3);
}

FlowLayout *SelectionPage::makeLine()
{
    auto *line = new FlowLayout(nullptr, 6);
    line->setCentred(true);
    return line;
}

// The keyboard stays in the list, which moves on.
QPushButton *SelectionPage::addButton(FlowLayout *line, const QIcon &picture, const QString &text,
                                      const QString &name)
{
    auto *button = new QPushButton(picture, text, this);
    button->setFocusPolicy(Qt::TabFocus);
    button->setObjectName(name);
    button->setAccessibleName(text);
    line->addWidget(button);
    return button;
}

void SelectionPage::setActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        QPushButton *button
            = addButton(m_filing, action->icon(), action->text(), "selection_"_L1 + action->objectName());
        button->setEnabled(action->isEnabled());
        connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
        connect(button, &QPushButton::clicked, action, [action, button] {
            if (action->menu())
                action->menu()->popup(button->mapToGlobal(button->rect().bottomLeft()));
            else
                action->trigger();
        });
    }
}

void SelectionPage::showSelection(const QList<MessageRow> &first, qint64 rows, std::optional<qint64> messages)
{
    const QString conversations = tr("%Ln conversation(s)", nullptr, int(rows));
    const QString all = tr("%Ln message(s) selected", nullptr, int(messages.value_or(0)));
    if (!messages)
        m_title->setText(tr("%Ln conversation(s) selected", nullptr, int(rows)));
    else
        m_title->setText(
            rows < *messages ? tr("%1 in %2", "messages in conversations").arg(all, conversations) : all);
    QStringList lines;
    for (const MessageRow &row : first)
        lines.append(m_lines->fontMetrics().elidedText(
            tr("%1 — %2", "sender, subject")
                .arg(leftPart(oneLine(displayName(row.from)), 40), oneLine(row.subject)),
            Qt::ElideRight, 440));
    if (messages && *messages > first.size())
        lines.append(tr("and %Ln more", nullptr, int(*messages - first.size())));
    m_lines->setText(lines.join(u'\n'));
}

QString SelectionPage::title() const
{
    return m_title->text();
}

} // namespace kw
