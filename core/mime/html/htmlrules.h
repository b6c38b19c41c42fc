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
// The address of a background picture on the network, as a browser would load it: the last one that a style,
// or the attribute "background", names; empty where there is none.
QString backgroundOf(const QString &style);
// An address on the network that a picture may be loaded from once the person allows it; http or https with a
// host ("//host/x" is https). Empty for all else.
QString remotePicture(const QString &url);
// The declarations of an inline style that are allowed, with values that fetch, execute or escape nothing.
QString safeStyle(const QString &style);

} // namespace kw
