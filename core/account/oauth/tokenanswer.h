#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

class QNetworkReply;

namespace kw {

// What a token endpoint hands out (RFC 6749 5.1). The strings are secrets: in no log and no error.
struct TokenAnswer {
    QString access;
    QString refresh; // empty: the one there is stays good
    qint64 lifetimeMs = 0; // of the access token, at least 1000
    QStringList scopes; // granted; empty: as asked
};

// An HTTP exchange with a token endpoint, as far as it got.
struct TokenReply {
    int status = 0; // HTTP; 0: there was no answer
    bool tlsFailed = false; // its certificate or handshake
    bool tooLong = false;
    QByteArray body;
};

inline constexpr qint64 MostTokenReplyOctets = 64 << 10;

// Reads a finished reply. Never more than MostTokenReplyOctets.
TokenReply tokenReply(QNetworkReply &reply);

// The answer is a stranger's: bounded, checked octet by octet. `who`: the provider's title. Errors: Auth
// (code SignInAgainCode: the permission is gone), Network (unreachable, busy), Tls, Invalid (the client id is
// refused), Protocol.
Result<TokenAnswer> readTokenAnswer(const TokenReply &reply, const QString &who);

// The person has to sign in once more.
inline constexpr auto SignInAgainCode = "sign-in-again";
Error signInAgain(const QString &who);

} // namespace kw
