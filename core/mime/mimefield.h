#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace kw {

// A MIME field with parameters ("attachment; filename=x", RFC 2045 5.1, RFC 2231), read as leniently as real
// mail needs: blanks and missing quotes, quotes that never close, missing semicolons. Linear; never fails.
class MimeField
{
public:
    MimeField() = default;
    explicit MimeField(QByteArrayView unfolded);

    const QByteArray &value() const { return m_value; } // lower case, without parameters and comments
    // As written, quotes removed; the first of several, empty when missing. For tokens: boundary, charset, …
    QByteArray parameter(QByteArrayView lowerCaseName) const;
    // For people: continuations joined, RFC 2231 and (forbidden, and everywhere) RFC 2047 decoded.
    QString text(const QByteArray &lowerCaseName) const;

private:
    struct Parameter {
        QByteArray name; // lower case
        QByteArray value;
    };

    void readParameter(QByteArrayView field, qsizetype &at);

    QByteArray m_value;
    QList<Parameter> m_parameters;
};

} // namespace kw
