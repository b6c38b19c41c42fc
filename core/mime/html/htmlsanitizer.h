#pragma once

#include "core/mime/partfacts.h"

#include <QList>
#include <QSet>
#include <QString>

namespace kw {

class HtmlTree;

struct SanitizedHtml {
    // A fragment to be placed in <body>. A picture on the network is <img kwremote="N">, a background on an
    // element kwback="N", without any address: N counts in `remote`. kwsignature="1" is the sender's
    // signature, where their mail program marks it. Nobody but the sanitizer writes these attributes.
    QString html;
    QList<RemoteContent> remote;
    QList<ShownLink> links;
    QSet<QString> carried; // what the cid: URLs of `html` name, decoded
    int remoteResources = 0; // remote loads taken out (img, background, url() in CSS, …)
    bool cut = false; // too deep or too long: the rest was left out
};

// Allow-list over the tree a browser would build (HtmlTree): what is written is only ever an allowed tag with
// allowed, escaped attributes, or escaped text, and every tag is closed. No script, no event handlers, no
// forms, frames, objects, no <base>, <meta>, <link>; CSS properties by allow-list, no url(), no position
// other than static; only http(s), mailto links kept (as href), images only cid: and
// data:image/{png,jpeg,gif,webp} ≤ 1 MB. Bounded in time and memory (HtmlTree). Pure; any thread.
// Style sheets are written into the elements (StyleRules). `firstRemote`: the number of the first remote
// picture. `locations`: addresses of pictures that the message carries itself (RFC 2557); they become cid:
// URLs.
SanitizedHtml sanitizeHtml(const HtmlTree &tree, qsizetype firstRemote = 0,
                           const QSet<QString> &locations = {});
SanitizedHtml sanitizeHtml(const QString &html);

// Readable plain text of an HTML document: paragraphs apart by an empty line, other blocks on lines of their
// own, quotes with ">", numbers before the items of numbered lists, nothing that is not displayed, links as
// "text <url>" where they differ.
QString htmlToText(const HtmlTree &tree);
QString htmlToText(const QString &html);

} // namespace kw
