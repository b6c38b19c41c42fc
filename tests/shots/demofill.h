#pragma once

#include "tests/support/windowfixture.h"

namespace kw {

// The demo's two accounts and all their mail, as a finished sync would leave them in the cache.
void fillWithDemoMail(WindowFixture &fixture);
// The newest message whose subject contains this; 0 where there is none.
MessageId messageWith(const Database &database, const QString &subject);

} // namespace kw
