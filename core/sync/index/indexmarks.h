#pragma once

#include <QString>

namespace kw {

// What is remembered of an index beside it (DIR/index.state), and is not part of it. A plain value.
struct IndexMarks {
    bool isOpen = false; // somebody works with it, or ended without putting it away
    qint64 verifiedAt = 0; // ms since the epoch; 0: it has to be
    bool attachmentTexts = false; // whether those are in it
    qint64 attachmentsReadTo = -1; // up to this message; -1: all are as attachmentTexts says

    bool operator==(const IndexMarks &) const = default;

    // What cannot be read counts as: has to be verified.
    static IndexMarks load(const QString &directory);
    // What cannot be written costs a verification, nothing more.
    void save(const QString &directory) const;
};

} // namespace kw
