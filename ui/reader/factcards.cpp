#include "ui/reader/factcards.h"

#include "ui/look/icons.h"
#include "ui/look/roundedframe.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/invitationreply.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype MostNames = 8;
constexpr qsizetype MostCards = 5;
constexpr qsizetype LongestText = 600;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::FactCards)
};

QString heading(const Invitation &invitation)
{
    const QString who = oneLine(displayName(invitation.organizer));
    switch (invitation.method) {
    case Invitation::Method::Request:
        return who.isEmpty() ? Words::tr("Invitation") : Words::tr("Invitation from %1").arg(who);
    case Invitation::Method::Cancel:
        return Words::tr("Cancelled");
    case Invitation::Method::Reply:
        return Words::tr("Answer to an invitation");
    case Invitation::Method::Counter:
        return Words::tr("Another time is proposed");
    case Invitation::Method::Refresh:
        return Words::tr("Asks for the invitation once more");
    case Invitation::Method::Add:
        return Words::tr("Another date of an event");
    case Invitation::Method::Publish:
        break;
    }
    return Words::tr("Event");
}

// In the person's own time; the sender's zone is named where it differs.
QString when(const Invitation &invitation)
{
    const QLocale locale;
    if (!invitation.start.isValid())
        return {};
    if (invitation.isAllDay) {
        const QDate first = invitation.start.date();
        const QDate last = invitation.end.isValid() ? invitation.end.date().addDays(-1) : first;
        const QString begin = locale.toString(first, QLocale::LongFormat);
        return last > first
            ? Words::tr("%1 – %2", "from day to day").arg(begin, locale.toString(last, QLocale::LongFormat))
            : begin;
    }
    const QDateTime start = invitation.start.toLocalTime();
    const QDateTime end = invitation.end.toLocalTime();
    QString text = locale.toString(start.date(), QLocale::LongFormat) + ", "_L1
        + locale.toString(start.time(), QLocale::ShortFormat);
    if (invitation.end.isValid())
        text = Words::tr("%1 – %2", "from time to time")
                   .arg(text,
                        start.date() == end.date() ? locale.toString(end.time(), QLocale::ShortFormat)
                                                   : locale.toString(end, QLocale::ShortFormat));
    const QDateTime there = invitation.start;
    if (there.offsetFromUtc() != start.offsetFromUtc())
        text += u' ' + Words::tr("(%1 there)").arg(locale.toString(there.time(), QLocale::ShortFormat));
    return text;
}

QString answered(const Invitation::Attendee &attendee)
{
    QString who = oneLine(displayName(attendee.who));
    switch (attendee.answer) {
    case Invitation::Answer::Accepted:
        return Words::tr("%1: comes").arg(who);
    case Invitation::Answer::Tentative:
        return Words::tr("%1: comes perhaps").arg(who);
    case Invitation::Answer::Declined:
        return Words::tr("%1: does not come").arg(who);
    case Invitation::Answer::Delegated:
        return Words::tr("%1: sends somebody else").arg(who);
    case Invitation::Answer::NeedsAction:
    case Invitation::Answer::None:
        break;
    }
    return who;
}

QString label(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : Words::tr("%1: %2", "name and value").arg(name, value);
}

} // namespace

FactCards::FactCards(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setNames(this, "factCards"_L1, tr("What the message brings"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    setVisible(false);
}

QStringList FactCards::invitationLines(const Invitation &invitation, const QStringList &own)
{
    QStringList lines{heading(invitation), oneLine(invitation.summary), when(invitation)};
    if (invitation.repeats)
        lines.append(tr("Repeats"));
    lines.append(label(tr("Place"), oneLine(invitation.location)));
    QStringList people;
    for (const Invitation::Attendee &attendee : invitation.attendees.mid(0, MostNames)) {
        QString one = own.contains(attendee.who.email.toLower()) ? tr("you") : answered(attendee);
        people.append(attendee.isOptional ? tr("%1 (optional)").arg(one) : one);
    }
    if (invitation.attendees.size() > MostNames)
        people.append(tr("and %Ln more", nullptr, int(invitation.attendees.size() - MostNames)));
    lines.append(label(tr("People"), people.join(", "_L1)));
    lines.append(oneLine(invitation.description.left(LongestText)));
    lines.removeAll(QString());
    return lines;
}

QStringList FactCards::contactLines(const ContactCard &card)
{
    QStringList lines{oneLine(card.name)};
    QStringList work{oneLine(card.title), oneLine(card.organization)};
    work.removeAll(QString());
    lines.append(work.join(", "_L1));
    lines.append(card.emails.mid(0, MostNames).join(", "_L1));
    lines.append(card.phones.mid(0, MostNames).join(", "_L1));
    lines += card.addresses.mid(0, 3);
    for (const QUrl &page : card.pages.mid(0, 3))
        lines.append(page.toDisplayString());
    if (card.birthday.isValid())
        lines.append(label(tr("Birthday"), QLocale().toString(card.birthday, QLocale::LongFormat)));
    lines.append(oneLine(card.note.left(LongestText)));
    lines.removeAll(QString());
    return lines;
}

void FactCards::setFacts(const MessageView &view, const QStringList &own, MessageId message)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (view.invitation) {
        const auto [card, room]
            = add(u"invitationCard"_s, "file-calendar"_L1, invitationLines(*view.invitation, own));
        if (room && m_letters && isSet(message) && InvitationReply::isAnswerable(*view.invitation, own))
            room->addWidget(new InvitationReply(m_letters, message, card));
    }
    for (const ContactCard &card : view.cards.mid(0, MostCards))
        add(u"contactCard"_s, "user"_L1, contactLines(card));
    setVisible(m_layout->count() > 0);
}

std::pair<QWidget *, QVBoxLayout *> FactCards::add(const QString &objectName, QLatin1StringView iconName,
                                                   const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    auto *card = new RoundedFrame(this);
    card->setObjectName(objectName);
    card->setAccessibleName(lines.join(". "_L1));
    auto *picture = new QLabel(card);
    picture->setObjectName("factIcon"_L1);
    picture->setPixmap(icon(iconName).pixmap(QSize(22, 22), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QLabel *line = plainLabel(lines.at(i), "factLine"_L1, card);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        line->setFocusPolicy(Qt::NoFocus);
        if (i == 0) {
            QFont bold = line->font();
            bold.setWeight(QFont::DemiBold);
            line->setFont(bold);
        }
        words->addWidget(line);
    }
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(12);
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    m_layout->addWidget(card);
    return {card, words};
}

} // namespace kw
