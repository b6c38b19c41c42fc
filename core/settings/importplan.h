#pragma once

#include "core/settings/settingsbundle.h"

namespace kw {

struct SettingChange {
    QString key;
    QString before;
    QString after;
    bool operator==(const SettingChange &) const = default;
};

// One account of an imported file, beside what is here.
struct AccountImport {
    enum class State { New, Changed, Same };

    State state = State::New;
    AccountSettings account; // as it would be here, without what needs the person's trust
    AccountSettings trusted; // likewise, with that
    QStringList changes; // "imapHost: a → b"
    QStringList trust; // sentences: what `trusted` accepts besides
    QString problem; // why `account` cannot be taken; empty: it can
    QString trustedProblem;
};

// What importing would do to this profile. Plain value; nothing is changed by making one.
struct ImportPlan {
    QList<SettingChange> settings;
    bool tagsChange = false;
    bool keysChange = false;
    Signatures signatures; // new ones, and those that are others here
    QList<SavedSearch> searches; // that nobody here looks for under that name, with keys that are free here
    QList<AccountImport> accounts;

    // An account is the same as one here when both have the same name in accounts.ini and address, or the
    // same login at the same server. What the file does not say about an account that is here stays as it is;
    // its command for the password goes when its servers or logins would change: a password must not follow
    // to another server.
    static ImportPlan of(const SettingsBundle &file, const SettingsBundle &here,
                         const QList<AccountSettings> &accountsHere);

    bool isEmpty() const;
};

// `chosen` put in the place of those with the same key, or behind the others.
QList<AccountSettings> withAccounts(QList<AccountSettings> accounts, const QList<AccountSettings> &chosen);

} // namespace kw
