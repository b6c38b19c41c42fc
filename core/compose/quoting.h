#pragma once

#include "core/mime/messageview.h"

namespace kw {

// A text without the signature ("-- " and what is below it).
QString withoutSignature(const QString &text);
// Each line behind ">", ready for format=flowed; deeper quotes gain a level (">> ").
QString quotedText(const QString &text);
// Plain text as HTML with the same lines.
QString textAsHtml(const QString &text);

// The following take HTML as sanitizeHtml() writes it, where every tag is closed and every "<" is one.

// Without what is marked as the sender's signature.
QString withoutSignatures(const QString &html);
enum class NetworkPictures {
    Dropped, // their words remain
    Named, // by their addresses again, but for those that only track
};
// Without the sanitizer's own marks and places; for what leaves the reader.
QString withoutMarks(const QString &html, const QList<RemoteContent> &remote, NetworkPictures pictures);
// <blockquote type="cite">
QString quotedHtml(const QString &html);

} // namespace kw
