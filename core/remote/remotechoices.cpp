#include "core/remote/remotechoices.h"

#include <QDir>
#include <QSettings>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostEntries = 5000;

QString clean(const QString &text)
{
    return text.trimmed().toLower();
}

QString domainOfSender(const QString &email)
{
    return email.sliced(email.lastIndexOf(u'@') + 1);
}

} // namespace

RemoteChoices::RemoteChoices(const QString &directory)
    : m_file(directory.isEmpty() ? QString() : QDir(directory).filePath(u"remote.ini"_s))
{
}

QStringList RemoteChoices::list(const QString &key) const
{
    return m_file.isEmpty() ? QStringList()
                            : QSettings(m_file, QSettings::IniFormat).value(key).toStringList();
}

bool RemoteChoices::store(const QString &key, QStringList list)
{
    if (m_file.isEmpty())
        return false;
    list.removeAll(QString());
    list.removeDuplicates();
    list.sort();
    QSettings file(m_file, QSettings::IniFormat);
    file.setValue(key, list.mid(0, MostEntries));
    file.sync();
    return file.status() == QSettings::NoError;
}

bool RemoteChoices::allows(const QString &email) const
{
    const QString sender = clean(email);
    if (sender.isEmpty())
        return false;
    if (senders().contains(sender))
        return true;
    const QString domain = domainOfSender(sender);
    const QStringList allowed = domains();
    return std::any_of(allowed.begin(), allowed.end(), [&domain](const QString &one) {
        return domain == one || domain.endsWith(u'.' + one);
    });
}

QStringList RemoteChoices::senders() const
{
    return list(u"senders"_s);
}

QStringList RemoteChoices::domains() const
{
    return list(u"domains"_s);
}

bool RemoteChoices::allowSender(const QString &email)
{
    return store(u"senders"_s, senders() << clean(email));
}

bool RemoteChoices::allowDomain(const QString &domain)
{
    return store(u"domains"_s, domains() << clean(domain));
}

bool RemoteChoices::forget(const QString &senderOrDomain)
{
    QStringList left = senders();
    QStringList domainsLeft = domains();
    left.removeAll(clean(senderOrDomain));
    domainsLeft.removeAll(clean(senderOrDomain));
    const bool senderStored = store(u"senders"_s, left);
    return store(u"domains"_s, domainsLeft) && senderStored;
}

} // namespace kw
