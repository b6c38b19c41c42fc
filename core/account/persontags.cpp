#include "core/account/persontags.h"

#include "core/account/inifile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PersonTagFile)
};

Result<IniDocument> read(const QString &path)
{
    return readIniFile(
        path, Words::tr("%1 is larger than 4 MB, so it holds no people. Check what was saved there."));
}

bool canBeGroup(const QString &address)
{
    return !address.isEmpty() && std::ranges::none_of(address, [](QChar c) {
        return c.category() == QChar::Other_Control || c == u'[' || c == u']' || c == u'\n';
    });
}

QStringList tagsOf(const IniDocument::Group &group)
{
    for (const auto &entry : group.entries) {
        if (entry.key == "tags"_L1)
            return tidiedPersonTags(entry.value.split(u','));
    }
    return {};
}

} // namespace

QString tidiedPersonTag(const QString &tag)
{
    QString tidy = tag;
    tidy.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
    tidy.replace(u',', u' ');
    return tidy.simplified().left(PersonTagFile::LongestTag).trimmed();
}

QStringList tidiedPersonTags(const QStringList &tags)
{
    QStringList out;
    for (const QString &tag : tags) {
        const QString tidy = tidiedPersonTag(tag);
        if (!tidy.isEmpty() && !out.contains(tidy, Qt::CaseInsensitive)
            && out.size() < PersonTagFile::MostTags)
            out.append(tidy);
    }
    return out;
}

QStringList allPersonTags(const PersonTags &tags)
{
    QStringList all;
    for (const QStringList &some : tags) {
        for (const QString &tag : some) {
            if (!all.contains(tag, Qt::CaseInsensitive))
                all.append(tag);
        }
    }
    all.sort(Qt::CaseInsensitive);
    return all;
}

QString PersonTagFile::path(const QString &configDirectory)
{
    return configDirectory + "/people.ini"_L1;
}

Result<PersonTags> PersonTagFile::load(const QString &path)
{
    const auto doc = read(path);
    if (!doc)
        return doc.error();
    PersonTags out;
    for (const auto &group : doc->groups()) {
        if (const QStringList tags = tagsOf(group); !tags.isEmpty())
            out.insert(group.name.toLower(), tags);
    }
    return out;
}

Result<void> PersonTagFile::save(const QString &path, const QString &address, const QStringList &tags)
{
    if (!canBeGroup(address))
        return Error{ErrorKind::Invalid,
                     Words::tr("Tags cannot be kept for this address: it has signs that no address has.")};
    auto doc = read(path);
    if (!doc)
        return doc.error();
    const QString group = groupWithoutCase(*doc, address.toLower());
    const QStringList tidy = tidiedPersonTags(tags);
    const auto known = doc->groups();
    if (tidy.isEmpty() && std::ranges::find(known, group, &IniDocument::Group::name) == known.end())
        return {};
    const QByteArray before = doc->bytes();
    doc->set(group, u"tags"_s, tidy.isEmpty() ? QString() : tidy.join(u", "_s));
    const auto groups = doc->groups();
    const auto own = std::ranges::find(groups, group, &IniDocument::Group::name);
    if (tidy.isEmpty() && own != groups.end() && own->entries.isEmpty() && own->problems.isEmpty())
        doc->removeGroup(group);
    return doc->bytes() == before ? Result<void>() : writeIniFile(path, *doc);
}

} // namespace kw
