#include "ui/organize/foldername.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::FolderName)
};

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}

// IMAP names the inbox without regard to case (RFC 3501 5.1).
bool isInbox(const QString &path)
{
    return path.compare("INBOX"_L1, Qt::CaseInsensitive) == 0;
}

QString letterFault(const QString &name, QChar separator)
{
    if (std::ranges::any_of(name, isInvisible))
        return Words::tr("A name must not contain line breaks or other invisible characters.");
    if (!separator.isNull() && name.contains(separator))
        return Words::tr("A name must not contain “%1”: on this server it stands between a folder and the "
                         "folders in it.")
            .arg(separator);
    for (const QChar c : u"\"\\%*"_s) {
        if (name.contains(c))
            return Words::tr("A name must not contain “%1”.").arg(c);
    }
    return {};
}

QString takenFault(const QString &name, const FolderPlace &place)
{
    const QString path = place.prefix + name;
    if (isInbox(path))
        return Words::tr("“%1” is the inbox on every server.").arg(name);
    for (const FolderRow &row : place.folders) {
        if (row.id != place.self && row.path == path)
            return Words::tr("There is a folder “%1” here already.").arg(name);
    }
    return {};
}

} // namespace

QString folderNameFault(const QString &name, const FolderPlace &place)
{
    if (name.trimmed().isEmpty())
        return Words::tr("A folder needs a name.");
    if (const QString fault = letterFault(name, place.separator); !fault.isEmpty())
        return fault;
    if (name.front().isSpace() || name.back().isSpace())
        return Words::tr("A name must not begin or end with a space.");
    return takenFault(name, place);
}

} // namespace kw
