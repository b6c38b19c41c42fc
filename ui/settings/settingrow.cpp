#include "ui/settings/settingrow.h"

#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/settings/settingspage.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int Gap = 14; // between label and control
constexpr int TickIndent = 24; // help stands below the tick's text, not below its box

} // namespace

QStringList foldedWords(const QString &text)
{
    static const QRegularExpression accents(u"\\p{Mn}"_s);
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    QString plain = text.normalized(QString::NormalizationForm_KD).remove(accents).toCaseFolded();
    return plain.split(between, Qt::SkipEmptyParts);
}

bool wordsMatch(const QStringList &words, const QStringList &text)
{
    return !words.isEmpty() && std::ranges::all_of(words, [&text](const QString &word) {
        return std::ranges::any_of(text, [&word](const QString &candidate) {
            return candidate.startsWith(word) || (word.size() > 2 && candidate.contains(word));
        });
    });
}

SettingRow::SettingRow(const SettingText &text, QWidget *control, const QString &words, QWidget *parent)
    : QWidget(parent)
    , m_key(text.key)
    , m_label(text.label)
    , m_words(QStringList{text.label, text.help, text.synonyms, words}.join(u' '))
    , m_control(control)
    , m_layout(new QGridLayout(this))
{
    setObjectName(QString(text.name) + "Row"_L1);
    m_layout->setContentsMargins(10, 6, 10, 6);
    m_layout->setHorizontalSpacing(Gap);
    m_layout->setVerticalSpacing(3);
    const bool isTick = qobject_cast<QCheckBox *>(control);
    if (!isTick && !text.label.isEmpty()) {
        m_title = plainLabel(tr("%1:", "a setting's name").arg(text.label), {}, this);
        m_title->setObjectName(QString(text.name) + "Label"_L1);
        m_title->setBuddy(control);
        m_title->setWordWrap(true);
        m_layout->addWidget(m_title, 0, 0, Qt::AlignTop | Qt::AlignLeft);
        m_title->setMinimumHeight(control->sizeHint().height());
    }
    if (isTick || m_title)
        m_layout->addWidget(control, 0, 1, Qt::AlignVCenter | Qt::AlignLeft);
    else
        m_layout->addWidget(control, 0, 0, 1, 2);
    m_layout->setColumnStretch(1, 1);
    if (text.help.isEmpty())
        return;
    auto *help = plainLabel(text.help, {}, this);
    help->setObjectName(QString(text.name) + "Help"_L1);
    help->setWordWrap(true);
    setQuiet(help);
    if (isTick)
        help->setContentsMargins(TickIndent, 0, 0, 0);
    m_layout->addWidget(help, 1, 1);
}

int SettingRow::labelWidth() const
{
    return m_title ? m_title->fontMetrics().horizontalAdvance(m_title->text()) + 2 : 0;
}

void SettingRow::setLabelWidth(int width)
{
    if (m_title)
        m_title->setFixedWidth(width);
    else if (qobject_cast<QCheckBox *>(m_control))
        m_layout->setColumnMinimumWidth(0, width > 0 ? width + Gap : 0); // an empty column has no gap
}

bool SettingRow::matches(const QStringList &words) const
{
    return wordsMatch(words, foldedWords(m_words));
}

void SettingRow::setMarked(bool on)
{
    if (m_marked == on)
        return;
    m_marked = on;
    update();
}

void SettingRow::paintEvent(QPaintEvent *)
{
    if (!m_marked)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneText(Tone::Info, palette()), 1));
    painter.setBrush(toneFill(Tone::Info, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace kw
