#pragma once

#include "core/imap/imaplink.h"

#include <QMap>

namespace kw {

// By role: the path of the folder that the person chose for it, as the server writes it.
using ChosenRoles = QMap<FolderRole, QString>;

// Gives roles to the folders of one account: the person's word wins, where there is such a folder; then what
// the server says (RFC 6154); a role nobody has is guessed from the folder's own name in the languages people
// use, at the top level or directly below INBOX. Other people's folders get none but by the person's word.
// At most one folder per role, and one role per folder.
QList<ListedFolder> withRoles(QList<ListedFolder> folders, const ChosenRoles &chosen = {});

// What the server alone says of them, without those of other people: the raw material of the above.
QList<ListedFolder> withToldRoles(QList<ListedFolder> folders);

} // namespace kw
