#pragma once

#include "app/ctl/commands.h"
#include "core/store/operation.h"
#include "core/sync/journal/intent.h"

#include <QJsonObject>

namespace kw::ctl {

// What the commands that change something share: each does one action and says what became of it. All return
// the program's exit status.
QJsonObject actionJson(const ActionRow &row);
int failed(const Invocation &run, const Error &error);
// `verb` as in "Moved: 3 here; …"
int told(const Invocation &run, const Result<ActionRow> &done, const QString &verb);
int perform(const Invocation &run, const Intent &intent, const QString &verb);

} // namespace kw::ctl
