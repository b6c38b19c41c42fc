#include "core/search/queryoperators.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kw::Query)
};

struct OperatorName {
    QLatin1StringView name;
    QueryOperator op;
};

// Of each operator the first is its own name; the others are what other programs call it.
constexpr std::array OperatorNames{
    OperatorName{"from"_L1, QueryOperator::From},
    OperatorName{"sender"_L1, QueryOperator::From},
    OperatorName{"to"_L1, QueryOperator::To},
    OperatorName{"recipient"_L1, QueryOperator::To},
    OperatorName{"cc"_L1, QueryOperator::Cc},
    OperatorName{"subject"_L1, QueryOperator::Subject},
    OperatorName{"body"_L1, QueryOperator::Body},
    OperatorName{"filename"_L1, QueryOperator::FileName},
    OperatorName{"attachment"_L1, QueryOperator::FileName},
    OperatorName{"list"_L1, QueryOperator::List},
    OperatorName{"has"_L1, QueryOperator::Has},
    OperatorName{"is"_L1, QueryOperator::Is},
    OperatorName{"in"_L1, QueryOperator::In},
    OperatorName{"folder"_L1, QueryOperator::In},
    OperatorName{"mailbox"_L1, QueryOperator::In},
    OperatorName{"account"_L1, QueryOperator::Account},
    OperatorName{"tag"_L1, QueryOperator::Tag},
    OperatorName{"label"_L1, QueryOperator::Tag},
    OperatorName{"keyword"_L1, QueryOperator::Tag},
    OperatorName{"before"_L1, QueryOperator::Before},
    OperatorName{"older"_L1, QueryOperator::Before},
    OperatorName{"after"_L1, QueryOperator::After},
    OperatorName{"newer"_L1, QueryOperator::After},
    OperatorName{"since"_L1, QueryOperator::After},
    OperatorName{"on"_L1, QueryOperator::On},
    OperatorName{"date"_L1, QueryOperator::On},
    OperatorName{"newer_than"_L1, QueryOperator::NewerThan},
    OperatorName{"older_than"_L1, QueryOperator::OlderThan},
    OperatorName{"larger"_L1, QueryOperator::Larger},
    OperatorName{"larger_than"_L1, QueryOperator::Larger},
    OperatorName{"bigger"_L1, QueryOperator::Larger},
    OperatorName{"smaller"_L1, QueryOperator::Smaller},
    OperatorName{"smaller_than"_L1, QueryOperator::Smaller},
};

struct MarkName {
    QueryOperator op;
    QLatin1StringView value;
    SearchMark mark;
    bool isOffered;
};

constexpr std::array MarkNames{
    MarkName{QueryOperator::Is, "unread"_L1, SearchMark::Unread, true},
    MarkName{QueryOperator::Is, "unseen"_L1, SearchMark::Unread, false},
    MarkName{QueryOperator::Is, "read"_L1, SearchMark::Read, true},
    MarkName{QueryOperator::Is, "seen"_L1, SearchMark::Read, false},
    MarkName{QueryOperator::Is, "starred"_L1, SearchMark::Starred, true},
    MarkName{QueryOperator::Is, "flagged"_L1, SearchMark::Starred, false},
    MarkName{QueryOperator::Is, "answered"_L1, SearchMark::Answered, true},
    MarkName{QueryOperator::Is, "replied"_L1, SearchMark::Answered, false},
    MarkName{QueryOperator::Is, "forwarded"_L1, SearchMark::Forwarded, true},
    MarkName{QueryOperator::Is, "draft"_L1, SearchMark::Draft, true},
    MarkName{QueryOperator::Is, "tagged"_L1, SearchMark::Tagged, true},
    MarkName{QueryOperator::Is, "known"_L1, SearchMark::Known, true},
    MarkName{QueryOperator::Has, "attachment"_L1, SearchMark::Attachment, true},
    MarkName{QueryOperator::Has, "attachments"_L1, SearchMark::Attachment, false},
    MarkName{QueryOperator::Has, "file"_L1, SearchMark::Attachment, false},
    MarkName{QueryOperator::Has, "files"_L1, SearchMark::Attachment, false},
    MarkName{QueryOperator::Has, "tag"_L1, SearchMark::Tagged, true},
    MarkName{QueryOperator::Has, "tags"_L1, SearchMark::Tagged, false},
    MarkName{QueryOperator::Has, "label"_L1, SearchMark::Tagged, false},
    MarkName{QueryOperator::Has, "star"_L1, SearchMark::Starred, true},
};

struct FieldOperator {
    QueryOperator op;
    SearchField field;
};

constexpr std::array FieldOperators{
    FieldOperator{QueryOperator::From, SearchField::From},
    FieldOperator{QueryOperator::To, SearchField::To},
    FieldOperator{QueryOperator::Cc, SearchField::Cc},
    FieldOperator{QueryOperator::Subject, SearchField::Subject},
    FieldOperator{QueryOperator::Body, SearchField::Body},
    FieldOperator{QueryOperator::FileName, SearchField::FileName},
    FieldOperator{QueryOperator::List, SearchField::List},
};

bool isSame(QStringView text, QLatin1StringView name)
{
    return text.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<QueryOperator> queryOperatorNamed(QStringView name)
{
    for (const OperatorName &known : OperatorNames) {
        if (isSame(name, known.name))
            return known.op;
    }
    return std::nullopt;
}

QString queryOperatorName(QueryOperator op)
{
    for (const OperatorName &known : OperatorNames) {
        if (known.op == op)
            return known.name;
    }
    return {};
}

QList<std::pair<QString, QueryOperator>> queryOperatorNames()
{
    QList<std::pair<QString, QueryOperator>> names;
    for (const OperatorName &known : OperatorNames)
        names.append({known.name, known.op});
    return names;
}

std::optional<SearchField> fieldOf(QueryOperator op)
{
    for (const FieldOperator &known : FieldOperators) {
        if (known.op == op)
            return known.field;
    }
    return std::nullopt;
}

std::optional<QueryOperator> operatorOf(SearchField field)
{
    for (const FieldOperator &known : FieldOperators) {
        if (known.field == field)
            return known.op;
    }
    return std::nullopt;
}

std::optional<SearchMark> searchMarkNamed(QueryOperator op, QStringView value)
{
    for (const MarkName &known : MarkNames) {
        if (known.op == op && isSame(value, known.value))
            return known.mark;
    }
    return std::nullopt;
}

QStringList searchMarkNames(QueryOperator op)
{
    QStringList names;
    for (const MarkName &known : MarkNames) {
        if (known.op == op && known.isOffered)
            names.append(known.value);
    }
    return names;
}

QString searchMarkText(SearchMark mark)
{
    if (mark == SearchMark::ToMe)
        return u"to:me"_s;
    if (mark == SearchMark::FromMe)
        return u"from:me"_s;
    for (const MarkName &known : MarkNames) {
        if (known.mark == mark)
            return queryOperatorName(known.op) + u':' + known.value;
    }
    return {};
}

QList<QueryHelp> queryHelp()
{
    const auto help = [](QueryOperator op, const QString &value, const QString &sentence) {
        return QueryHelp{op, queryOperatorName(op), queryOperatorName(op) + u':' + value, sentence};
    };
    return {
        help(QueryOperator::From, u"anna"_s, Texts::tr("Who sent it: a name or an address, or “me”.")),
        help(QueryOperator::To, u"lars"_s,
             Texts::tr("Whom it was sent to, copies included: a name or an address, or “me”.")),
        help(QueryOperator::Cc, u"lars"_s, Texts::tr("Who got a copy.")),
        help(QueryOperator::Subject, u"forecast"_s, Texts::tr("Words of the subject.")),
        help(QueryOperator::Body, u"invoice"_s, Texts::tr("Words of the text.")),
        help(QueryOperator::FileName, u"report.pdf"_s, Texts::tr("The name of an attachment.")),
        help(QueryOperator::Has, u"attachment"_s, Texts::tr("It has an attachment, a tag or a star.")),
        help(QueryOperator::Is, u"unread"_s,
             Texts::tr("How it stands: unread, read, starred, answered, forwarded, draft, tagged, or from "
                       "somebody you know.")),
        help(QueryOperator::In, u"inbox"_s,
             Texts::tr("The folder it is in: its name, its path, or inbox, sent, trash and so on.")),
        help(QueryOperator::Account, u"work"_s, Texts::tr("The account it belongs to.")),
        help(QueryOperator::Tag, u"important"_s, Texts::tr("A tag it carries.")),
        help(QueryOperator::List, u"kde-devel"_s, Texts::tr("The mailing list it came through.")),
        help(QueryOperator::After, u"2024-05-03"_s, Texts::tr("From this day, month or year on.")),
        help(QueryOperator::Before, u"2024"_s, Texts::tr("Before this day, month or year.")),
        help(QueryOperator::On, u"yesterday"_s, Texts::tr("Within this day, month or year.")),
        help(QueryOperator::NewerThan, u"3d"_s,
             Texts::tr("At most so old: h for hours, d for days, w for weeks, m for months, y for years.")),
        help(QueryOperator::OlderThan, u"2y"_s,
             Texts::tr("Older than so many days, weeks, months or years.")),
        help(QueryOperator::Larger, u"5M"_s,
             Texts::tr("More octets than this: k, M and G may follow the number.")),
        help(QueryOperator::Smaller, u"100k"_s,
             Texts::tr("Fewer octets than this: k, M and G may follow the number.")),
    };
}

} // namespace kw
