#include "ui/cleanup/quotameter.h"

#include "ui/cleanup/quotawords.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int BarHeight = 3;
constexpr int Side = 6;
} // namespace

QuotaMeter::QuotaMeter(QWidget *parent)
    : QToolButton(parent)
{
    setNames(this, "quotaMeter"_L1, tr("Room on the server"));
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    hide();
}

void QuotaMeter::setQuota(const QString &account, const AccountQuota &quota)
{
    m_quota = quota;
    const QuotaRow *row = m_quota.fullest();
    setVisible(row != nullptr);
    if (!row)
        return;
    setText(quotaShort(*row));
    setAccessibleName(tr("%1: %2 used (%3 %). Clean up", "account, used of limit, percent")
                          .arg(account, quotaUsed(*row), number(row->percent())));
    setToolTip(account + u'\n' + quotaDetails(m_quota) + u'\n' + tr("Click to clean up"));
    updateGeometry();
    update();
}

QSize QuotaMeter::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * Side, fontMetrics().height() + BarHeight + 5};
}

void QuotaMeter::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const QuotaRow *row = m_quota.fullest();
    if (!row)
        return;
    const QRect inner = rect().adjusted(Side, 1, -Side, -2);
    const Tone tone = quotaTone(*row);
    painter.setPen(tone == Tone::Info ? palette().color(QPalette::WindowText) : toneText(tone, palette()));
    painter.drawText(inner.adjusted(0, 0, 0, -BarHeight - 1), Qt::AlignCenter, text());
    QRect bar(inner.left(), inner.bottom() - BarHeight + 1, inner.width(), BarHeight);
    painter.fillRect(bar, lineColor(palette()));
    const int filled = std::clamp(bar.width() * std::min(row->percent(), 100) / 100, 2, bar.width());
    const int from = layoutDirection() == Qt::RightToLeft ? bar.right() - filled + 1 : bar.left();
    painter.fillRect(from, bar.top(), filled, BarHeight,
                     tone == Tone::Info ? palette().color(QPalette::Highlight) : toneText(tone, palette()));
}

} // namespace kw
