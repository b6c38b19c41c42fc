#pragma once

#include <QColor>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace kw {

// A keyword of the server (RFC 3501) with the name and colour that the person gave it.
struct Tag {
    QString keyword;
    QString name;
    QColor color;
    bool operator==(const Tag &) const = default;
};

// Those that other programs use under the same keywords, so that mail tagged there looks the same here.
QList<Tag> defaultTags();
// A keyword for a tag of this name that none of `others` has: the server takes only plain letters.
QString keywordFor(const QString &name, const QList<Tag> &others);

// How a message's keywords show as tags: the person's own first in their order, then what other programs
// put there. Keywords that are notes between programs are no tags.
class TagLooks
{
public:
    TagLooks() = default;
    explicit TagLooks(QList<Tag> tags);
    const QList<Tag> &tags() const { return m_tags; }
    QList<Tag> of(const QStringList &keywords) const;
    // What the person calls it; the keyword itself where it has no name.
    QString nameOf(const QString &keyword) const;
    static QStringList names(const QList<Tag> &tags);

private:
    QList<Tag> m_tags;
    QHash<QString, qsizetype> m_places; // by keyword, lower case
};

} // namespace kw
