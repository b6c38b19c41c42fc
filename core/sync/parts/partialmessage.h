#pragma once

#include "core/imap/stream/listedpart.h"
#include "core/mime/leftout.h"

#include <QHash>

#include <optional>

namespace kw {

// The text (BODY[TEXT]) of a message put together from its parts: `sections` are heads ("2.MIME") and
// contents ("2"). It reads like the original, but is not it octet by octet. Nothing: the server's word and
// what it sent do not fit together; fetch it whole.
std::optional<QByteArray> assembledText(const QByteArray &header, const ListedPart &root,
                                        const QHash<QString, QByteArray> &sections);

// The same text with the content of a part that was left out. Nothing: there is no such part in it.
std::optional<QByteArray> withPart(const QByteArray &header, const QByteArray &text, const QString &id,
                                   const QByteArray &content);

} // namespace kw
