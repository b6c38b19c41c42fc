#include "core/compose/mailto.h"

#include "core/account/identities.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LongestUrl = 500'000; // octets
constexpr qsizetype LongestBody = 200'000; // characters
constexpr qsizetype LongestLine = 2000;
constexpr qsizetype MostAddresses = 200;
constexpr qsizetype MostFields = 500;

// "+" stays: it is no blank here (RFC 6068 5).
QString decoded(const QByteArray &encoded)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
}

bool isUnsafe(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}

// What could end a line or mislead the eye becomes a blank.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        const ushort u = c.unicode();
        const bool turns = (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
        if (isUnsafe(c) || turns)
            c = u' ';
    }
    return text.simplified().left(LongestLine);
}

QString lines(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    text.removeIf([](QChar c) { return isUnsafe(c) && c != u'\n' && c != u'\t'; });
    return text.left(LongestBody);
}

void addAddresses(QList<Address> &out, const QString &value)
{
    const auto known = [&out](const QString &email) {
        return std::any_of(out.cbegin(), out.cend(), [&email](const Address &a) {
            return a.email.compare(email, Qt::CaseInsensitive) == 0;
        });
    };
    for (const QString &word : partedMailboxes(oneLine(value.left(LongestLine * 10)))) {
        if (word.trimmed().isEmpty() || out.size() >= MostAddresses)
            continue;
        // What is no address is shown as it stands, so that the person can mend it.
        const Address address = readMailbox(word).value_or(Address{{}, word.trimmed()});
        if (!known(address.email))
            out.append(address);
    }
}

QString messageIdIn(const QString &value)
{
    QString id = oneLine(value);
    if (id.startsWith(u'<') && id.endsWith(u'>'))
        id = id.sliced(1).chopped(1);
    const bool fits
        = id.contains(u'@') && id.size() <= 900 && std::all_of(id.cbegin(), id.cend(), [](QChar c) {
              return c.unicode() > 0x20 && c.unicode() < 0x7f && c != u'<' && c != u'>';
          });
    return fits ? id : QString();
}

void take(Draft &draft, const QString &name, const QString &value)
{
    if (name == "to"_L1)
        addAddresses(draft.to, value);
    else if (name == "cc"_L1)
        addAddresses(draft.cc, value);
    else if (name == "bcc"_L1)
        addAddresses(draft.bcc, value);
    else if (name == "subject"_L1)
        draft.subject = oneLine(value);
    else if (name == "body"_L1)
        draft.text = lines(value);
    else if (name == "in-reply-to"_L1)
        draft.inReplyTo = messageIdIn(value);
}

} // namespace

Draft draftFromMailto(const QUrl &url)
{
    Draft draft;
    const QByteArray whole = url.adjusted(QUrl::RemoveFragment).toEncoded().left(LongestUrl);
    if (url.scheme().compare("mailto"_L1, Qt::CaseInsensitive) != 0)
        return draft;
    const QByteArray rest = whole.sliced(whole.indexOf(':') + 1);
    const qsizetype question = rest.indexOf('?');
    const QByteArray addresses = question < 0 ? rest : rest.first(question);
    // Commas part addresses before they are decoded; an encoded one belongs to an address.
    for (const QByteArray &address :
         addresses.split(',').first(std::min<qsizetype>(addresses.count(',') + 1, MostAddresses)))
        addAddresses(draft.to, decoded(address));
    if (question < 0)
        return draft;
    qsizetype fields = 0;
    for (const QByteArray &field : rest.sliced(question + 1).split('&')) {
        const qsizetype equals = field.indexOf('=');
        if (equals <= 0 || ++fields > MostFields)
            continue;
        take(draft, decoded(field.first(equals)).toLower(), decoded(field.sliced(equals + 1)));
    }
    if (!draft.inReplyTo.isEmpty())
        draft.references = {draft.inReplyTo};
    return draft;
}

} // namespace kw
