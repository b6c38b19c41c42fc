#pragma once

#include "core/compose/draft.h"

namespace kw {

// Messages that the person sends again and again, each a file CONFIG/templates/NAME.kwdraft (savedDraft()).
// A folder that is not there holds none. Other programs of the profile may add and remove; nothing is kept in
// memory. Blocking file I/O; any thread.
class Templates
{
public:
    static constexpr qsizetype LongestName = 60; // characters
    static constexpr qint64 MostBytes = 64 << 20; // of one

    // The profile's configuration folder.
    explicit Templates(const QString &configDirectory);

    QStringList names() const; // as people sort them
    bool has(const QString &name) const;
    // Ready to be written in: a message of its own, whatever it was made of. Errors: NotFound, Storage,
    // Invalid.
    Result<Draft> load(const QString &name) const;
    // In the place of one with the same name. Errors: Invalid (no name, or too long), Storage.
    Result<void> save(const QString &name, const Draft &draft);
    // Error: Storage. One that is not there is removed already.
    Result<void> remove(const QString &name);
    // Errors: NotFound, Invalid (also: the name is taken), Storage.
    Result<void> rename(const QString &from, const QString &to);

private:
    QString pathOf(const QString &name) const;

    const QString m_directory;
};

} // namespace kw
