#pragma once

#include <QHash>
#include <QString>

namespace kw {

// In which lists messages of one conversation stand together: as set for all, except where the person chose
// otherwise for a list. Lists go by FolderModel's keys. A value.
class ConversationChoices
{
public:
    bool isGrouped(const QString &viewKey) const { return m_exceptions.value(viewKey, m_usual); }
    bool usual() const { return m_usual; }
    void setUsual(bool on) { m_usual = on; }
    // Chosen for this list. As everywhere else: it goes with the others again.
    void choose(const QString &viewKey, bool on);
    void forget(const QString &viewKey) { m_exceptions.remove(viewKey); }

    const QHash<QString, bool> &exceptions() const { return m_exceptions; }
    void setExceptions(const QHash<QString, bool> &exceptions) { m_exceptions = exceptions; }

private:
    bool m_usual = true;
    QHash<QString, bool> m_exceptions;
};

} // namespace kw
