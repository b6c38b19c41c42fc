#include "core/compose/unsubscribing.h"

#include "core/compose/answeredpeople.h"
#include "core/compose/headerwriter.h"
#include "core/compose/sendableaddress.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QString decoded(QStringView part)
{
    return QUrl::fromPercentEncoding(part.toUtf8());
}

// What a stranger may put into a message of the person's: one address, a subject, a text; no more than is
// seen at a glance.
struct Asked {
    QString address;
    QString subject;
    QString text;
};

Asked readMailTo(const QString &url)
{
    constexpr qsizetype LongestSubject = 300;
    constexpr qsizetype LongestText = 2000;
    const QString rest = url.sliced(url.indexOf(u':') + 1);
    const qsizetype mark = rest.indexOf(u'?');
    Asked out;
    out.address = decoded(mark < 0 ? rest : rest.first(mark)).trimmed();
    const QString fields = mark < 0 ? QString() : rest.sliced(mark + 1);
    for (const QStringView field : QStringView(fields).split(u'&')) {
        const qsizetype equals = field.indexOf(u'=');
        if (equals < 0)
            continue;
        const QString name = decoded(field.first(equals)).toLower();
        const QString value = decoded(field.sliced(equals + 1));
        if (name == "to"_L1 && out.address.isEmpty())
            out.address = value.trimmed();
        else if (name == "subject"_L1 && out.subject.isEmpty())
            out.subject = oneLine(value).left(LongestSubject);
        else if (name == "body"_L1 && out.text.isEmpty())
            out.text = value.left(LongestText).replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    }
    return out;
}

} // namespace

std::optional<Draft> unsubscribeDraft(const Original &original, const Answerer &answerer)
{
    const QString url = original.view.unsubscribing.mailTo;
    if (!url.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        return {};
    const Asked asked = readMailTo(url);
    if (!sendableAddress(asked.address)) // several, or none
        return {};
    Draft draft;
    const ChosenIdentity identity = identityFor(original, answerer);
    draft.from = identity.from;
    draft.answeredAs = identity.addressed;
    draft.to = {{{}, asked.address}};
    // Programs that take such messages want some words.
    draft.subject = asked.subject.isEmpty() && asked.text.isEmpty() ? u"unsubscribe"_s : asked.subject;
    draft.text = asked.text;
    draft.options.flowed = false; // programs read it line by line
    return draft;
}

} // namespace kw
