#include "ui/compose/letterwords.h"

#include "core/sync/facade/letters.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Letters)
};

QString moment(qint64 ms, qint64 nowMs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms);
    const QLocale locale;
    QString time = locale.toString(at.time(), QLocale::ShortFormat);
    if (at.date() == QDateTime::fromMSecsSinceEpoch(nowMs).date())
        return time;
    //: A day and a time.
    return Words::tr("%1, %2").arg(locale.toString(at.date(), QLocale::ShortFormat), time);
}

} // namespace

QString letterTitle(const Letter &letter)
{
    const QString subject = letter.subject.simplified();
    return subject.isEmpty() ? Words::tr("(no subject)") : subject;
}

QString letterState(const Letter &letter, bool online, qint64 nowMs)
{
    switch (letter.state) {
    case LetterState::Writing:
        return Words::tr("Draft, on this computer only");
    case LetterState::Waiting:
        if (letter.notBefore > nowMs)
            return letter.error.isEmpty()
                ? Words::tr("Will be sent at %1").arg(moment(letter.notBefore, nowMs))
                : Words::tr("Will be tried again at %1").arg(moment(letter.notBefore, nowMs));
        return online ? Words::tr("Waits to be sent") : Words::tr("Waits until you go online");
    case LetterState::HandingOver:
        return Words::tr("Is being sent");
    case LetterState::Uncertain:
        return Words::tr("May have been sent, or not");
    case LetterState::Delivered:
        return Words::tr("Sent; its copy is being stored");
    case LetterState::Done:
        return letter.error.isEmpty() ? Words::tr("Sent") : Words::tr("Sent, but not to everybody");
    case LetterState::Refused:
        return Words::tr("Was not sent");
    }
    return {};
}

QList<Letter> draftsHereOnly(const Letters &letters)
{
    QList<Letter> out = letters.drafts();
    out.removeIf([](const Letter &letter) { return isSet(letter.keptRow); });
    return out;
}

bool needsPerson(const Letter &letter)
{
    return letter.state == LetterState::Refused || letter.state == LetterState::Uncertain
        || (letter.state == LetterState::Done && !letter.error.isEmpty());
}

} // namespace kw
