#include "tests/support/dkimsigner.h"

#include "core/evidence/opendkim.h"

#include <QProcess>

#include <cstring>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

QByteArray openssl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(30'000) && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                      : QByteArray();
}

unsigned char *octets(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

// Fields with their folds.
QList<QByteArray> fieldsOf(const QByteArray &header)
{
    QList<QByteArray> out;
    for (QByteArray line : header.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.startsWith(' ') || line.startsWith('\t'))
            out.last() += "\r\n" + line;
        else if (!line.isEmpty())
            out.append(line);
    }
    return out;
}

} // namespace

DkimSigner::DkimSigner()
    : m_private(openssl({u"genrsa"_s, u"-traditional"_s, u"2048"_s}))
{
    QByteArray key = openssl({u"rsa"_s, u"-pubout"_s}, m_private);
    key.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", "").replace("\n", "");
    if (!key.isEmpty())
        m_record = "v=DKIM1; k=rsa; p=" + key;
}

QByteArray DkimSigner::sign(const QByteArray &header, const QByteArray &body, const QByteArray &domain) const
{
    DKIM_LIB *library = dkim_init(nullptr, nullptr);
    QByteArray key = m_private;
    QByteArray selector = Selector;
    QByteArray name = domain;
    QByteArray id = "id";
    DKIM_STAT status{};
    DKIM *signer = dkim_sign(library, octets(id), nullptr, octets(key), octets(selector), octets(name),
                             DKIM_CANON_RELAXED, DKIM_CANON_RELAXED, DKIM_SIGN_RSASHA256, -1, &status);
    for (QByteArray &field : fieldsOf(header))
        dkim_header(signer, octets(field), size_t(field.size()));
    dkim_eoh(signer);
    QByteArray text = body;
    dkim_body(signer, octets(text), size_t(text.size()));
    dkim_eom(signer, nullptr);
    unsigned char *written = nullptr;
    size_t size = 0;
    dkim_getsighdr_d(signer, strlen(DKIM_SIGNHEADER) + 2, &written, &size);
    const QByteArray field
        = "DKIM-Signature: " + QByteArray(reinterpret_cast<char *>(written), qsizetype(size)) + "\r\n";
    dkim_free(signer);
    dkim_close(library);
    return field + header;
}

} // namespace kw
