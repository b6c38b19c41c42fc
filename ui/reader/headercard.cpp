#include "ui/reader/headercard.h"

#include "core/sync/facade/senderchecks.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr qsizetype NamesShown = 3;
constexpr int NarrowBelow = 420; // pixels
constexpr qsizetype MostRecipients = 200; // a message to 10,000 people does not make a label of 10,000 lines

QString full(const Address &a)
{
    return a.name.isEmpty() ? a.email : u"%1 <%2>"_s.arg(a.name, a.email);
}

} // namespace

HeaderCard::HeaderCard(QWidget *parent)
    : QWidget(parent)
    , m_avatar(new Avatar(40, this))
    , m_name(new ElidedLabel(this))
    , m_address(new ElidedLabel(this))
    , m_recipients(new ElidedLabel(this))
    , m_all(plainLabel({}, "allRecipients"_L1, this))
    , m_evidence(plainLabel({}, "senderEvidence"_L1, this))
    , m_unfold(flatButton("down"_L1, tr("Show all recipients"), "unfoldRecipients"_L1, this))
    , m_date(plainLabel({}, "messageDate"_L1, this))
    , m_star(flatButton("star"_L1, tr("Star"), "starMessage"_L1, this))
    , m_more(flatButton("more"_L1, tr("More actions"), "moreActions"_L1, this))
{
    setObjectName("headerCard"_L1);
    m_avatar->setObjectName("senderAvatar"_L1);
    m_name->setObjectName("senderName"_L1);
    m_address->setObjectName("senderAddress"_L1);
    m_recipients->setObjectName("recipients"_L1);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_address->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_recipients->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (QWidget *quiet : {static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_recipients),
                           static_cast<QWidget *>(m_date)})
        setQuiet(quiet);
    for (QWidget *sender : {static_cast<QWidget *>(m_avatar), static_cast<QWidget *>(m_name)}) {
        sender->setCursor(Qt::PointingHandCursor);
        sender->installEventFilter(this);
    }
    m_all->setWordWrap(true);
    m_all->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_all->setVisible(false);
    m_evidence->setVisible(false);
    setQuiet(m_evidence);
    m_unfold->setCheckable(true);
    m_unfold->setIconSize(QSize(14, 14));
    m_more->setPopupMode(QToolButton::InstantPopup);

    layOut();
    connect(m_unfold, &QToolButton::toggled, this, &HeaderCard::unfold);
    connect(m_star, &QToolButton::clicked, this, &HeaderCard::starClicked);
}

void HeaderCard::layOut()
{
    m_who = new QBoxLayout(QBoxLayout::LeftToRight);
    m_who->setSpacing(8);
    m_who->addWidget(m_name);
    m_who->addWidget(m_address, 1);
    m_first = new QHBoxLayout;
    m_first->setSpacing(8);
    m_first->addLayout(m_who, 1);
    m_first->addWidget(m_date);
    m_first->addWidget(m_star, 0, Qt::AlignTop);
    m_first->addWidget(m_more, 0, Qt::AlignTop);
    m_to = new QHBoxLayout;
    m_to->setSpacing(2);
    m_to->addWidget(m_recipients);
    m_to->addWidget(m_unfold);
    m_to->addStretch(1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_avatar, 0, 0, 2, 1, Qt::AlignTop);
    grid->addLayout(m_first, 0, 1);
    grid->addLayout(m_to, 1, 1);
    grid->addWidget(m_evidence, 2, 1);
    grid->addWidget(m_all, 3, 1);
    grid->setColumnStretch(1, 1);
}

// Where there is little room the address goes below the name and the date beside the recipients: neither may
// be squeezed away.
void HeaderCard::setNarrow(bool on)
{
    if (std::exchange(m_narrow, on) == on)
        return;
    m_who->setDirection(on ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_who->setSpacing(on ? 0 : 8);
    (on ? m_first : m_to)->removeWidget(m_date);
    if (on)
        m_to->addWidget(m_date);
    else
        m_first->insertWidget(1, m_date);
}

void HeaderCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setNarrow(width() < NarrowBelow);
}

// With the keyboard: the menu, or the window's key.
bool HeaderCard::eventFilter(QObject *object, QEvent *event)
{
    if ((object == m_avatar || object == m_name) && event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        Q_EMIT senderClicked();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

void HeaderCard::setMessage(const MessageView &view, const QStringList &own)
{
    m_view = view;
    m_avatar->setAddress(view.from);
    const QString name = displayName(view.from);
    m_name->setFullText(name.isEmpty() ? tr("(no sender)") : name);
    // The address is always there: a display name is whatever the sender likes.
    m_address->setFullText(
        view.from.name.isEmpty() || view.from.email.isEmpty() ? QString() : u"<%1>"_s.arg(view.from.email));
    m_recipients->setFullText(recipientLine(view, own));
    m_date->setText(shortDate(view.date));
    m_date->setToolTip(longDate(view.date));
    m_date->setAccessibleName(longDate(view.date));
    m_evidence->setVisible(false);
    m_unfold->setChecked(false);
    m_unfold->setVisible(!view.to.isEmpty() || !view.cc.isEmpty());
    unfold(false);
}

void HeaderCard::setStarVisible(bool on)
{
    m_star->setVisible(on);
}

void HeaderCard::setEvidence(const SenderReport &report)
{
    const Evidence &evidence = report.evidence;
    QString line;
    if (evidence.origin == Evidence::Origin::Proven)
        line = evidence.witness == Evidence::Witness::Ourselves
            ? tr("✓ Comes from %1 (signature checked here)").arg(evidence.domain)
            : tr("✓ Comes from %1").arg(evidence.domain);
    else if (evidence.origin == Evidence::Origin::Unknown && !evidence.signedBy.isEmpty())
        line = tr("Passed on by %1").arg(evidence.signedBy);
    if (report.acquaintance.isFirst && !report.acquaintance.isOneself)
        line = line.isEmpty() ? tr("First message from this address")
                              : tr("%1 · first message from this address").arg(line);
    m_evidence->setText(line);
    m_evidence->setAccessibleName(line);
    m_evidence->setToolTip(evidence.checks.isEmpty()
                               ? QString()
                               : tr("%1 says: %2").arg(evidence.server, evidence.checks.join(", "_L1)));
    m_evidence->setVisible(!line.isEmpty());
}

void HeaderCard::setStarred(bool on)
{
    m_starred = on;
    m_star->setIcon(on ? icon("star-filled"_L1, starColor(palette())) : icon("star"_L1));
    const QString text = on ? tr("Remove the star") : tr("Star");
    m_star->setToolTip(text);
    m_star->setAccessibleName(text);
}

QString HeaderCard::recipientLine(const MessageView &view, const QStringList &own)
{
    const QList<Address> all = view.to + view.cc;
    if (all.isEmpty())
        return tr("to undisclosed recipients");
    QStringList names;
    const auto isMe = [&own](const Address &a) { return own.contains(a.email.toLower()); };
    if (std::any_of(all.begin(), all.end(), isMe))
        names.append(tr("me", "recipient"));
    for (const Address &a : all) {
        if (names.size() >= NamesShown)
            break;
        if (!isMe(a))
            names.append(a.name.isEmpty() ? a.email : a.name.section(u' ', 0, 0));
    }
    const qsizetype rest = all.size() - names.size();
    const QString line = tr("to %1", "recipients").arg(names.join(tr(", ", "between names")));
    return rest > 0 ? line + u" +%1"_s.arg(number(rest)) : line;
}

QString HeaderCard::allRecipients() const
{
    const auto group = [](const QString &label, const QList<Address> &list) {
        QStringList lines;
        for (const Address &a : list.mid(0, MostRecipients))
            lines.append(oneLine(full(a)));
        if (list.size() > MostRecipients)
            lines.append(tr("and %Ln more", nullptr, int(list.size() - MostRecipients)));
        return lines.isEmpty() ? QString() : label + u' ' + lines.join(u", "_s);
    };
    QStringList groups{group(tr("From:"), {m_view.from}), group(tr("Reply to:"), m_view.replyTo),
                       group(tr("To:"), m_view.to), group(tr("Copy:"), m_view.cc),
                       tr("Date: %1").arg(longDate(m_view.date))};
    groups.removeAll(QString());
    return groups.join(u'\n');
}

void HeaderCard::unfold(bool on)
{
    m_all->setText(on ? allRecipients() : QString());
    m_all->setAccessibleName(m_all->text());
    m_all->setVisible(on);
    m_unfold->setIcon(icon(on ? "up"_L1 : "down"_L1));
    const QString text = on ? tr("Hide the recipients") : tr("Show all recipients");
    m_unfold->setToolTip(text);
    m_unfold->setAccessibleName(text);
}

void HeaderCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setStarred(m_starred);
}

} // namespace kw
