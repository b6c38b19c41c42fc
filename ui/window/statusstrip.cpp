#include "ui/window/statusstrip.h"

#include "ui/cleanup/quotameter.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_onlineButton(flatButton("online"_L1, tr("Online"), "onlineSwitch"_L1, this))
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_changes(flatButton("changes"_L1, tr("Changes"), "changesWaiting"_L1, this))
    , m_quota(new QuotaMeter(this))
{
    setNames(this, "statusStrip"_L1, tr("Status"));
    m_onlineButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_onlineButton->setIconSize(QSize(16, 16));
    m_text->setObjectName("statusText"_L1);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setNames(m_bar, "syncProgress"_L1, tr("Sync progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(140, 8);
    m_bar->hide();
    m_changes->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_changes->setIconSize(QSize(16, 16));
    m_changes->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 12, 2);
    layout->setSpacing(10);
    layout->addWidget(m_onlineButton);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_changes);
    layout->addWidget(m_quota);
    connect(m_onlineButton, &QToolButton::clicked, this, [this] { Q_EMIT onlineToggled(!m_online); });
    connect(m_changes, &QToolButton::clicked, this, &StatusStrip::changesClicked);
    renew();
}

void StatusStrip::setOnline(bool online)
{
    m_online = online;
    renew();
}

void StatusStrip::setAccounts(const QList<AccountSettings> &accounts)
{
    m_order.clear();
    m_names.clear();
    for (const AccountSettings &a : accounts) {
        m_order.append(a.key);
        m_names.insert(a.key, a.name.isEmpty() ? a.address : a.name);
    }
    m_statuses.removeIf([this](const auto &entry) { return !m_names.contains(entry.key()); });
    renew();
}

void StatusStrip::setStatus(const AccountStatus &status)
{
    m_statuses.insert(status.key, status);
    noteConnection();
    renew();
}

void StatusStrip::setChanges(const JournalPages::Counts &counts)
{
    m_counts = counts;
    renewChanges();
}

void StatusStrip::renewChanges()
{
    QStringList parts;
    if (m_counts.waiting > 0)
        parts.append(tr("%Ln change(s) waiting", nullptr, m_counts.waiting));
    if (m_counts.marks > 0)
        parts.append(tr("%Ln read mark(s) waiting", nullptr, m_counts.marks));
    if (m_counts.refused > 0)
        parts.append(tr("%Ln change(s) refused", nullptr, m_counts.refused));
    const QString text = parts.join(u"  ·  "_s);
    m_changes->setIcon(m_counts.refused > 0 ? icon("warning"_L1, toneText(Tone::Bad, palette()))
                                            : icon("changes"_L1));
    m_changes->setText(text);
    m_changes->setAccessibleName(parts.isEmpty() ? tr("Changes") : text);
    m_changes->setToolTip(tr("Show what waits, what was done and what was refused"));
    m_changes->setVisible(!parts.isEmpty());
}

void StatusStrip::showLink(const QString &target)
{
    m_link = target;
    renew();
}

QString StatusStrip::text() const
{
    return m_text->fullText();
}

QString StatusStrip::sentence(const AccountStatus &s) const
{
    const QString name = m_names.value(s.key);
    if (s.total > 0)
        return tr("%1: syncing %2 of %3").arg(name, number(s.done), number(s.total));
    return tr("%1: %2", "account, state").arg(name, livenessSentence(s.liveness, s.staleSince));
}

// Not while it is being tried again: the word would come and go.
void StatusStrip::noteConnection()
{
    const auto isAny = [this](std::initializer_list<Liveness> states) {
        return std::ranges::any_of(m_statuses, [&states](const AccountStatus &status) {
            return std::ranges::find(states, status.liveness) != states.end();
        });
    };
    if (isAny({Liveness::Syncing, Liveness::Live, Liveness::Polling, Liveness::NeedsYou}))
        m_connected = true;
    else if (isAny({Liveness::Stale}))
        m_connected = false;
}

void StatusStrip::renewSwitch()
{
    const bool connected = m_online && m_connected;
    m_onlineButton->setIcon(connected      ? icon("online"_L1, toneText(Tone::Good, palette()))
                                : m_online ? icon("offline"_L1, toneText(Tone::Warning, palette()))
                                           : icon("offline"_L1));
    m_onlineButton->setText(connected ? tr("Online") : m_online ? tr("No Connection") : tr("Offline"));
    m_onlineButton->setAccessibleName(m_onlineButton->text());
    m_onlineButton->setToolTip(m_online ? tr("Work offline") : tr("Go online"));
}

void StatusStrip::renew()
{
    renewSwitch();
    QStringList parts;
    qint64 done = 0;
    qint64 total = 0;
    for (const QString &key : std::as_const(m_order)) {
        const auto it = m_statuses.constFind(key);
        if (it == m_statuses.cend())
            continue;
        done += it->done;
        total += it->total;
        if (m_online)
            parts.append(sentence(*it));
    }
    if (!m_online && !m_order.isEmpty())
        parts.append(tr("Your mail is here; changes are sent when you go online."));
    m_text->setFullText(m_link.isEmpty() ? parts.join(u"  ·  "_s) : m_link);
    m_bar->setVisible(m_online && total > 0);
    m_bar->setRange(0, 1000);
    m_bar->setValue(total > 0 ? int(done * 1000 / total) : 0);
    renewChanges();
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(lineColor(palette()));
    painter.drawLine(0, 0, width(), 0);
}

void StatusStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        renew();
}

} // namespace kw
