#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

// Enough of RFC 5322, 2045–2047, 2231 and 3676 to write the demo's mail. Everything ends its lines with CRLF.
namespace kw::demo {

struct Part {
    QByteArray type; // "text/plain", "multipart/mixed"
    QList<std::pair<QByteArray, QString>> parameters; // of Content-Type
    QByteArray disposition; // "attachment", "inline" or empty
    QString fileName;
    QByteArray contentId; // without <>
    QByteArray encoding; // "7bit", "8bit", "quoted-printable", "base64"; empty for multiparts
    QByteArray content; // not yet encoded; lines end in LF for text, any bytes for base64
    QList<Part> children; // of a multipart
};

// "Name: value", folded at 76, non-ASCII as encoded words.
QByteArray headerField(const QByteArray &name, const QString &value);
// A display name and address as one element of an address list; the name may be empty.
QByteArray addressText(const QString &name, const QString &email);
// "To: a, b", folded between the addresses.
QByteArray addressField(const QByteArray &name, const QList<QByteArray> &addresses);

Part multipart(const QByteArray &subtype, const QList<Part> &children);
// Text in UTF-8 or, where this Qt knows it, another charset; an empty encoding takes the lightest that fits.
Part textPart(const QByteArray &subtype, const QString &text, const QString &charset = {},
              const QString &encoding = {});
// Paragraphs wrapped at 72 with soft line ends and space stuffing (RFC 3676).
Part flowedPart(const QString &text);

// The Content-* fields and the content. `salt` makes the boundaries unique and repeatable.
QByteArray writePart(const Part &part, const QByteArray &salt);

} // namespace kw::demo
