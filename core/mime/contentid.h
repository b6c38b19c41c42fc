#pragma once

#include <QString>

namespace kw {

// The Content-ID that a URL names (RFC 2392), decoded; empty where it is no cid: URL.
QString contentIdOf(const QString &url);
// The way back: with nothing in it that could end a URL's path.
QString cidUrl(const QString &contentId);
// Whether every browser shows pictures of this type, so that a page that names one shows it. SVG is none: it
// is a document of its own.
bool isShownPicture(const QString &mimeType);

} // namespace kw
