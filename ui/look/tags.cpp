#include "ui/look/tags.h"

#include "ui/look/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::Tags)
};

constexpr qsizetype LongestKeyword = 40; // servers bound them; no standard says where

bool isNote(const QString &keyword)
{
    static const QStringList notes{u"nonjunk"_s, u"junk"_s,       u"notjunk"_s, u"forwarded"_s,
                                   u"mdnsent"_s, u"redirected"_s, u"old"_s};
    return keyword.startsWith(u'$') || keyword.startsWith(u'\\') || notes.contains(keyword);
}

QString plainLetters(const QString &name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            plain.append(c);
        else if ((c.isSpace() || c.isPunct()) && !plain.isEmpty() && !plain.endsWith(u'_'))
            plain.append(u'_');
    }
    while (plain.endsWith(u'_'))
        plain.chop(1);
    return plain.left(LongestKeyword);
}

} // namespace

QList<Tag> defaultTags()
{
    return {{u"$label1"_s, Words::tr("Important", "tag"), QColor(0xd3, 0x2f, 0x2f)},
            {u"$label2"_s, Words::tr("Work", "tag"), QColor(0xe6, 0x7e, 0x00)},
            {u"$label3"_s, Words::tr("Personal", "tag"), QColor(0x2e, 0x8b, 0x3d)},
            {u"$label4"_s, Words::tr("To do", "tag"), QColor(0x1f, 0x6f, 0xd0)},
            {u"$label5"_s, Words::tr("Later", "tag"), QColor(0x8e, 0x44, 0xad)}};
}

QString keywordFor(const QString &name, const QList<Tag> &others)
{
    QString plain = plainLetters(name);
    if (plain.isEmpty() || isNote(plain)) {
        const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex();
        plain = u"tag_"_s + QString::fromLatin1(hash.left(8));
    }
    const auto taken = [&others](const QString &keyword) {
        return std::any_of(others.begin(), others.end(), [&keyword](const Tag &tag) {
            return tag.keyword.compare(keyword, Qt::CaseInsensitive) == 0;
        });
    };
    QString keyword = plain;
    for (int i = 2; taken(keyword); ++i)
        keyword = u"%1_%2"_s.arg(plain).arg(i);
    return keyword;
}

TagLooks::TagLooks(QList<Tag> tags)
    : m_tags(std::move(tags))
{
    for (qsizetype i = 0; i < m_tags.size(); ++i)
        m_places.insert(m_tags.at(i).keyword.toLower(), i);
}

QList<Tag> TagLooks::of(const QStringList &keywords) const
{
    QList<qsizetype> own;
    QList<Tag> foreign;
    for (const QString &keyword : keywords) {
        const QString key = keyword.toLower();
        if (const auto it = m_places.constFind(key); it != m_places.cend())
            own.append(*it);
        else if (!isNote(key))
            foreign.append({keyword, oneLine(keyword), QColor(0x80, 0x80, 0x80)});
    }
    std::ranges::sort(own);
    QList<Tag> found;
    for (const qsizetype place : std::as_const(own))
        found.append(m_tags.at(place));
    return found + foreign;
}

QString TagLooks::nameOf(const QString &keyword) const
{
    const auto it = m_places.constFind(keyword.toLower());
    return it == m_places.cend() ? oneLine(keyword) : m_tags.at(*it).name;
}

QStringList TagLooks::names(const QList<Tag> &tags)
{
    QStringList names;
    for (const Tag &tag : tags)
        names.append(tag.name);
    return names;
}

} // namespace kw
