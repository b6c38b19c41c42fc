#include "ui/accounts/discoverysteps.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int IconSide = 16;

struct Mark {
    QLatin1StringView icon;
    Tone tone = Tone::Info;
    bool isQuiet = true;
};

Mark markOf(StepState state)
{
    switch (state) {
    case StepState::Found:
        return {"check"_L1, Tone::Good, false};
    case StepState::Failed:
        return {"warning"_L1, Tone::Warning, false};
    default:
        return {"close"_L1, Tone::Info, true};
    }
}

} // namespace

DiscoverySteps::DiscoverySteps(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    setNames(this, "discoverySteps"_L1, tr("What is asked for your servers"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(5);
    m_layout->setColumnStretch(2, 1);
}

DiscoverySteps::Line DiscoverySteps::makeLine(int row)
{
    const auto name = [row](const char *what) { return QString::fromLatin1(what) + QString::number(row); };
    auto *spinner = new Spinner(IconSide, this);
    spinner->setObjectName(name("stepSpinner"));
    auto *icon = new QLabel(this);
    icon->setObjectName(name("stepIcon"));
    auto *title = plainLabel({}, "stepTitle"_L1, this);
    title->setObjectName(name("stepTitle"));
    auto *text = new ElidedLabel(this);
    text->setObjectName(name("stepText"));
    setQuiet(text);
    for (QWidget *mark : {static_cast<QWidget *>(spinner), static_cast<QWidget *>(icon)}) {
        mark->setFixedSize(IconSide, IconSide);
        m_layout->addWidget(mark, row, 0);
    }
    m_layout->addWidget(title, row, 1);
    m_layout->addWidget(text, row, 2);
    return {spinner, icon, title, text};
}

void DiscoverySteps::setSteps(const QList<DiscoveryStep> &steps)
{
    m_steps = steps;
    while (m_lines.size() < steps.size())
        m_lines.append(makeLine(int(m_lines.size())));
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        if (i < steps.size()) {
            fill(line, steps.at(i));
            continue;
        }
        line.spinner->hide();
        line.icon->hide();
        line.title->hide();
        line.text->hide();
    }
}

void DiscoverySteps::fill(const Line &line, const DiscoveryStep &step) const
{
    line.spinner->setVisible(!step.isOver());
    line.icon->setVisible(step.isOver());
    line.title->setVisible(true);
    line.text->setVisible(true);
    const Mark mark = markOf(step.state);
    const QColor color = mark.isQuiet ? quietText(palette()) : toneText(mark.tone, palette());
    line.icon->setPixmap(iconPixmap(mark.icon, color, IconSide, devicePixelRatioF()));
    line.title->setText(step.title);
    line.text->setFullText(step.isOver() ? step.text : tr("asking…"));
    line.title->setAccessibleName(step.isOver()
                                      ? tr("%1: %2", "what was asked, the answer").arg(step.title, step.text)
                                      : tr("%1: asking", "what is being asked").arg(step.title));
}

void DiscoverySteps::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setSteps(m_steps);
}

} // namespace kw
