#include "core/doctor/writings.h"

#include <QSet>
#include <QStringEncoder>
#include <QUrl>

namespace kw::doctor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongValue = 40; // characters; longer ones are looked for in pieces
constexpr qsizetype LongestValue = 2000; // of a value as it is
constexpr qsizetype ShortValue = 6; // characters; as a part of other words it would be found too often

// One octet or character in all its escapes, or as it is.
QString escapesOf(QChar c)
{
    const auto code = int(c.unicode());
    QStringList ways{QRegularExpression::escape(QString(c))};
    const QString hex = QString::number(code, 16);
    ways.append(u"(?:\\\\u|U\\+|&#x|\\\\x|%u)0*%1;?"_s.arg(hex));
    ways.append(u"&#0*%1;?"_s.arg(code));
    if (code < 0x80)
        ways.append(u"[%=]%1"_s.arg(hex.rightJustified(2, u'0')));
    else {
        QString octets;
        QString slashed;
        for (const char octet : QString(c).toUtf8()) {
            const QString two = QString::number(uchar(octet), 16).rightJustified(2, u'0');
            octets += u"[%=]"_s + two;
            slashed += u"\\\\x"_s + two;
        }
        ways.append(octets);
        ways.append(slashed);
        if (code < 0x100)
            ways.append(u"[%=]%1"_s.arg(hex)); // ISO 8859-1
    }
    if (c == u' ')
        ways.append(u"[_+\\s]"_s);
    return u"(?:"_s + ways.join(u'|') + u')';
}

QString escaped(const QString &value)
{
    QString pattern;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.at(i).isHighSurrogate() && i + 1 < value.size()) {
            QString octets;
            const QString pair = value.mid(i, 2);
            for (const char octet : pair.toUtf8())
                octets += u"[%=]"_s + QString::number(uchar(octet), 16).rightJustified(2, u'0');
            pattern += u"(?:%1|%2)"_s.arg(QRegularExpression::escape(pair), octets);
            ++i;
            continue;
        }
        pattern += escapesOf(value.at(i));
    }
    return pattern;
}

// What base64 of the value looks like inside base64 of more: at each of three offsets, without the characters
// that neighbours take part in.
QStringList base64Cores(const QByteArray &octets)
{
    QStringList cores;
    for (int before = 0; before < 3; ++before) {
        const QByteArray coded = (QByteArray(before, '\0') + octets).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype first = before == 0 ? 0 : before + 1;
        const qsizetype last = ((octets.size() + before) * 8) / 6; // complete characters
        if (last - first >= 6)
            cores.append(QString::fromLatin1(coded.sliced(first, last - first)));
    }
    return cores;
}

// RFC 3501 5.1.3: the pieces between & and -.
QString modifiedUtf7(const QString &value)
{
    QString out;
    QString piece;
    const auto flush = [&out, &piece] {
        if (piece.isEmpty())
            return;
        QByteArray octets;
        for (const QChar c : std::as_const(piece)) {
            octets.append(char(c.unicode() >> 8));
            octets.append(char(c.unicode() & 0xff));
        }
        out += u'&' + QString::fromLatin1(octets.toBase64(QByteArray::OmitTrailingEquals).replace('/', ','))
            + u'-';
        piece.clear();
    };
    for (const QChar c : value) {
        if (c.unicode() >= 0x20 && c.unicode() < 0x7f) {
            flush();
            out += c == u'&' ? u"&-"_s : QString(c);
        } else {
            piece += c;
        }
    }
    flush();
    return out;
}

QStringList plainForms(const QString &value)
{
    QStringList forms{value, value.normalized(QString::NormalizationForm_C),
                      value.normalized(QString::NormalizationForm_D), modifiedUtf7(value)};
    // "ß" in capitals is two letters.
    for (const QString &other : {value.toUpper(), value.toCaseFolded()}) {
        if (other.size() != value.size())
            forms.append(other);
    }
    const QString ace = QString::fromLatin1(QUrl::toAce(value));
    if (!ace.isEmpty())
        forms.append(ace);
    const QString back = QUrl::fromAce(value.toLatin1());
    if (!back.isEmpty())
        forms.append(back);
    // A host inside an address is written in punycode alone.
    if (const qsizetype at = value.lastIndexOf(u'@'); at > 0) {
        const QByteArray domain = QUrl::toAce(value.sliced(at + 1));
        if (!domain.isEmpty())
            forms.append(value.first(at + 1) + QString::fromLatin1(domain));
    }
    forms.removeDuplicates();
    return forms;
}

QList<QRegularExpression> writingsOf(const QString &value, bool isRest)
{
    const auto pattern = [](const QString &text) {
        return QRegularExpression(
            text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    };
    QList<QRegularExpression> all;
    const bool asWord = value.size() < ShortValue;
    if (asWord && isRest) // the tail of something that is replaced anyway
        return all;
    for (const QString &form : plainForms(value))
        all.append(pattern(asWord ? u"(?<![\\p{L}\\p{N}])"_s + escaped(form) + u"(?![\\p{L}\\p{N}])"_s
                                  : escaped(form)));
    const QByteArray octets = value.toUtf8();
    if (octets.size() < 3)
        return all;
    QStringList codes{QString::fromLatin1(octets.toHex()), QString::fromLatin1(octets.toHex(' ')),
                      QString::fromLatin1(octets.toHex(':'))};
    for (const QString &core : base64Cores(octets) + base64Cores(value.toLower().toUtf8())
             + base64Cores(value.toUpper().toUtf8())) {
        QString either = QRegularExpression::escape(core);
        codes.append(either.replace("\\+"_L1, "[+-]"_L1).replace("\\/"_L1, "[/_]"_L1));
    }
    codes.removeDuplicates();
    all.append(pattern(codes.join(u'|')));
    return all;
}

} // namespace

QList<QRegularExpression> everyWritingOf(const QString &value)
{
    QList<QRegularExpression> all;
    if (value.size() > LongValue) {
        QStringList wholes = plainForms(value);
        wholes.append(QString::fromLatin1(QUrl::toPercentEncoding(value)));
        wholes.append(QString::fromLatin1(QUrl::toPercentEncoding(value, "/")));
        for (const QString &whole : std::as_const(wholes))
            all.append(QRegularExpression(QRegularExpression::escape(whole.left(LongestValue)),
                                          QRegularExpression::CaseInsensitiveOption
                                              | QRegularExpression::UseUnicodePropertiesOption));
    }
    // Pieces besides: the library refuses patterns beyond a size.
    for (qsizetype at = 0; at == 0 || at < value.size(); at += LongValue) {
        const QString piece = value.mid(at, LongValue);
        if (!piece.trimmed().isEmpty())
            all += writingsOf(piece, at > 0);
    }
    return all;
}

} // namespace kw::doctor
