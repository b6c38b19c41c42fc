#include "core/setup/providers.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Providers)
};

ConnectionSecurity securityOf(const QString &word)
{
    return word == "starttls"_L1 ? ConnectionSecurity::StartTls : ConnectionSecurity::Tls;
}

// "imap.example.org 993 tls"
ServerSettings serverOf(const QString &text)
{
    const QStringList words = text.split(u' ');
    if (words.size() != 3)
        return {};
    return {words.at(0), quint16(words.at(1).toUInt()), securityOf(words.at(2)), {}};
}

ProviderHint hintOf(const QString &word)
{
    static const QHash<QString, ProviderHint> hints{
        {u"app-password"_s, ProviderHint::AppPassword},   {u"browser-only"_s, ProviderHint::BrowserOnly},
        {u"enable-imap"_s, ProviderHint::EnableImap},     {u"bridge"_s, ProviderHint::Bridge},
        {u"mail-password"_s, ProviderHint::MailPassword}, {u"no-imap"_s, ProviderHint::NoImap},
    };
    return hints.value(word, ProviderHint::None);
}

Provider providerOf(const QJsonObject &o)
{
    const auto text = [&o](QLatin1StringView key) { return o.value(key).toString(); };
    Provider p;
    p.name = text("name"_L1);
    p.domains = text("domains"_L1).split(u' ', Qt::SkipEmptyParts);
    p.mailHosts = text("mx"_L1).split(u' ', Qt::SkipEmptyParts);
    p.imap = serverOf(text("imap"_L1));
    p.smtp = serverOf(text("smtp"_L1));
    p.imapUserIsLocal = text("imap_user"_L1) == "local"_L1;
    p.smtpUserIsLocal = text("smtp_user"_L1) == "local"_L1;
    p.oauth = text("oauth"_L1);
    p.hint = hintOf(text("hint"_L1));
    return p;
}

QList<Provider> load()
{
    QFile file(u":/kw/setup/providers.json"_s);
    QList<Provider> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QJsonValue value : QJsonDocument::fromJson(file.readAll()).array())
        all.append(providerOf(value.toObject()));
    return all;
}

// Adding, leaving out, changing one letter or swapping two costs one each; above `limit` any larger number.
int distance(const QString &a, const QString &b, int limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    QList<QList<int>> cost(a.size() + 1, QList<int>(b.size() + 1));
    for (int i = 0; i <= a.size(); ++i) {
        for (int j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const int differ = a.at(i - 1) == b.at(j - 1) ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + differ});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost.last().last();
}

// Short names differ by one letter without being meant for each other (gmx.de, gmx.fr).
int allowedMistakes(const QString &domain)
{
    const qsizetype name = domain.section(u'.', 0, 0).size();
    return name < 5 ? 0 : name < 8 ? 1 : 2;
}

} // namespace

ServerSettings Provider::imapFor(const MailAddress &address) const
{
    ServerSettings server = imap;
    server.user = imapUserIsLocal ? address.local : address.full();
    return server;
}

ServerSettings Provider::smtpFor(const MailAddress &address) const
{
    ServerSettings server = smtp;
    server.user = smtpUserIsLocal ? address.local : address.full();
    return server;
}

QString Provider::hintText() const
{
    switch (hint) {
    case ProviderHint::AppPassword:
        return Words::tr("This provider wants an app password here, made on its web site, not the password "
                         "you sign in with there.");
    case ProviderHint::BrowserOnly:
        return Words::tr("This provider signs people in through its web site only.");
    case ProviderHint::EnableImap:
        return Words::tr(
            "Access for mail programs must be switched on once in this provider's web settings.");
    case ProviderHint::MailPassword:
        return Words::tr("This provider wants the separate password for mail programs here, set on its web "
                         "site, not the password you sign in with there.");
    case ProviderHint::Bridge:
        return Words::tr("%1 lets mail programs in only through its own program, Bridge. Install it, then "
                         "type here what it shows: its servers are on this computer.")
            .arg(name);
    case ProviderHint::NoImap:
        return Words::tr("%1 lets no other mail programs in, so Kittiwake cannot be used with it.").arg(name);
    case ProviderHint::None:
        break;
    }
    return {};
}

const QList<Provider> &providers()
{
    static const QList<Provider> all = load();
    return all;
}

const Provider *providerOfDomain(const QString &domain)
{
    for (const Provider &p : providers()) {
        if (p.domains.contains(domain))
            return &p;
    }
    return nullptr;
}

const Provider *providerOfMailHost(const QString &host)
{
    for (const Provider &p : providers()) {
        if (std::ranges::any_of(p.mailHosts, [&host](const QString &of) { return isWithin(host, of); }))
            return &p;
    }
    return nullptr;
}

const Provider *providerOfServer(const QString &host)
{
    for (const Provider &p : providers()) {
        if (host == p.imap.host || host == p.smtp.host)
            return &p;
    }
    return nullptr;
}

QString likelyAddress(const MailAddress &typed)
{
    if (providerOfDomain(typed.domain))
        return {};
    QString best;
    int least = 3;
    for (const Provider &p : providers()) {
        for (const QString &domain : p.domains) {
            const int allowed = std::min(allowedMistakes(domain), least - 1);
            const int mistakes = distance(typed.domain, domain, allowed);
            if (mistakes <= allowed) {
                best = domain;
                least = mistakes;
            }
        }
    }
    return best.isEmpty() ? QString() : typed.local + u'@' + best;
}

} // namespace kw
