#include "core/compose/templates.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr auto Ending = ".kwdraft"_L1;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Templates)
};

// Any name can be a file's, and none is hidden or leads elsewhere.
QString fileNameOf(const QString &name)
{
    QByteArray encoded = QUrl::toPercentEncoding(name, " ");
    if (encoded.startsWith('.'))
        encoded.replace(0, 1, "%2E");
    return QString::fromLatin1(encoded) + Ending;
}

QString nameOf(const QString &fileName)
{
    return QUrl::fromPercentEncoding(fileName.chopped(Ending.size()).toUtf8());
}

Result<void> checkName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return Error{ErrorKind::Invalid, Words::tr("A template needs a name. Enter one.")};
    // As a file's name, in UTF-8 and with its signs encoded, it has at most 255 octets.
    if (name.size() > Templates::LongestName || fileNameOf(name).size() > 250)
        return Error{ErrorKind::Invalid, Words::tr("The template's name is too long. Choose a shorter one.")};
    return {};
}

Error notThere(const QString &name)
{
    return {ErrorKind::NotFound,
            Words::tr("There is no template “%1” any more.").arg(name.left(Templates::LongestName))};
}

Error storageError(const QString &sentence, const QString &name, const QString &reason)
{
    return {ErrorKind::Storage, sentence.arg(name.left(Templates::LongestName), reason)};
}

// Without what ties it to one message.
Draft untied(const Draft &draft)
{
    Draft out = draft;
    out.messageId.clear();
    out.inReplyTo.clear();
    out.references.clear();
    out.date = 0;
    out.dateOffsetMinutes = 0;
    out.act = DraftAct::New;
    out.original = {};
    out.redirected.clear();
    out.listAddress.clear();
    out.answeredAs.clear();
    return out;
}

} // namespace

Templates::Templates(const QString &configDirectory)
    : m_directory(configDirectory + "/templates"_L1)
{
}

QString Templates::pathOf(const QString &name) const
{
    return m_directory + u'/' + fileNameOf(name);
}

QStringList Templates::names() const
{
    QStringList out;
    for (const QString &file : QDir(m_directory).entryList({u"*"_s + Ending}, QDir::Files))
        out.append(nameOf(file));
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::ranges::sort(out, collator);
    return out;
}

bool Templates::has(const QString &name) const
{
    return QFile::exists(pathOf(name));
}

Result<Draft> Templates::load(const QString &name) const
{
    QFile file(pathOf(name));
    if (!file.exists())
        return notThere(name);
    if (!file.open(QIODevice::ReadOnly))
        return storageError(Words::tr("The template “%1” cannot be read (%2)."), name, file.errorString());
    const auto draft = file.size() > MostBytes ? Result<Draft>(Error{}) : readDraft(file.readAll());
    if (!draft)
        return Error{ErrorKind::Invalid,
                     Words::tr("The template “%1” is damaged and cannot be used. Remove it and make it anew.")
                         .arg(name)};
    return untied(*draft);
}

Result<void> Templates::save(const QString &name, const Draft &draft)
{
    if (auto ok = checkName(name); !ok)
        return ok;
    const QByteArray bytes = savedDraft(untied(draft));
    if (bytes.size() > MostBytes)
        return Error{ErrorKind::Invalid,
                     Words::tr("The template “%1” is too large. Take attachments out of it.").arg(name)};
    const QString sentence
        = Words::tr("The template “%1” cannot be written (%2). Check permissions and free space.");
    if (!QDir(m_directory).exists() && !QDir().mkpath(m_directory))
        return storageError(sentence, name, Words::tr("its folder cannot be made"));
    QSaveFile file(pathOf(name));
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return storageError(sentence, name, file.errorString());
    return {};
}

Result<void> Templates::remove(const QString &name)
{
    QFile file(pathOf(name));
    if (file.exists() && !file.remove())
        return storageError(Words::tr("The template “%1” cannot be removed (%2)."), name, file.errorString());
    return {};
}

Result<void> Templates::rename(const QString &from, const QString &to)
{
    if (auto ok = checkName(to); !ok)
        return ok;
    if (from == to)
        return {};
    if (!has(from))
        return notThere(from);
    if (has(to))
        return Error{ErrorKind::Invalid,
                     Words::tr("There is a template “%1” already. Choose another name.").arg(to)};
    QFile file(pathOf(from));
    if (!file.rename(pathOf(to)))
        return storageError(Words::tr("The template “%1” cannot be renamed (%2)."), from, file.errorString());
    return {};
}

} // namespace kw
