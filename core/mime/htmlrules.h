#pragma once

#include <QByteArrayView>
#include <QString>

// What HTML in a message may contain: allow-lists, nothing else.
namespace kw {

enum class TagRule {
    Keep,
    DropTag, // its content stays
    DropWithContent,
};

TagRule ruleFor(const QByteArray &lowerCaseTag);
bool isVoidTag(const QByteArray &lowerCaseTag);
bool isBlockTag(const QByteArray &lowerCaseTag);
// The lower-case tag name at the start of `text` (after "<").
QByteArray tagNameAt(QByteArrayView text);

bool isSafeAttribute(const QByteArray &lowerCaseName); // harmless with any value
bool isSafeLink(const QString &url); // http, https, mailto
bool isSafeImage(const QString &url); // cid: and small data: images
// Whether a browser would fetch something from the network for this attribute.
bool loadsRemotely(QByteArrayView name, const QString &value);
// The declarations of an inline style that are allowed, with values that fetch, execute or escape nothing.
QString safeStyle(const QString &style);

} // namespace kw
