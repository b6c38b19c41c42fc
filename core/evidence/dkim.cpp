#include "core/evidence/dkim.h"

#include "core/evidence/opendkim.h"
#include "core/mime/headerfields.h"

#include <cstring>
#include <memory>

namespace kw {

namespace {

constexpr qsizetype MostSignatures = 10;
constexpr qsizetype LongestTag = 300;
constexpr unsigned WeakestKey = 1024; // bits of RSA (RFC 8301 3.2)

using Outcome = DkimVerdict::Outcome;
using Keys = QHash<QString, QByteArray>;

unsigned char *octets(const char *text)
{
    // The library takes what it does not change as if it might.
    return reinterpret_cast<unsigned char *>(const_cast<char *>(text));
}

QString textOf(const unsigned char *text)
{
    return text ? QString::fromLatin1(reinterpret_cast<const char *>(text)).toLower() : QString();
}

// The value of "d=" and its like (RFC 6376 3.2).
QString tagOf(const QByteArray &field, char name)
{
    for (const QByteArray &tag : field.split(';')) {
        const QByteArray trimmed = tag.trimmed();
        const qsizetype equals = trimmed.indexOf('=');
        if (equals > 0 && trimmed.first(equals).trimmed() == QByteArray(1, name))
            return QString::fromLatin1(trimmed.sliced(equals + 1).trimmed().left(LongestTag)).toLower();
    }
    return {};
}

DkimSignature signatureOf(DKIM_SIGINFO *info)
{
    return {textOf(dkim_sig_getdomain(info)), textOf(dkim_sig_getselector(info))};
}

DKIM_CBSTAT key(DKIM *dkim, DKIM_SIGINFO *info, unsigned char *buffer, size_t size)
{
    const auto *keys = static_cast<const Keys *>(dkim_get_user_context(dkim));
    const auto found = keys->constFind(signatureOf(info).keyName());
    if (found == keys->constEnd() || size_t(found->size()) >= size)
        return DKIM_CBSTAT_NOTFOUND;
    std::memcpy(buffer, found->constData(), size_t(found->size()) + 1);
    return DKIM_CBSTAT_CONTINUE;
}

struct LibraryCloser {
    void operator()(DKIM_LIB *library) const { dkim_close(library); }
};
struct CheckCloser {
    void operator()(DKIM *check) const { dkim_free(check); }
};

Outcome outcomeOf(DKIM_SIGINFO *info)
{
    const int error = dkim_sig_geterror(info);
    if (error == DKIM_SIGERROR_NOKEY || error == DKIM_SIGERROR_KEYFAIL || error == DKIM_SIGERROR_KEYREVOKED
        || error == DKIM_SIGERROR_DNSSYNTAX)
        return Outcome::NoKey;
    if ((dkim_sig_getflags(info) & DKIM_SIGFLAG_PASSED) != 0 && dkim_sig_getbh(info) == DKIM_SIGBH_MATCH) {
        unsigned bits = 0;
        const bool strong
            = dkim_sig_getkeysize(info, &bits) != DKIM_STAT_OK || bits == 256 || bits >= WeakestKey;
        return strong && dkim_sig_hdrsigned(info, octets("from")) ? Outcome::Pass : Outcome::Unusable;
    }
    if (dkim_sig_getbh(info) == DKIM_SIGBH_MISMATCH || error == DKIM_SIGERROR_BADSIG)
        return Outcome::Fail;
    return error == DKIM_SIGERROR_OK || error == DKIM_SIGERROR_UNKNOWN ? Outcome::Fail : Outcome::Unusable;
}

// Each field with the folds that it has, CRLF as line ends, without the last one.
bool feedHeader(DKIM *check, const QByteArray &header)
{
    QByteArray lines = header;
    lines.replace("\r\n", "\n");
    qsizetype start = 0;
    for (qsizetype at = 0; at < lines.size();) {
        const qsizetype end = lines.indexOf('\n', at);
        const qsizetype next = end < 0 ? lines.size() : end + 1;
        const bool folds = next < lines.size() && (lines[next] == ' ' || lines[next] == '\t');
        if (!folds) {
            QByteArray field = lines.sliced(start, (end < 0 ? lines.size() : end) - start);
            field.replace("\n", "\r\n");
            start = next;
            if (!field.isEmpty() && field.indexOf(':') > 0
                && dkim_header(check, octets(field.data()), size_t(field.size())) != DKIM_STAT_OK)
                return false;
        }
        at = next;
    }
    return true;
}

} // namespace

QList<DkimSignature> dkimSignatures(const QByteArray &header)
{
    QList<DkimSignature> out;
    HeaderFieldReader fields(header);
    while (fields.next() && out.size() < MostSignatures) {
        if (!fields.is("dkim-signature"))
            continue;
        const QByteArray value = fields.value();
        const DkimSignature one{tagOf(value, 'd'), tagOf(value, 's')};
        if (!one.domain.isEmpty() && !one.selector.isEmpty())
            out.append(one);
    }
    return out;
}

QList<DkimVerdict> verifyDkim(const QByteArray &header, const QByteArray &body, const Keys &keys)
{
    const std::unique_ptr<DKIM_LIB, LibraryCloser> library(dkim_init(nullptr, nullptr));
    if (!library)
        return {};
    unsigned flags = DKIM_LIBFLAGS_FIXCRLF;
    dkim_options(library.get(), DKIM_OP_SETOPT, DKIM_OPTS_FLAGS, &flags, sizeof flags);
    dkim_set_key_lookup(library.get(), key);
    DKIM_STAT status = DKIM_STAT_OK;
    const std::unique_ptr<DKIM, CheckCloser> check(
        dkim_verify(library.get(), octets("message"), nullptr, &status));
    if (!check)
        return {};
    dkim_set_user_context(check.get(), const_cast<Keys *>(&keys));
    if (!feedHeader(check.get(), header))
        return {};
    dkim_eoh(check.get()); // what it says of the message as a whole is not asked; each signature is below
    if (!body.isEmpty())
        dkim_body(check.get(), octets(body.data()), size_t(body.size()));
    dkim_eom(check.get(), nullptr);
    DKIM_SIGINFO **signatures = nullptr;
    int count = 0;
    if (dkim_getsiglist(check.get(), &signatures, &count) != DKIM_STAT_OK)
        return {};
    QList<DkimVerdict> out;
    for (int i = 0; i < std::min<int>(count, MostSignatures); ++i)
        out.append({signatureOf(signatures[i]), outcomeOf(signatures[i])});
    return out;
}

} // namespace kw
