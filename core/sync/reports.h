#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QList>

namespace kw {

// One pass over one folder, as reported by sync --once.
struct PassReport {
    QString account; // the accounts.ini group
    QString folder; // path
    quint32 messages = 0; // on the server
    int added = 0;
    int changed = 0;
    int vanished = 0;
    qint64 ms = 0;
    QString error; // empty on success
    QString note; // why nothing was done, although nothing is wrong; mostly empty
    bool needsFreshSession
        = false; // most of the folder seems gone: look again on a new session before believing it
};

// One difference between cache and server.
struct Difference {
    enum class Kind { MissingHere, MissingThere, Flags, Size };
    QString folder;
    Uid uid{};
    Kind kind = Kind::MissingHere;
    QString detail; // "server: seen; here: unread"
};

struct VerifyReport {
    int folders = 0;
    qint64 messages = 0; // compared
    QList<Difference> differences; // found before a repair
    struct FolderError {
        QString folder; // path
        QString text; // a sentence
    };
    QList<FolderError> errors; // folders that could not be compared
    bool repaired = false; // what could be compared
};

} // namespace kw
