#include "ui/people/persontagsedit.h"

#include "core/account/persontags.h"
#include "ui/look/flowlayout.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"

#include <QCompleter>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int Gap = 6;
constexpr int FieldCharacters = 14;
} // namespace

PersonTagsEdit::PersonTagsEdit(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this, Gap))
    , m_field(new QLineEdit(this))
{
    setNames(this, "personTags"_L1, tr("Tags of this person"));
    setNames(m_field, "personTagField"_L1, tr("Add a tag"));
    m_field->setPlaceholderText(tr("Add a tag, such as family"));
    m_field->setMaxLength(int(PersonTagFile::LongestTag));
    m_field->setMinimumWidth(m_field->fontMetrics().averageCharWidth() * 2 * FieldCharacters);
    m_flow->addWidget(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, &PersonTagsEdit::add);
}

void PersonTagsEdit::setTags(const QStringList &tags, const QStringList &known)
{
    m_tags = tags;
    QStringList others = known;
    for (const QString &tag : tags)
        others.removeAll(tag);
    auto *completer = new QCompleter(others, m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    delete m_field->completer();
    m_field->setCompleter(completer);
    build();
}

void PersonTagsEdit::build()
{
    for (QWidget *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // one of them may have been pressed
    }
    m_chips.clear();
    for (const QString &tag : std::as_const(m_tags)) {
        auto *chip = new QToolButton(this);
        setNames(chip, "personTag"_L1, tr("Take off the tag %1").arg(tag));
        chip->setToolTip(chip->accessibleName());
        chip->setText(QString(tag).replace(u'&', "&&"_L1));
        chip->setIcon(icon("close"_L1));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::clicked, this, [this, tag] { take(tag); });
        m_flow->insertWidget(int(m_chips.size()), chip);
        chip->show();
        m_chips.append(chip);
    }
    updateGeometry();
}

void PersonTagsEdit::add()
{
    const QStringList tags = tidiedPersonTags(m_tags + QStringList{m_field->text()});
    m_field->clear();
    if (tags == m_tags)
        return;
    m_tags = tags;
    build();
    Q_EMIT changed(m_tags);
}

void PersonTagsEdit::take(const QString &tag)
{
    m_tags.removeAll(tag);
    build();
    m_field->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed(m_tags);
}

} // namespace kw
