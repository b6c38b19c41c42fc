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

bool isSafeAttribute(const QByteArray &lowerCaseName); // harmless with any value
bool isEmptyAttribute(const QByteArray &lowerCaseName); // means something without a value ("nowrap")
// The address as a browser would read it (no white space around, no line breaks within) if it is http, https
// or mailto; else empty.
QString safeLink(const QString &url);
bool isSafeImage(const QString &url); // cid: and small data: images
bool isColour(const QString &value); // a name or #rrggbb
// How many things a browser would fetch from the network for this attribute.
int remoteLoads(const QByteArray &lowerCaseName, const QString &value);
int remoteLoadsOfCss(QStringView css);
// The declarations of an inline style that are allowed, with values that fetch, execute or escape nothing.
QString safeStyle(const QString &style);

} // namespace kw
