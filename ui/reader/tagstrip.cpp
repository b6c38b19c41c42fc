#include "ui/reader/tagstrip.h"

#include "ui/look/chip.h"
#include "ui/look/widgets.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int Gap = 4;
constexpr int WidestChip = 140; // pixels
constexpr qsizetype MostShown = 4; // the tooltip has all of them
} // namespace

TagStrip::TagStrip(QWidget *parent)
    : QWidget(parent)
{
    setNames(this, "tagStrip"_L1, tr("Tags"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void TagStrip::setTags(const QList<Tag> &tags)
{
    m_tags = tags;
    const QString all = TagLooks::names(tags).join(", "_L1);
    setToolTip(all);
    setAccessibleName(tr("Tags: %1").arg(all));
    setVisible(!tags.isEmpty());
    updateGeometry();
    update();
}

QSize TagStrip::sizeHint() const
{
    int width = 0;
    for (const Tag &tag : m_tags.mid(0, MostShown))
        width += chipWidth(fontMetrics(), tag.name, WidestChip) + Gap;
    return {width, chipHeight(fontMetrics()) + 4};
}

void TagStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int height = chipHeight(fontMetrics());
    int at = 0;
    for (const Tag &tag : m_tags.mid(0, MostShown)) {
        const int width = chipWidth(fontMetrics(), tag.name, WidestChip);
        const QRect place(layoutDirection() == Qt::RightToLeft ? this->width() - at - width : at,
                          (this->height() - height) / 2, width, height);
        paintChip(painter, place, tag.name, tag.color, palette().color(QPalette::Base),
                  palette().color(QPalette::Text));
        at += width + Gap;
    }
}

} // namespace kw
