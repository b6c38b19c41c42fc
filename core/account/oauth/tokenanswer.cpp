#include "core/account/oauth/tokenanswer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::OAuth)
};

constexpr qsizetype LongestToken = 16 << 10; // Microsoft's have up to some 4,000 characters
constexpr qint64 UsualLifetimeS = 3600;
constexpr qint64 LongestLifetimeS = 365LL * 86'400;
constexpr int MostScopes = 50;

// Tokens go into a line of a mail protocol, between control characters (RFC 6749 A.12, RFC 7628 3.1).
bool isToken(const QString &text)
{
    return !text.isEmpty() && text.size() <= LongestToken
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

qint64 lifetimeMs(const QJsonValue &value)
{
    double seconds = value.toDouble(-1);
    if (value.isString()) {
        bool ok = false;
        const double told = value.toString().left(20).toDouble(&ok);
        seconds = ok ? told : -1;
    }
    if (!(seconds >= 0))
        seconds = UsualLifetimeS; // RFC 6749 5.1 lets it be missing
    return std::max<qint64>(1000, qint64(std::min(seconds, double(LongestLifetimeS)) * 1000));
}

Error unreachable(const QString &who)
{
    return {ErrorKind::Network,
            Words::tr("%1 cannot be reached to renew the sign-in. Check your network; Kittiwake tries again "
                      "by itself.")
                .arg(who),
            {}};
}

Error busy(const QString &who)
{
    return {ErrorKind::Network,
            Words::tr("%1 cannot renew the sign-in at the moment. Kittiwake tries again by itself.").arg(who),
            {}};
}

Error senseless(const QString &who)
{
    return {ErrorKind::Protocol,
            Words::tr("%1 answered the sign-in with something that makes no sense. Try again later; if it "
                      "stays so, check the provider's addresses in oauth.ini.")
                .arg(who),
            {}};
}

// RFC 6749 5.2 and what OpenID Connect adds.
Error refusal(const QString &code, const QString &who)
{
    static const QStringList gone{u"invalid_grant"_s,  u"interaction_required"_s, u"consent_required"_s,
                                  u"login_required"_s, u"access_denied"_s,        u"expired_token"_s};
    static const QStringList stranger{u"invalid_client"_s, u"unauthorized_client"_s, u"invalid_scope"_s,
                                      u"unsupported_grant_type"_s, u"invalid_request"_s};
    if (gone.contains(code))
        return signInAgain(who);
    if (stranger.contains(code))
        return {ErrorKind::Invalid,
                Words::tr("%1 does not accept how Kittiwake is registered there (%2). Check clientId and "
                          "clientSecret in oauth.ini.")
                    .arg(who, code),
                code};
    return busy(who);
}

QString errorCode(const QJsonObject &object)
{
    const QJsonValue error = object.value("error"_L1);
    QString code = error.isObject() ? error.toObject().value("status"_L1).toString() : error.toString();
    code = code.left(60);
    code.removeIf([](QChar c) { return !(c.isLetterOrNumber() || c == u'_'); });
    return code;
}

} // namespace

TokenReply tokenReply(QNetworkReply &reply)
{
    TokenReply read;
    read.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    read.tlsFailed = reply.error() == QNetworkReply::SslHandshakeFailedError;
    read.body = reply.read(MostTokenReplyOctets);
    read.tooLong = reply.bytesAvailable() > 0 || reply.property("tooLong").toBool();
    return read;
}

Error signInAgain(const QString &who)
{
    return {
        ErrorKind::Auth,
        Words::tr("%1 does not let Kittiwake in any more. Sign in again to get new mail; what is here can "
                  "be read meanwhile.")
            .arg(who),
        QLatin1StringView(SignInAgainCode)};
}

Result<TokenAnswer> readTokenAnswer(const TokenReply &reply, const QString &who)
{
    if (reply.tlsFailed)
        return Error{ErrorKind::Tls,
                     Words::tr("The certificate of %1 cannot be trusted, so the sign-in was not renewed. "
                               "Nothing was sent; try another network.")
                         .arg(who),
                     {}};
    if (reply.status == 0 && !reply.tooLong)
        return unreachable(who);
    if (reply.tooLong)
        return senseless(who);
    const bool overloaded = reply.status >= 500 || reply.status == 429 || reply.status == 408;
    if (overloaded)
        return busy(who);
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    if (const QString code = errorCode(object); !code.isEmpty())
        return refusal(code, who);
    if (reply.status != 200 && reply.status != 201)
        return senseless(who);
    TokenAnswer answer;
    answer.access = object.value("access_token"_L1).toString();
    answer.refresh = object.value("refresh_token"_L1).toString();
    if (!isToken(answer.access) || (!answer.refresh.isEmpty() && !isToken(answer.refresh)))
        return senseless(who);
    answer.lifetimeMs = lifetimeMs(object.value("expires_in"_L1));
    answer.scopes = object.value("scope"_L1).toString().split(u' ', Qt::SkipEmptyParts).mid(0, MostScopes);
    return answer;
}

} // namespace kw
