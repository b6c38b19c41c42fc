#pragma once

#include <QString>

namespace kw {

struct SanitizedHtml {
    QString html; // a fragment to be placed in <body>
    int remoteResources = 0; // remote loads taken out (img, background, url() in CSS, …)
    bool cut = false; // too deep or too long: the rest was left out
};

// Allow-list over a real HTML parser (Gumbo): no script, no event handlers, no forms, frames, objects, no
// <base>, <meta>, <link>; CSS properties by allow-list, no url(), no position other than static; only
// http(s), mailto links kept (as href), images only cid: and data:image/{png,jpeg,gif,webp} ≤ 1 MB. Linear
// time, bounded depth. Pure; any thread.
SanitizedHtml sanitizeHtml(const QString &html);

// Readable plain text of an HTML document (links as "text <url>" where they differ).
QString htmlToText(const QString &html);

} // namespace kw
