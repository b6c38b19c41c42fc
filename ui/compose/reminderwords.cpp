#include "ui/compose/reminderwords.h"

#include "ui/look/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::Reminders)
};
} // namespace

QString reminderSentence(const Reminder &reminder)
{
    const QString what = oneLine(reminder.what);
    switch (reminder.kind) {
    case Reminder::Kind::NoAttachment:
        return Words::tr("The text says “%1”, but nothing is attached.").arg(what);
    case Reminder::Kind::NoSubject:
        return Words::tr("The message has no subject.");
    case Reminder::Kind::NoRecipient:
        return Words::tr("Say whom the message is for.");
    case Reminder::Kind::ManyRecipients:
        return Words::tr("It goes to %Ln people, who all see each other's addresses unless they are in Bcc.",
                         nullptr, int(reminder.number));
    case Reminder::Kind::AllOfList:
        return Words::tr("It goes to everybody on the mailing list %1.").arg(what);
    case Reminder::Kind::OtherIdentity:
        return Words::tr("The original was sent to %1; you are answering from another address.").arg(what);
    case Reminder::Kind::InvalidAddress:
        return Words::tr("“%1” is not an address that mail can be sent to. Correct it or take it out.")
            .arg(what);
    case Reminder::Kind::TooLarge:
        return Words::tr("With %1 the message is larger than the server takes.")
            .arg(byteSize(reminder.number));
    }
    return {};
}

bool isProblem(const Reminder &reminder)
{
    return reminder.kind == Reminder::Kind::NoRecipient || reminder.kind == Reminder::Kind::InvalidAddress;
}

QList<Address> onlyAuthor(const Draft &draft, const QStringList &ownAddresses)
{
    for (const QList<Address> *list : {&draft.to, &draft.cc}) {
        for (const Address &address : *list) {
            const QString email = address.email.toLower();
            if (!email.isEmpty() && email != draft.listAddress.toLower() && !ownAddresses.contains(email))
                return {address};
        }
    }
    return {};
}

} // namespace kw
