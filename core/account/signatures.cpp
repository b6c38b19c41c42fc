#include "core/account/signatures.h"

#include "core/account/inifile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SignatureFile)
};

Result<IniDocument> readSignatures(const QString &path)
{
    return readIniFile(
        path, Words::tr("%1 is larger than 4 MB, so it holds no signatures. Check what was saved there."));
}

bool hasControlCharacters(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

// As lines are kept: LF between them, none at the end, and nothing a terminal would obey.
QString tidied(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').replace(u'\t', u' ');
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    text.removeIf(
        [](QChar c) { return c != u'\n' && (c.category() == QChar::Other_Control || c == QChar(0xFFFF)); });
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

void put(IniDocument &doc, const QString &group, const QString &key, const QString &value)
{
    doc.set(group, key, value.isEmpty() ? QString() : foldedLines(value));
}

} // namespace

Signature tidied(const Signature &signature)
{
    return {tidied(signature.text), tidied(signature.html)};
}

QString foldedLines(const QString &text)
{
    return QString(text).replace(u'\\', "\\\\"_L1).replace(u'\n', "\\n"_L1);
}

QString unfoldedLines(const QString &line)
{
    QString out;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar next = line.at(i) == u'\\' && i + 1 < line.size() ? line.at(i + 1) : QChar();
        if (next != u'n' && next != u'\\') {
            out += line.at(i);
            continue;
        }
        out += next == u'n' ? QChar(u'\n') : QChar(u'\\');
        ++i;
    }
    return out;
}

Result<Signatures> SignatureFile::load(const QString &path)
{
    const auto doc = readSignatures(path);
    if (!doc)
        return doc.error();
    Signatures out;
    for (const auto &group : doc->groups()) {
        Signature signature;
        for (const auto &entry : group.entries) {
            const QString value = unfoldedLines(entry.value).left(LongestText);
            if (entry.key == "text"_L1)
                signature.text = tidied(value);
            else if (entry.key == "html"_L1)
                signature.html = tidied(value);
        }
        if (!signature.isEmpty())
            out.insert(group.name.toLower(), signature);
    }
    return out;
}

Result<void> SignatureFile::save(const QString &path, const QString &address, const Signature &signature)
{
    const Signature tidy = tidied(signature);
    if (address.isEmpty() || address.contains(u'[') || address.contains(u']')
        || hasControlCharacters(address))
        return Error{ErrorKind::Invalid,
                     Words::tr("A signature cannot be kept for the address “%1”.").arg(address.left(60))};
    if (tidy.text.size() > LongestText || tidy.html.size() > LongestText)
        return Error{ErrorKind::Invalid,
                     Words::tr("The signature of %1 is too long. Shorten it.").arg(address)};
    auto doc = readSignatures(path);
    if (!doc)
        return doc.error();
    const QString group = groupWithoutCase(*doc, address.toLower());
    const auto known = doc->groups();
    if (tidy.isEmpty() && std::ranges::find(known, group, &IniDocument::Group::name) == known.end())
        return {};
    const QByteArray before = doc->bytes();
    put(*doc, group, u"text"_s, tidy.text);
    put(*doc, group, u"html"_s, tidy.html);
    const auto groups = doc->groups();
    const auto own = std::ranges::find(groups, group, &IniDocument::Group::name);
    if (tidy.isEmpty() && own != groups.end() && own->entries.isEmpty() && own->problems.isEmpty())
        doc->removeGroup(group);
    return doc->bytes() == before ? Result<void>() : writeIniFile(path, *doc);
}

Result<void> SignatureFile::save(const QString &path, const Signatures &signatures)
{
    for (const auto &[address, signature] : signatures.asKeyValueRange()) {
        if (auto saved = save(path, address, signature); !saved)
            return saved;
    }
    return {};
}

} // namespace kw
