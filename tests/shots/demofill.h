#pragma once

#include "tests/support/windowfixture.h"

namespace kw {

// The demo's two accounts and all their mail, as a finished sync would leave them in the cache.
void fillWithDemoMail(WindowFixture &fixture);
// Actions in every state, as the engine would have written them, and a few vanished messages. Once is enough.
void fillWithChanges(WindowFixture &fixture);
// The newest message whose subject contains this; 0 where there is none.
MessageId messageWith(const Database &database, const QString &subject);

} // namespace kw
