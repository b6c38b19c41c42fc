#include "core/account/inidocument.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccountFile)
};

// Shown back to the person; a hostile or binary line must not flood the sentence.
QString excerpt(const QString &line)
{
    QString shown = line.left(40);
    for (QChar &c : shown) {
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    }
    return line.size() > 40 ? shown + u'…' : shown;
}

bool isComment(const QString &trimmed)
{
    return trimmed.isEmpty() || trimmed.startsWith(u'#') || trimmed.startsWith(u';');
}

bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c != u'\t' && (c.category() == QChar::Other_Control || c.isNull());
    });
}

} // namespace

IniDocument IniDocument::parse(const QByteArray &bytes)
{
    IniDocument doc;
    QByteArrayView content = bytes;
    if (content.startsWith("\xEF\xBB\xBF"))
        content = content.sliced(3);
    qsizetype start = 0;
    while (start < content.size()) {
        auto end = content.indexOf('\n', start);
        if (end < 0)
            end = content.size();
        auto line = content.sliced(start, end - start);
        if (line.endsWith('\r'))
            line.chop(1);
        QStringDecoder decode(QStringDecoder::Utf8);
        QString text = decode(line);
        // A line that is not UTF-8 must not be written back mangled: it is kept apart as unreadable, with its
        // bytes as Latin-1.
        doc.m_lines.append(decode.hasError() ? QChar(0xFFFF) + QString::fromLatin1(line) : text);
        start = end + 1;
    }
    doc.analyse();
    return doc;
}

void IniDocument::analyse()
{
    m_groups.clear();
    m_stray.clear();
    m_inBrokenGroup = false;
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        readLine(i);
}

void IniDocument::readLine(qsizetype index)
{
    const QString &line = m_lines.at(index);
    const QString trimmed = line.trimmed();
    if (trimmed.startsWith(u'['))
        return openGroup(index, trimmed);
    if (!m_inBrokenGroup && !m_groups.isEmpty())
        m_groups.last().last = index + 1;
    if (isComment(trimmed) || m_inBrokenGroup)
        return;
    if (m_groups.isEmpty()) {
        m_stray.append(
            {int(index + 1),
             Words::tr("“%1” stands before the first account. Put the account's name in square brackets "
                       "above it, for example [work].")
                 .arg(excerpt(trimmed))});
        return;
    }
    readEntry(m_groups.last(), index, line);
}

void IniDocument::openGroup(qsizetype index, const QString &line)
{
    const int number = int(index + 1);
    const QString name = line.mid(1, line.size() - 2).trimmed();
    m_inBrokenGroup = true;
    if (!line.endsWith(u']') || name.isEmpty() || name.contains(u'[') || name.contains(u']')
        || hasControlCharacter(name) || line.contains(QChar(0xFFFF))) {
        m_stray.append(
            {number,
             Words::tr("“%1” is not an account's name. Write it in square brackets on a line of its own, "
                       "for example [work].")
                 .arg(excerpt(line))});
        return;
    }
    if (const Group *twin = find(name)) {
        m_stray.append(
            {number,
             Words::tr("the account [%1] is there a second time (first on line %2). Give this one another "
                       "name or remove it.")
                 .arg(excerpt(name))
                 .arg(twin->line)});
        return;
    }
    m_inBrokenGroup = false;
    Group group;
    group.name = name;
    group.line = number;
    group.first = index;
    group.last = index + 1;
    m_groups.append(group);
}

void IniDocument::readEntry(Group &group, qsizetype index, const QString &line)
{
    const int number = int(index + 1);
    if (line.startsWith(QChar(0xFFFF)) || hasControlCharacter(line)) {
        group.problems.append({number, Words::tr("the line is not readable text. Save the file as UTF-8.")});
        return;
    }
    const auto equals = line.indexOf(u'=');
    const QString key = line.left(std::max<qsizetype>(equals, 0)).trimmed();
    if (key.isEmpty()) {
        group.problems.append(
            {number,
             Words::tr("“%1” is neither a comment nor of the form key=value. Correct it, or put # "
                       "in front of it.")
                 .arg(excerpt(line.trimmed()))});
        return;
    }
    for (const Entry &other : std::as_const(group.entries)) {
        if (other.key != key)
            continue;
        group.problems.append(
            {number,
             Words::tr("%1 is there a second time (first on line %2). Remove one of the two.")
                 .arg(excerpt(key))
                 .arg(other.line)});
        return;
    }
    qsizetype value = equals + 1;
    while (value < line.size() && line.at(value).isSpace())
        ++value;
    group.entries.append({key, line.sliced(value), number});
}

IniDocument::Group *IniDocument::find(const QString &name)
{
    const auto it = std::find_if(m_groups.begin(), m_groups.end(),
                                 [&name](const Group &group) { return group.name == name; });
    return it == m_groups.end() ? nullptr : &*it;
}

void IniDocument::set(const QString &name, const QString &key, const QString &value)
{
    Group *group = find(name);
    if (!group) {
        if (!m_lines.isEmpty() && !m_lines.last().trimmed().isEmpty())
            m_lines.append(QString());
        m_lines.append(u'[' + name + u']');
        analyse();
        group = find(name);
        if (!group)
            return;
    }
    const auto entry = std::find_if(group->entries.cbegin(), group->entries.cend(),
                                    [&key](const Entry &e) { return e.key == key; });
    if (entry != group->entries.cend()) {
        if (value.isNull())
            m_lines.removeAt(entry->line - 1);
        else if (entry->value != value)
            m_lines[entry->line - 1] = key + u'=' + value;
    } else if (!value.isNull()) {
        const int after = group->entries.isEmpty() ? group->line : group->entries.last().line;
        m_lines.insert(after, key + u'=' + value);
    }
    analyse();
}

// Comments right above a group are about that one.
qsizetype IniDocument::beginningOf(const Group &group) const
{
    qsizetype first = group.first;
    while (first > 0 && !m_lines.at(first - 1).trimmed().isEmpty()
           && isComment(m_lines.at(first - 1).trimmed()))
        --first;
    return first;
}

void IniDocument::orderGroups(const QStringList &names)
{
    // What begins with a wanted group, up to the next one: groups that are not named stay behind theirs.
    struct Piece {
        QString name;
        QStringList lines;
    };
    QStringList head;
    QList<Piece> pieces;
    qsizetype at = 0;
    for (const Group &group : std::as_const(m_groups)) {
        const qsizetype first = beginningOf(group);
        QStringList &before = pieces.isEmpty() ? head : pieces.last().lines;
        before += m_lines.mid(at, first - at);
        at = first;
        if (names.contains(group.name))
            pieces.append({group.name, {}});
    }
    (pieces.isEmpty() ? head : pieces.last().lines) += m_lines.mid(at);
    std::stable_sort(pieces.begin(), pieces.end(), [&names](const Piece &a, const Piece &b) {
        return names.indexOf(a.name) < names.indexOf(b.name);
    });
    m_lines = head;
    for (const Piece &piece : std::as_const(pieces)) {
        if (!m_lines.isEmpty() && !m_lines.last().trimmed().isEmpty() && !piece.lines.isEmpty()
            && &piece != &pieces.first())
            m_lines.append(QString()); // the last one had no empty line behind it
        m_lines += piece.lines;
    }
    while (m_lines.size() > 1 && m_lines.last().trimmed().isEmpty())
        m_lines.removeLast();
    analyse();
}

void IniDocument::removeGroup(const QString &name)
{
    const Group *group = find(name);
    if (!group)
        return;
    // Comments right above the next group are about that one.
    qsizetype last = group->last;
    while (last > group->first + 1 && !m_lines.at(last - 1).trimmed().isEmpty()
           && isComment(m_lines.at(last - 1).trimmed()))
        --last;
    m_lines.remove(group->first, last - group->first);
    analyse();
}

QByteArray IniDocument::bytes() const
{
    QByteArray out;
    for (const QString &line : m_lines)
        out += (line.startsWith(QChar(0xFFFF)) ? line.sliced(1).toLatin1() : line.toUtf8()) + '\n';
    return out;
}

} // namespace kw
