#include "ui/reader/senderlooks.h"

#include <QDir>
#include <QSettings>
#include <QStringList>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostSenders = 2000;

} // namespace

void SenderLooks::setDirectory(const QString &configDirectory)
{
    m_file = configDirectory.isEmpty() ? QString() : QDir(configDirectory).filePath(u"looks.ini"_s);
}

std::optional<bool> SenderLooks::prefersPlain(const QString &email) const
{
    if (m_file.isEmpty() || email.isEmpty())
        return {};
    const QSettings file(m_file, QSettings::IniFormat);
    if (file.value(u"plain"_s).toStringList().contains(email.toLower()))
        return true;
    return file.value(u"html"_s).toStringList().contains(email.toLower()) ? std::optional(false)
                                                                          : std::nullopt;
}

void SenderLooks::setPrefersPlain(const QString &email, bool plain)
{
    if (m_file.isEmpty() || email.isEmpty())
        return;
    QSettings file(m_file, QSettings::IniFormat);
    for (const bool list : {true, false}) {
        const QString key = list ? u"plain"_s : u"html"_s;
        QStringList senders = file.value(key).toStringList();
        senders.removeAll(email.toLower());
        if (list == plain)
            senders.append(email.toLower());
        file.setValue(key, senders.mid(std::max<qsizetype>(0, senders.size() - MostSenders)));
    }
}

} // namespace kw
