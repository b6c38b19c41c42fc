#include "ui/settings/keyspage.h"

#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/settings/keyedit.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/shortcutkeys.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace kw {

KeysPage::KeysPage(ShortcutKeys *keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_key(new KeyEdit(this))
    , m_reset(new QPushButton(tr("Usual Key"), this))
    , m_resetAll(new QPushButton(tr("All Usual Keys"), this))
    , m_message(plainLabel({}, "keyMessage"_L1, this))
    , m_take(new QPushButton(tr("Take It from There"), this))
{
    setNames(this, "keysPage"_L1, tr("Keyboard"));
    build();
    fill();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysPage::onChosen);
    connect(m_key, &KeyEdit::keySequenceChanged, this, &KeysPage::onTyped);
    connect(m_key, &KeyEdit::nothingTyped, this, &KeysPage::onChosen);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (QAction *action = chosen())
            say(m_keys->reset(action).value_or(QString()));
    });
    connect(m_filter, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(m_take, &QPushButton::clicked, this, &KeysPage::takeAway);
    connect(m_resetAll, &QPushButton::clicked, m_keys, &ShortcutKeys::resetAll);
    connect(m_keys, &ShortcutKeys::changed, this, &KeysPage::showKeys);
    onChosen();
}

void KeysPage::build()
{
    setNames(m_filter, "keysFilter"_L1, tr("Search actions and keys"));
    m_filter->setPlaceholderText(tr("Search actions and keys"));
    m_filter->setClearButtonEnabled(true);
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
    m_take->setObjectName("keyTake"_L1);
    m_take->setAutoDefault(false);
    m_message->setWordWrap(true);
    auto *label = plainLabel(tr("Key:"), "keyLabel"_L1, this);
    label->setBuddy(m_key);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_key, 1);
    row->addWidget(m_reset);
    row->addWidget(m_resetAll);
    auto *trouble = new QHBoxLayout;
    trouble->addWidget(m_message, 1);
    trouble->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addLayout(trouble);
}

void KeysPage::fill()
{
    // Names without a picture begin where the others do.
    QPixmap blank(QSize(16, 16).expandedTo(m_list->iconSize()));
    blank.fill(Qt::transparent);
    const QIcon nothing(blank);
    for (const auto &[title, actions] : m_keys->sections()) {
        auto *section = new QTreeWidgetItem(m_list, {QString(title).remove(u'&')});
        section->setFirstColumnSpanned(true);
        section->setFlags(Qt::ItemIsEnabled);
        for (QAction *action : actions) {
            if (!action)
                continue;
            auto *item = new QTreeWidgetItem(section, {QString(action->text()).remove(u'&')});
            item->setIcon(0, action->icon().isNull() ? nothing : action->icon());
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

int KeysPage::filter(const QString &text)
{
    if (m_filter->text() != text) {
        const QSignalBlocker quiet(m_filter);
        m_filter->setText(text);
    }
    const QStringList words = foldedWords(text);
    int shown = 0;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *section = m_list->topLevelItem(i);
        int here = 0;
        for (int j = 0; j < section->childCount(); ++j) {
            QTreeWidgetItem *item = section->child(j);
            const QString keys = item->text(1);
            const bool hit = words.isEmpty() || wordsMatch(words, foldedWords(item->text(0)))
                || (!keys.isEmpty() && keys.contains(text.trimmed(), Qt::CaseInsensitive));
            item->setHidden(!hit);
            here += hit;
        }
        section->setHidden(here == 0);
        shown += here;
    }
    return shown;
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
    const QKeySequence wanted = m_key->keySequence();
    if (const auto why = m_keys->set(action, wanted)) {
        const QSignalBlocker quiet(m_key);
        m_key->setKeySequence(action->shortcut());
        say(*why);
        m_wanted = wanted;
        m_take->setVisible(m_keys->owner(action, wanted));
    }
}

void KeysPage::takeAway()
{
    QAction *action = chosen();
    QAction *owner = action ? m_keys->owner(action, m_wanted) : nullptr;
    const QKeySequence wanted = m_wanted;
    if (!owner)
        return;
    m_keys->take(owner, wanted);
    m_keys->set(action, wanted);
}

void KeysPage::say(const QString &sentence)
{
    QPalette colors;
    colors.setColor(QPalette::WindowText, toneText(Tone::Warning, palette()));
    m_message->setPalette(colors);
    m_message->setText(sentence);
    m_take->hide();
}

} // namespace kw
