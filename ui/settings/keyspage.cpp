#include "ui/settings/keyspage.h"

#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/settings/shortcutkeys.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace kw {

KeysPage::KeysPage(ShortcutKeys *keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_list(new QTreeWidget(this))
    , m_key(new QKeySequenceEdit(this))
    , m_reset(new QPushButton(tr("Usual Key"), this))
    , m_resetAll(new QPushButton(tr("All Usual Keys"), this))
    , m_message(plainLabel({}, "keyMessage"_L1, this))
{
    setNames(this, "keysPage"_L1, tr("Keyboard"));
    build();
    fill();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysPage::onChosen);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeysPage::onTyped);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (QAction *action = chosen())
            say(m_keys->reset(action).value_or(QString()));
    });
    connect(m_resetAll, &QPushButton::clicked, m_keys, &ShortcutKeys::resetAll);
    connect(m_keys, &ShortcutKeys::changed, this, &KeysPage::showKeys);
    onChosen();
}

void KeysPage::build()
{
    setNames(m_list, "keysList"_L1, tr("Actions and their keys"));
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    setNames(m_key, "keyEdit"_L1, tr("Key of the chosen action"));
    m_key->setMaximumSequenceLength(1);
    m_key->setClearButtonEnabled(true);
    m_reset->setObjectName("keyReset"_L1);
    m_resetAll->setObjectName("keyResetAll"_L1);
    m_reset->setAutoDefault(false);
    m_resetAll->setAutoDefault(false);
    m_message->setWordWrap(true);
    auto *label = plainLabel(tr("Key:"), "keyLabel"_L1, this);
    label->setBuddy(m_key);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_key, 1);
    row->addWidget(m_reset);
    row->addWidget(m_resetAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(10);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addWidget(m_message);
}

void KeysPage::fill()
{
    for (const auto &[title, actions] : m_keys->sections()) {
        auto *section = new QTreeWidgetItem(m_list, {QString(title).remove(u'&')});
        section->setFirstColumnSpanned(true);
        section->setFlags(Qt::ItemIsEnabled);
        for (QAction *action : actions) {
            if (!action)
                continue;
            auto *item = new QTreeWidgetItem(section, {QString(action->text()).remove(u'&')});
            item->setIcon(0, action->icon());
            item->setSizeHint(0, QSize(0, qMax(fontMetrics().height() + 8, 24)));
            m_actions.insert(item, action);
        }
    }
    m_list->expandAll();
    showKeys();
}

void KeysPage::showKeys()
{
    for (const auto &[item, action] : m_actions.asKeyValueRange()) {
        item->setText(1, QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText));
        QFont font = m_list->font();
        font.setBold(!m_keys->isDefault(action)); // what the person has changed is easy to find again
        item->setFont(0, font);
        item->setFont(1, font);
    }
    onChosen();
}

QAction *KeysPage::chosen() const
{
    return m_actions.value(m_list->currentItem());
}

void KeysPage::onChosen()
{
    QAction *action = chosen();
    const QSignalBlocker quiet(m_key);
    m_key->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_key->setEnabled(action);
    m_reset->setEnabled(action && !m_keys->isDefault(action));
    say({});
}

void KeysPage::onTyped()
{
    QAction *action = chosen();
    if (!action || m_key->keySequence() == action->shortcut())
        return;
    if (const auto why = m_keys->set(action, m_key->keySequence())) {
        const QSignalBlocker quiet(m_key);
        m_key->setKeySequence(action->shortcut());
        say(*why);
    }
}

void KeysPage::say(const QString &sentence)
{
    QPalette colors;
    colors.setColor(QPalette::WindowText, toneText(Tone::Warning, palette()));
    m_message->setPalette(colors);
    m_message->setText(sentence);
}

} // namespace kw
