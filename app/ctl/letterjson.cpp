#include "app/ctl/letterjson.h"

#include "app/ctl/words.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

QString letterStateWord(const Letter &letter)
{
    switch (letter.state) {
    case LetterState::Writing:
        return u"draft"_s;
    case LetterState::Waiting:
        return u"waiting"_s;
    case LetterState::HandingOver:
        return u"sending"_s;
    case LetterState::Uncertain:
        return u"uncertain"_s;
    case LetterState::Delivered: // its copy is still to be stored
    case LetterState::Done:
        return u"sent"_s;
    case LetterState::Refused:
        return u"refused"_s;
    }
    return {};
}

QJsonObject letterJson(const Letter &letter, const QString &accountKey)
{
    return {{u"message_id"_s, letter.messageId},
            {u"account"_s, accountKey},
            {u"state"_s, letterStateWord(letter)},
            {u"copy_stored"_s, letter.state == LetterState::Done},
            {u"subject"_s, textOrNull(letter.subject)},
            {u"recipients"_s, textOrNull(letter.recipients)},
            {u"changed_at"_s, isoDate(letter.changedAt / 1000)},
            {u"not_before"_s, isoDate(letter.notBefore / 1000)},
            {u"attempts"_s, letter.attempts},
            {u"error"_s, textOrNull(letter.error)}};
}

} // namespace kw::ctl
