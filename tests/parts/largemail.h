#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

namespace kw::test {

// A message with a text, an HTML part with a picture in it, and two large files.
struct LargeMail {
    QByteArray header;
    QByteArray body;
    QByteArray first; // decoded
    QByteArray second;

    QByteArray whole() const { return header + body; }
};

inline QByteArray noise(int seed, qsizetype octets)
{
    QByteArray out;
    out.reserve(octets + 32);
    for (int i = 0; out.size() < octets; ++i)
        out += QCryptographicHash::hash(QByteArray::number(seed) + ':' + QByteArray::number(i),
                                        QCryptographicHash::Sha256);
    out.truncate(octets);
    return out;
}

inline QByteArray base64Lines(const QByteArray &octets)
{
    const QByteArray all = octets.toBase64();
    QByteArray out;
    for (qsizetype at = 0; at < all.size(); at += 76)
        out += all.sliced(at, std::min<qsizetype>(76, all.size() - at)) + "\r\n";
    return out;
}

inline LargeMail largeMail(qsizetype firstOctets, qsizetype secondOctets)
{
    LargeMail mail;
    mail.first = noise(1, firstOctets);
    mail.second = noise(2, secondOctets);
    mail.header
        = "From: Bo <bo@example.org>\r\nTo: ann@example.org\r\nSubject: Two files\r\n"
          "Date: Mon, 02 Jun 2025 10:00:00 +0000\r\nMessage-ID: <large@example.org>\r\nMIME-Version: 1.0\r\n"
          "Content-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n";
    mail.body = "A preamble.\r\n--outer\r\nContent-Type: multipart/related; boundary=\"inner\"\r\n\r\n"
                "--inner\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                "<p>Look at <img src=\"cid:logo@x\"> \xc3\xbc</p>\r\n"
                "--inner\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo@x>\r\n"
                "Content-Transfer-Encoding: base64\r\n\r\n"
        + base64Lines(noise(3, 20'000))
        + "--inner--\r\n\r\n--outer\r\nContent-Type: application/zip; name=\"erste.zip\"\r\n"
          "Content-Disposition: attachment; filename*=utf-8''erst%C3%A9.zip\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n"
        + base64Lines(mail.first)
        + "\r\n--outer\r\nContent-Type: video/mp4\r\nContent-Disposition: attachment; filename=second.mp4\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n"
        + base64Lines(mail.second) + "\r\n--outer--\r\nAn epilogue.\r\n";
    return mail;
}

} // namespace kw::test
