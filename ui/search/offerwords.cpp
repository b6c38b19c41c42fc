#include "ui/search/offerwords.h"

#include <QCoreApplication>

namespace kw {

namespace {
class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::OfferWords)
};
} // namespace

QString sentenceOf(QueryOperator op)
{
    for (const QueryHelp &help : queryHelp()) {
        if (help.op == op)
            return help.sentence;
    }
    return {};
}

QString sentenceOf(SearchMark mark)
{
    switch (mark) {
    case SearchMark::Unread:
        return Words::tr("Not read yet");
    case SearchMark::Read:
        return Words::tr("Read already");
    case SearchMark::Starred:
        return Words::tr("With a star");
    case SearchMark::Answered:
        return Words::tr("You have answered it");
    case SearchMark::Forwarded:
        return Words::tr("You have forwarded it");
    case SearchMark::Draft:
        return Words::tr("Not sent yet");
    case SearchMark::Attachment:
        return Words::tr("With an attachment");
    case SearchMark::Tagged:
        return Words::tr("With any tag");
    case SearchMark::ToMe:
        return Words::tr("Sent to one of your addresses");
    case SearchMark::FromMe:
        return Words::tr("Sent by you");
    case SearchMark::Known:
        return Words::tr("From somebody you have written to");
    }
    return {};
}

QString ageWords(const QString &age)
{
    const int count = age.chopped(1).toInt();
    switch (age.back().toLatin1()) {
    case 'h':
        return Words::tr("%n hour(s)", nullptr, count);
    case 'd':
        return Words::tr("%n day(s)", nullptr, count);
    case 'w':
        return Words::tr("%n week(s)", nullptr, count);
    case 'm':
        return Words::tr("%n month(s)", nullptr, count);
    default:
        return Words::tr("%n year(s)", nullptr, count);
    }
}

} // namespace kw
