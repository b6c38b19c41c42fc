#include "ui/settings/settingspage.h"

#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/settings/settingrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int WidestLabel = 230;
constexpr int WidestChoice = 300;

// The wheel scrolls the page; it does not change what happens to lie under it.
class StillChoice final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

QString wordsOf(const QList<std::pair<QString, QVariant>> &choices)
{
    QStringList words;
    for (const auto &[text, value] : choices)
        words.append(text);
    return words.join(u' ');
}

QString wordOf(const QVariant &value)
{
    return value.typeId() == QMetaType::Int ? number(value.toInt()) : value.toString();
}

// A value from the file that is none of ours stays to be seen and chosen.
void showChoice(QComboBox *box, const QVariant &value)
{
    int place = box->findData(value);
    if (place < 0) {
        box->addItem(wordOf(value), value);
        place = box->count() - 1;
    }
    box->setCurrentIndex(place);
}

} // namespace

SettingsPage::SettingsPage(QLatin1StringView objectName, const QString &title, QLatin1StringView icon,
                           const QString &synonyms, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_icon(icon)
    , m_synonyms(synonyms)
    , m_rows(new QVBoxLayout(this))
{
    setNames(this, objectName, title);
    m_rows->setContentsMargins(14, 10, 14, 14);
    m_rows->setSpacing(2);
}

QStringList SettingsPage::keys() const
{
    QStringList keys;
    for (const SettingRow *row : m_all) {
        if (!row->key().isEmpty())
            keys.append(row->key());
    }
    return keys;
}

QString SettingsPage::labelOf(const QString &key) const
{
    for (const SettingRow *row : m_all) {
        if (row->key() == key)
            return row->label();
    }
    return {};
}

QString SettingsPage::valueText(const QString &key, const UiSettings &settings) const
{
    const auto text = m_texts.value(key);
    return text ? text(settings) : QString();
}

int SettingsPage::search(const QString &text)
{
    const QStringList words = foldedWords(text);
    int hits = 0;
    for (SettingRow *row : std::as_const(m_all)) {
        const bool hit = row->matches(words);
        row->setMarked(hit);
        hits += hit;
    }
    if (hits == 0 && wordsMatch(words, foldedWords(m_title + u' ' + m_synonyms)))
        return 1;
    return hits;
}

SettingRow *SettingsPage::firstHit() const
{
    const auto hit = std::ranges::find_if(m_all, &SettingRow::isMarked);
    return hit == m_all.end() ? nullptr : *hit;
}

QWidget *SettingsPage::firstControl() const
{
    const SettingRow *row = firstHit();
    return row ? row->control() : nullptr;
}

void SettingsPage::showSettings(const UiSettings &settings)
{
    m_showing = true;
    for (const auto &show : std::as_const(m_show))
        show(settings);
    m_showing = false;
}

void SettingsPage::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setObjectName("settingsHeading"_L1);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    heading->setContentsMargins(10, m_all.isEmpty() ? 4 : 14, 10, 2);
    m_rows->addWidget(heading);
}

void SettingsPage::addText(QLatin1StringView name, const QString &text, const QString &synonyms)
{
    auto *label = plainLabel(text, name, this);
    label->setWordWrap(true);
    add(new SettingRow({name, {}, {}, {}, synonyms}, label, text, this));
}

void SettingsPage::addTick(const SettingText &text, bool (*get)(const UiSettings &),
                           void (*set)(UiSettings &, bool))
{
    auto *box = new QCheckBox(text.label, this);
    setNames(box, text.name, text.label);
    connect(box, &QCheckBox::toggled, this, [this, set](bool on) {
        if (!m_showing)
            Q_EMIT changeWanted([set, on](UiSettings &s) { set(s, on); });
    });
    m_show.append([box, get](const UiSettings &s) { box->setChecked(get(s)); });
    m_texts.insert(text.key, [get](const UiSettings &s) { return get(s) ? tr("on") : tr("off"); });
    add(new SettingRow(text, box, {}, this));
}

void SettingsPage::addChoice(const SettingText &text, const SettingChoices &choices,
                             int (*get)(const UiSettings &), void (*set)(UiSettings &, int))
{
    QList<std::pair<QString, QVariant>> entries;
    for (const auto &[entry, value] : choices)
        entries.append({entry, value});
    addBox(text, entries, get, [set](UiSettings &s, const QVariant &value) { set(s, value.toInt()); });
}

QComboBox *SettingsPage::addTextChoice(const SettingText &text,
                                       const QList<std::pair<QString, QString>> &choices,
                                       QString (*get)(const UiSettings &),
                                       void (*set)(UiSettings &, const QString &))
{
    QList<std::pair<QString, QVariant>> entries;
    for (const auto &[entry, value] : choices)
        entries.append({entry, value});
    return addBox(text, entries, get,
                  [set](UiSettings &s, const QVariant &value) { set(s, value.toString()); });
}

QComboBox *SettingsPage::addBox(const SettingText &text, const QList<std::pair<QString, QVariant>> &choices,
                                const std::function<QVariant(const UiSettings &)> &get,
                                const std::function<void(UiSettings &, const QVariant &)> &set)
{
    auto *box = new StillChoice(this);
    setNames(box, text.name, text.label);
    for (const auto &[entry, value] : choices)
        box->addItem(entry, value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaximumWidth(WidestChoice);
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, set] {
        const QVariant value = box->currentData();
        if (!m_showing)
            Q_EMIT changeWanted([set, value](UiSettings &s) { set(s, value); });
    });
    m_show.append([box, get](const UiSettings &s) { showChoice(box, get(s)); });
    m_texts.insert(text.key, [choices, get](const UiSettings &s) {
        const QVariant value = get(s);
        const auto found
            = std::ranges::find_if(choices, [&value](const auto &c) { return c.second == value; });
        return found == choices.end() ? wordOf(value) : found->first;
    });
    add(new SettingRow(text, box, wordsOf(choices), this));
    return box;
}

SettingRow *SettingsPage::addControl(const SettingText &text, QWidget *control)
{
    return add(new SettingRow(text, control, {}, this));
}

void SettingsPage::addWide(QWidget *widget, const QString &synonyms)
{
    m_synonyms += u' ' + synonyms;
    m_rows->addWidget(widget, 1);
}

SettingRow *SettingsPage::add(SettingRow *row)
{
    m_rows->addWidget(row);
    m_all.append(row);
    return row;
}

void SettingsPage::finish()
{
    int width = 0;
    for (const SettingRow *row : std::as_const(m_all))
        width = std::max(width, row->labelWidth());
    for (SettingRow *row : std::as_const(m_all))
        row->setLabelWidth(std::min(width, WidestLabel));
    m_rows->addStretch(1);
}

} // namespace kw
