#pragma once

#include "core/store/database.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace kw {

// What the cache knows of a message that a server has found.
struct FoundRow {
    MessageId id{};
    FolderId folder{}; // where it shows
    qint64 date = 0; // seconds since the epoch
    quint32 flags = 0; // as the person sees them
    QStringList keywords;
    quint32 size = 0;
    QString fromEmail;
    quint64 gmailId = 0;
    bool isHidden = false;
    bool hasText = false;
    bool isWhole = false; // its whole header was seen
};

// Messages by what servers call them. Read-only; microseconds each, but for withoutText().
class FoundRows
{
public:
    explicit FoundRows(Database &db);

    std::optional<FoundRow> at(FolderId folder, Uid uid) const;
    // Likewise where it was moved away from here and the server does not know yet. Nothing: it never was
    // here. No id: it was, and shows nowhere that is known.
    std::optional<FoundRow> moved(FolderId folder, Uid uid) const;
    // The row that stands for all labels of a Gmail message.
    std::optional<FoundRow> standIn(FolderId folder, quint64 gmailId) const;

    // Messages that show and whose text is not here, by folder; one walk over all texts (200,000: a fifth of
    // a second). A Gmail message counts under each label but one.
    QHash<FolderId, qint64> withoutText() const;

private:
    std::optional<FoundRow> only(Statement &query) const;

    Database &m_db;
};

} // namespace kw
