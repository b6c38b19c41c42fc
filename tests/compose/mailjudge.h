#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace kw {

// A message as Python's email package reads it: "fields" (pairs), "body" ("type", "params", "parts", "text",
// "base64"; of a message within it "fields") and "defects", which is empty where all is well.
QJsonObject pythonReads(const QByteArray &message);

} // namespace kw
