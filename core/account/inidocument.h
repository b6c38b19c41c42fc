#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kw {

// The lines of an INI file, kept as they are so that editing one value leaves everything else alone. Values
// are literal: no quotes, escapes or continuation lines, so that a shell command needs no second quoting.
// Plain value.
class IniDocument
{
public:
    struct Entry {
        QString key;
        QString value;
        int line = 0; // 1-based
    };
    struct Problem {
        int line = 0; // 1-based
        QString text; // a sentence without file and line
    };
    struct Group {
        QString name;
        int line = 0; // of its header
        QList<Entry> entries;
        QList<Problem> problems;
        // The lines that belong to it, header first: [first, last) as indexes.
        qsizetype first = 0;
        qsizetype last = 0;
    };

    static IniDocument parse(const QByteArray &bytes);

    QList<Group> groups() const { return m_groups; }
    QList<Problem> strayProblems() const { return m_stray; } // of lines outside any usable group

    // Sets a value in place, or appends the line at the end of the group's values; a null value takes the
    // line out. Adds the group where it is missing.
    void set(const QString &group, const QString &key, const QString &value);
    void removeGroup(const QString &group);
    // Puts the groups into this order, each with its lines and the comments right above it; those not named
    // keep their place after the named one that they stood behind.
    void orderGroups(const QStringList &names);
    QByteArray bytes() const;

private:
    qsizetype beginningOf(const Group &group) const; // its first line, comments included
    void analyse();
    void readLine(qsizetype index);
    void openGroup(qsizetype index, const QString &line);
    void readEntry(Group &group, qsizetype index, const QString &line);
    Group *find(const QString &name);

    QStringList m_lines;
    QList<Group> m_groups;
    QList<Problem> m_stray;
    bool m_inBrokenGroup = false;
};

} // namespace kw
