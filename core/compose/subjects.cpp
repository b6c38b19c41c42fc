#include "core/compose/subjects.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// One prefix with its count ("RE[2]", "Re(3)", "Re^4") and either colon.
QRegularExpression prefix(const QString &words)
{
    return QRegularExpression(
        u"^\\s*(?:"_s + words
            + u")\\s?(?:\\[\\d{1,4}\\]|\\(\\d{1,4}\\)|[\\^*-]\\d{1,4})?\\s?[:\\x{FF1A}]\\s*"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

const QRegularExpression &answered()
{
    static const QRegularExpression found(
        prefix(u"re|aw|antw|antwort|sv|vs|odp|ynt|yan|atb|res|resp|rif|r|ref|bls|tl|vá|vast|ats|отв|ответ|"
               "на|απ|σχετ|השב|תגובה|رد|پاسخ|回复|回覆|答复|答覆|返信|회신|답장"_s));
    return found;
}

const QRegularExpression &forwarded()
{
    static const QRegularExpression found(
        prefix(u"fwd|fw|wg|tr|rv|enc|i|vb|vl|vidb|videres|doorst|pd|ilt|i̇lt|tov|továbbítás|ct|trs|"
               "пересл|пер|πρθ|הועבר|إعادة توجيه|转发|轉寄|轉發|転送|전달"_s));
    return found;
}

QString without(const QRegularExpression &words, QString subject)
{
    while (true) {
        const auto match = words.match(subject);
        if (!match.hasMatch())
            return subject.trimmed();
        subject = subject.sliced(match.capturedLength());
    }
}

} // namespace

QString replySubject(const QString &subject)
{
    // A list writes its name before everything; what follows it is the subject as people wrote it.
    static const QRegularExpression list(u"^\\s*(\\[[^\\]]{1,40}\\])\\s*"_s);
    QString rest = without(answered(), subject);
    if (const auto match = list.match(rest); match.hasMatch())
        rest
            = (match.captured(1) + u' ' + without(answered(), rest.sliced(match.capturedLength()))).trimmed();
    return u"Re: "_s + rest;
}

QString forwardSubject(const QString &subject)
{
    return u"Fwd: "_s + without(forwarded(), subject);
}

} // namespace kw
