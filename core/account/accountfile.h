#pragma once

#include "core/account/accountrules.h"

#include <QList>

namespace kw {

// accounts.ini (format: docs/accounts.md): one group per account, one "key=value" per line, values taken
// literally. People edit it by hand: comments, order and keys we do not know survive a save. Blocking file
// I/O of a few KB; any thread.
struct AccountFile {
    struct Loaded {
        QList<AccountSettings> accounts; // in file order; those with an error are left out
        QList<Error> errors; // Invalid or Storage; each names file, line and what to do
    };
    // A file that does not exist is an empty one. Missing ports, security and users are filled in.
    static Loaded load(const QString &path);

    // Makes the file hold exactly `accounts`, in this order. Groups that cannot be read stay as they are, so
    // that a typing error never costs an account. Atomic, mode 0600. Errors: Invalid (a value that the format
    // or the rules refuse), Storage.
    static Result<void> save(const QString &path, const QList<AccountSettings> &accounts);
};

// The PEM behind pinnedCertificate, empty where none is pinned. Paths are relative to `configDirectory`.
// Errors: Invalid.
Result<QByteArray> pinnedCertificatePem(const AccountSettings &account, const QString &configDirectory);

} // namespace kw
