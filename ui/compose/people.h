#pragma once

#include "core/base/mailtypes.h"
#include "core/store/changes.h"

#include <QDeadlineTimer>
#include <QObject>

#include <memory>

namespace kw {

class PeopleIndex;
class StoreReader;

// Somebody that what is typed may mean.
struct Suggestion {
    Address address;
    bool operator==(const Suggestion &) const = default;
};

// Whom the person may want to write to: those of sent and read mail, and of the address books in
// CONFIG/contacts (vCards). Read on a thread of its own, so that a window never waits for it; until then
// nobody is suggested. Lives on the GUI thread.
class People : public QObject
{
    Q_OBJECT
public:
    // Folders of the profile. Reads at once.
    People(const QString &cacheDirectory, const QString &configDirectory, QObject *parent = nullptr);
    ~People() override;

    // Never waits. See PeopleIndex::find.
    QList<Suggestion> suggest(const QString &typed, const QList<Address> &already, int most);
    bool isLoaded() const { return m_index != nullptr; }

public Q_SLOTS:
    // Reads all of it anew.
    void reload();
    // New mail is taken in when somebody is asked for again, and not more often than every few minutes.
    void noteChanges(const kw::ChangeSet &changes);

Q_SIGNALS:
    void loaded();

private:
    const QString m_contacts; // a folder
    StoreReader *m_reader;
    QDeadlineTimer m_notBefore; // it is read again
    bool m_stale = false;
    std::shared_ptr<const PeopleIndex> m_index;
};

} // namespace kw
