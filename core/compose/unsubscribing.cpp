#include "core/compose/unsubscribing.h"

#include "core/compose/answeredpeople.h"
#include "core/compose/mailto.h"
#include "core/compose/sendableaddress.h"

using namespace Qt::StringLiterals;

namespace kw {

std::optional<Draft> unsubscribeDraft(const Original &original, const Answerer &answerer)
{
    // No more of a stranger's words than are seen at a glance.
    constexpr qsizetype LongestSubject = 300;
    constexpr qsizetype LongestText = 2000;
    const Draft asked = draftFromMailto(QUrl(original.view.unsubscribing.mailTo));
    if (asked.to.size() != 1 || !sendableAddress(asked.to.first().email))
        return {};
    Draft draft;
    const ChosenIdentity identity = identityFor(original, answerer);
    draft.from = identity.from;
    draft.answeredAs = identity.addressed;
    draft.to = {{{}, asked.to.first().email}};
    // Programs that take such messages want some words.
    draft.subject = asked.subject.isEmpty() && asked.text.isEmpty() ? u"unsubscribe"_s
                                                                    : asked.subject.left(LongestSubject);
    draft.text = asked.text.left(LongestText);
    draft.options.flowed = false; // programs read it line by line
    return draft;
}

} // namespace kw
