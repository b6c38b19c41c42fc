#include "tests/search/reference/querygenerator.h"

#include "core/search/queryprinting.h"
#include "tests/search/reference/referencewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::reference {

namespace {

SearchNode nodeOf(SearchTerm::Kind kind, const QString &text, qint64 number = 0)
{
    SearchTerm term;
    term.kind = kind;
    term.text = text;
    term.number = number;
    return SearchNode::of(term);
}

QString otherCase(const QString &text, int choice)
{
    switch (choice) {
    case 0:
        return text.toUpper();
    case 1:
        return text.toLower();
    case 2:
        return text.normalized(QString::NormalizationForm_D);
    default:
        return text;
    }
}

} // namespace

QueryGenerator::QueryGenerator(quint32 seed, const QList<Message> &mail, const SearchContext &context)
    : m_mail(mail)
    , m_context(context)
    , m_tags(context.tagKeywords.keys())
    , m_random(seed)
{
    m_tags.sort(); // a hash gives them in another order each time
}

GeneratedQuery QueryGenerator::next()
{
    SearchNode query = canonicalQuery(node(0));
    while (query.isEverything())
        query = canonicalQuery(node(0));
    return {query, queryText(query, QTimeZone::UTC)};
}

SearchNode QueryGenerator::node(int depth)
{
    const int choice = depth > 3 ? 9 : below(10);
    if (choice > 4)
        return term();
    if (choice == 0)
        return SearchNode::inverse(node(depth + 1));
    QList<SearchNode> children;
    for (int i = 0, n = 2 + below(2); i < n; ++i)
        children.append(node(depth + 1));
    return choice < 3 ? SearchNode::any(children) : SearchNode::all(children);
}

SearchNode QueryGenerator::term()
{
    switch (below(10)) {
    case 0:
        return markTerm();
    case 1:
        return nameTerm();
    case 2:
        return numberTerm();
    default:
        return words();
    }
}

SearchNode QueryGenerator::words()
{
    static const QList<SearchField> fields{
        SearchField::Any, SearchField::Any,     SearchField::Any,  SearchField::From,     SearchField::To,
        SearchField::Cc,  SearchField::Subject, SearchField::Body, SearchField::FileName, SearchField::List};
    SearchTerm term;
    term.field = anyOf(fields);
    term.exact = oneIn(3);
    QString text;
    for (int tries = 0; tries < 12 && text.isEmpty(); ++tries)
        text = textOf(anyMessage(), term.field);
    term.text = otherCase(term.exact || !oneIn(4) ? cut(text, term.exact) : chunk(text), below(8));
    return SearchNode::of(term);
}

QString QueryGenerator::textOf(const Message &message, SearchField field)
{
    switch (field) {
    case SearchField::From:
        return line({message.from});
    case SearchField::To:
        return line(oneIn(3) ? message.cc : message.to);
    case SearchField::Cc:
        return line(message.cc);
    case SearchField::Subject:
        return message.subject;
    case SearchField::Body:
        return message.body;
    case SearchField::FileName:
        return message.files.join(u'\n');
    case SearchField::List:
        return message.list;
    case SearchField::Any:
        break;
    }
    const QStringList texts{message.subject,  message.body,     message.body, line({message.from}),
                            line(message.to), line(message.cc), message.list, message.files.join(u'\n'),
                            message.quoted};
    return anyOf(texts);
}

// From blank to blank, with all its signs.
QString QueryGenerator::chunk(const QString &text)
{
    const QStringList chunks = text.simplified().split(u' ', Qt::SkipEmptyParts);
    return chunks.isEmpty() ? QString() : QString(anyOf(chunks)).left(60);
}

// Words in a row, or a part of a run; where it need not be exact also the beginning of a word. Sometimes one
// that nobody wrote.
QString QueryGenerator::cut(const QString &text, bool exact)
{
    const QList<Piece> pieces = piecesOf(text);
    if (pieces.isEmpty() || oneIn(12))
        return u"nowhere%1"_s.arg(below(9));
    const QString composed = text.normalized(QString::NormalizationForm_KC);
    const int first = below(int(pieces.size()));
    const int last = exact ? std::min(int(pieces.size()) - 1, first + below(4)) : first;
    QString out = composed.sliced(pieces[first].start, pieces[last].end - pieces[first].start);
    const bool isRun = pieces[first].kind == Piece::Kind::Run && first == last;
    if (!isRun && (exact || oneIn(2)))
        return out;
    const QList<uint> letters = out.toUcs4();
    const int from = isRun ? below(int(letters.size())) : 0;
    const int length = 1 + below(std::min(isRun ? 6 : 40, int(letters.size()) - from));
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()) + from, length);
}

SearchNode QueryGenerator::markTerm()
{
    static const QList<SearchMark> marks{SearchMark::Unread,     SearchMark::Read,      SearchMark::Starred,
                                         SearchMark::Answered,   SearchMark::Forwarded, SearchMark::Draft,
                                         SearchMark::Attachment, SearchMark::Tagged,    SearchMark::ToMe,
                                         SearchMark::FromMe,     SearchMark::Known};
    SearchTerm term;
    term.kind = SearchTerm::Kind::Mark;
    term.mark = anyOf(marks);
    return SearchNode::of(term);
}

SearchNode QueryGenerator::nameTerm()
{
    static const QStringList roles{u"inbox"_s, u"Sent"_s, u"drafts"_s, u"trash"_s, u"junk"_s, u"archive"_s};
    const Message &message = anyMessage();
    const QStringList accountNames = m_context.accountNames.value(message.account);
    switch (below(6)) {
    case 0:
        return nodeOf(SearchTerm::Kind::Folder, anyOf(roles));
    case 1:
        return nodeOf(SearchTerm::Kind::Folder, message.folderPath);
    case 2:
        return nodeOf(SearchTerm::Kind::Folder, message.folderPath.section(message.separator, -1).toLower());
    case 3:
        return nodeOf(SearchTerm::Kind::Account,
                      accountNames.isEmpty() ? u"nobody"_s : anyOf(accountNames).left(2 + below(8)));
    case 4:
        return nodeOf(SearchTerm::Kind::Tag, m_tags.isEmpty() ? u"none"_s : anyOf(m_tags));
    default:
        return nodeOf(SearchTerm::Kind::Tag,
                      message.keywords.isEmpty() ? u"none"_s : message.keywords.first());
    }
}

SearchNode QueryGenerator::numberTerm()
{
    const Message &message = anyMessage();
    switch (below(4)) {
    case 0:
        return nodeOf(SearchTerm::Kind::Before, {}, message.date - below(2));
    case 1:
        return nodeOf(SearchTerm::Kind::After, {}, message.date + below(2) * 86'400 - message.date % 86'400);
    case 2:
        return nodeOf(SearchTerm::Kind::Larger, {}, qint64(message.size) - below(2));
    default:
        return nodeOf(SearchTerm::Kind::Smaller, {}, message.size + below(2));
    }
}

} // namespace kw::reference
