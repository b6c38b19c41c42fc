#include "core/search/serverterms.h"

#include "core/search/words.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace kw::servers {

namespace {

using Kind = SearchNode::Kind;

// RFC 3501 9: what may stand in an atom, as keywords are.
bool isAtomChar(char c)
{
    return c > 0x20 && c < 0x7f && !QByteArrayView("(){%*\"\\]").contains(c);
}

// Servers compare the day that the Date field names, in the sender's own time; that may be from 12 hours
// behind Greenwich to 14 ahead.
constexpr qint64 EarliestZone = qint64(12) * 3600;
constexpr qint64 LatestZone = qint64(14) * 3600;

QDate dayOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC).date();
}

// The day before which (from which on) everything meant was written.
QDate beforeDay(qint64 number, bool atLeast)
{
    return atLeast ? dayOf(number - 1 + LatestZone).addDays(1) : dayOf(number - EarliestZone);
}

QDate sinceDay(qint64 number, bool atLeast)
{
    return atLeast ? dayOf(number - EarliestZone) : dayOf(number + LatestZone).addDays(1);
}

QByteArray imapDay(QDate day)
{
    return QLocale::c().toString(day, QStringLiteral("d-MMM-yyyy")).toLatin1();
}

QByteArray gmailDay(QDate day)
{
    return day.toString(QStringLiteral("yyyy/MM/dd")).toLatin1();
}

QList<QByteArray> imapKeys(SearchField field)
{
    switch (field) {
    case SearchField::Any: // not TEXT, which looks into Received, Message-ID and Content-Type too
        return {"SUBJECT", "FROM", "TO", "CC", "BODY"};
    case SearchField::From:
        return {"FROM"};
    case SearchField::To:
        return {"TO", "CC"};
    case SearchField::Cc:
        return {"CC"};
    case SearchField::Subject:
        return {"SUBJECT"};
    case SearchField::Body:
        return {"BODY"};
    case SearchField::List:
        return {"HEADER List-Id"};
    case SearchField::FileName:
        break;
    }
    return {};
}

Asked oneOf(const QList<QByteArray> &keys, const QByteArrayList &values)
{
    QList<Asked> ways;
    for (const QByteArray &value : values) {
        for (const QByteArray &key : keys)
            ways.append(Asked::term(key, value));
    }
    return any(ways);
}

QString oneLine(const QString &text)
{
    QString out = text;
    for (QChar &c : out) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return out.simplified();
}

std::optional<Asked> imapWords(const SearchTerm &term, bool onlyAscii)
{
    const auto keys = imapKeys(term.field);
    if (keys.isEmpty())
        return {};
    const auto sendable = [onlyAscii](const QByteArray &value) { return !onlyAscii || isAscii(value); };
    if (term.exact) {
        const QByteArray phrase = oneLine(term.text).toUtf8();
        if (!sendable(phrase))
            return {};
        return phrase.isEmpty() ? Asked::everything() : oneOf(keys, {phrase});
    }
    QList<Asked> words;
    for (const Words::Run &run : Words::of(term.text)) {
        QByteArrayList spellings{run.written};
        if (!run.folded.isEmpty())
            spellings.append(run.folded);
        spellings.removeIf([&sendable](const QByteArray &value) { return !sendable(value); });
        if (spellings.isEmpty())
            return {};
        words.append(oneOf(keys, spellings));
    }
    return all(words);
}

QByteArrayList ownAddresses(const SearchContext &context)
{
    QByteArrayList out;
    for (const QString &address : context.ownAddresses)
        out.append(oneLine(address).toUtf8());
    return out;
}

std::optional<Asked> imapMark(SearchMark mark, const SearchContext &context)
{
    switch (mark) {
    case SearchMark::Unread:
        return Asked::term("UNSEEN");
    case SearchMark::Read:
        return Asked::term("SEEN");
    case SearchMark::Starred:
        return Asked::term("FLAGGED");
    case SearchMark::Answered:
        return Asked::term("ANSWERED");
    case SearchMark::Forwarded:
        return Asked::term("KEYWORD $Forwarded");
    case SearchMark::Draft:
        return Asked::term("DRAFT");
    case SearchMark::Attachment: // as the cache guesses it, too
        return Asked::term("HEADER Content-Type", "multipart/mixed");
    case SearchMark::ToMe:
        return oneOf({"TO", "CC"}, ownAddresses(context));
    case SearchMark::FromMe:
        return oneOf({"FROM"}, ownAddresses(context));
    case SearchMark::Tagged:
    case SearchMark::Known:
        break;
    }
    return {};
}

// Its keyword, or the tag of this name.
std::optional<Asked> imapTag(const QString &tag, const SearchContext &context)
{
    QList<Asked> ways;
    for (const QString &keyword : keywordsOf(tag, context)) {
        const QByteArray atom = keyword.toUtf8();
        if (!atom.isEmpty() && std::ranges::all_of(atom, isAtomChar))
            ways.append(Asked::term("KEYWORD " + atom));
    }
    return ways.isEmpty() ? std::nullopt : std::optional(any(ways));
}

// Gmail has no way to put a quotation mark between two.
QByteArray gmailQuoted(const QString &text)
{
    QString inner = oneLine(text);
    inner.remove(u'"');
    return '"' + inner.toUtf8() + '"';
}

QByteArray gmailWord(const QString &word)
{
    static const QStringList reserved{QStringLiteral("or"), QStringLiteral("and"), QStringLiteral("around")};
    const bool isPlain = std::ranges::all_of(word, [](QChar c) { return c.isLetterOrNumber(); });
    return isPlain && !reserved.contains(word.toLower()) ? word.toUtf8() : gmailQuoted(word);
}

QByteArray gmailPrefix(SearchField field)
{
    switch (field) {
    case SearchField::Any:
    case SearchField::Body: // Gmail has no word for it
        return {};
    case SearchField::From:
        return "from:";
    case SearchField::To:
        return "to:";
    case SearchField::Cc:
        return "cc:";
    case SearchField::Subject:
        return "subject:";
    case SearchField::FileName:
        return "filename:";
    case SearchField::List:
        return "list:";
    }
    return {};
}

Asked gmailIn(SearchField field, const QByteArray &text)
{
    const QByteArray prefix = gmailPrefix(field);
    if (field != SearchField::To)
        return Asked::term(prefix + text);
    return any({Asked::term(prefix + text), Asked::term("cc:" + text)});
}

Asked gmailWords(const SearchTerm &term)
{
    if (term.exact) {
        const QByteArray phrase = gmailQuoted(term.text);
        return phrase.size() <= 2 ? Asked::everything() : gmailIn(term.field, phrase);
    }
    QList<Asked> words;
    const QStringList written = oneLine(term.text).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : written) {
        const bool isAny = std::ranges::any_of(word, [](QChar c) { return c.isLetterOrNumber(); });
        if (isAny)
            words.append(gmailIn(term.field, gmailWord(word)));
    }
    return all(words);
}

std::optional<Asked> gmailMark(SearchMark mark, const SearchContext &context)
{
    QList<Asked> mine;
    switch (mark) {
    case SearchMark::Unread:
        return Asked::term("is:unread");
    case SearchMark::Read:
        return Asked::term("is:read");
    case SearchMark::Starred:
        return Asked::term("is:starred");
    case SearchMark::Draft:
        return Asked::term("in:draft");
    case SearchMark::Attachment:
        return Asked::term("has:attachment");
    case SearchMark::ToMe:
        for (const QString &address : context.ownAddresses)
            mine.append(gmailIn(SearchField::To, gmailQuoted(address)));
        return any(mine);
    case SearchMark::FromMe:
        for (const QString &address : context.ownAddresses)
            mine.append(gmailIn(SearchField::From, gmailQuoted(address)));
        return any(mine);
    case SearchMark::Answered:
    case SearchMark::Forwarded:
    case SearchMark::Tagged:
    case SearchMark::Known:
        break;
    }
    return {};
}

} // namespace

bool isAscii(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return quint8(c) < 0x80; });
}

// Pairs of one run overlap; they are asked for together.
QList<Words::Run> Words::of(const QString &text)
{
    const QByteArray utf8 = composedUtf8(oneLine(text));
    QList<Run> runs;
    qsizetype start = 0;
    qsizetype end = 0;
    splitWords(utf8, SplitFor::Query, [&](const Word &word) {
        if (word.start < end) {
            end = std::max(end, word.end);
            runs.last() = {utf8.sliced(start, end - start), {}};
            return true;
        }
        start = word.start;
        end = word.end;
        const QByteArray written = utf8.sliced(start, end - start);
        const QByteArray lower = QString::fromUtf8(written).toLower().toUtf8();
        runs.append({written, word.text == lower ? QByteArray() : word.text.toByteArray()});
        return true;
    });
    return runs;
}

std::optional<Asked> imapTerm(const SearchTerm &term, const SearchContext &context, bool atLeast,
                              bool onlyAscii)
{
    switch (term.kind) {
    case SearchTerm::Kind::Words:
        return imapWords(term, onlyAscii);
    case SearchTerm::Kind::Mark:
        return imapMark(term.mark, context);
    case SearchTerm::Kind::Tag:
        return imapTag(term.text, context);
    case SearchTerm::Kind::Before:
        return Asked::term("SENTBEFORE " + imapDay(beforeDay(term.number, atLeast)));
    case SearchTerm::Kind::After:
        return Asked::term("SENTSINCE " + imapDay(sinceDay(term.number, atLeast)));
    case SearchTerm::Kind::Larger:
        return Asked::term("LARGER " + QByteArray::number(std::max<qint64>(term.number, 0)));
    case SearchTerm::Kind::Smaller:
        return Asked::term("SMALLER " + QByteArray::number(std::max<qint64>(term.number, 0)));
    case SearchTerm::Kind::Folder:
    case SearchTerm::Kind::Account:
        break;
    }
    return {};
}

std::optional<Asked> gmailTerm(const SearchTerm &term, const SearchContext &context, bool atLeast)
{
    switch (term.kind) {
    case SearchTerm::Kind::Words:
        return gmailWords(term);
    case SearchTerm::Kind::Mark:
        return gmailMark(term.mark, context);
    case SearchTerm::Kind::Before: // Gmail's days are those of the account's own time
        return Asked::term("before:" + gmailDay(beforeDay(term.number, atLeast)));
    case SearchTerm::Kind::After:
        return Asked::term("after:" + gmailDay(sinceDay(term.number, atLeast)));
    case SearchTerm::Kind::Larger:
        return Asked::term("larger:"
                           + QByteArray::number(std::max<qint64>(term.number - (atLeast ? 1 : 0), 0)));
    case SearchTerm::Kind::Smaller:
        return Asked::term("smaller:" + QByteArray::number(term.number + (atLeast ? 1 : 0)));
    case SearchTerm::Kind::Tag: // keywords are no labels
    case SearchTerm::Kind::Folder:
    case SearchTerm::Kind::Account:
        break;
    }
    return {};
}

} // namespace kw::servers
