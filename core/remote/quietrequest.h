#pragma once

#include <QNetworkRequest>

namespace kw {

// A request to a stranger's server that says nothing of the person or the message: no cookies, no sign-in, no
// referrer, no name of this program, no language, and nothing is kept. `timeoutMs` without an octet.
QNetworkRequest quietRequest(const QUrl &url, int timeoutMs);

} // namespace kw
