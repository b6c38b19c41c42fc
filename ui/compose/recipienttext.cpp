#include "ui/compose/recipienttext.h"

#include "core/account/identities.h"
#include "core/compose/sendableaddress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

enum class Gap { None, Comma, Other };

// Cuts, and says by what each piece ended.
QList<std::pair<QString, Gap>> pieces(const QString &text)
{
    QList<std::pair<QString, Gap>> out{{QString(), Gap::None}};
    bool quoted = false;
    int depth = 0; // of comments and angle brackets
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool lineEnd
            = c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        if (lineEnd || ((c == u',' || c == u';' || c == u'\t') && !quoted && depth == 0)) {
            out.last().second = c == u',' ? Gap::Comma : Gap::Other;
            out.append({QString(), Gap::None});
            quoted = false; // a quote that is never closed costs its own line only
            depth = 0;
            continue;
        }
        out.last().first.append(c);
        if (c == u'\\' && quoted && i + 1 < text.size())
            out.last().first.append(text.at(++i));
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u'<' || c == u'('))
            ++depth;
        else if (!quoted && (c == u'>' || c == u')'))
            depth = std::max(depth - 1, 0);
    }
    return out;
}

} // namespace

QStringList cutAtSeparators(const QString &text)
{
    QStringList out;
    for (const auto &[piece, gap] : pieces(text))
        out.append(piece.trimmed());
    return out;
}

QList<Address> recipientsIn(const QString &text)
{
    QList<Address> out;
    QString before; // words and a comma: the family name of what follows
    for (const auto &[piece, gap] : pieces(text)) {
        const QString word = piece.trimmed();
        if (!word.contains(u'@') && gap == Gap::Comma && !word.isEmpty() && before.isEmpty()) {
            before = word;
            continue;
        }
        Address recipient = recipientFrom(word);
        const bool isNamed
            = !recipient.name.isEmpty() && !recipient.name.contains(u',') && isSendable(recipient);
        if (!before.isEmpty() && isNamed && !word.startsWith(u'"'))
            recipient.name = before + u", "_s + recipient.name;
        else if (!before.isEmpty())
            out.append(recipientFrom(before));
        before.clear();
        if (!word.isEmpty())
            out.append(recipient);
    }
    return out;
}

Address recipientFrom(const QString &text)
{
    QString word = text.simplified();
    if (word.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        word.remove(0, 7);
    return readMailbox(word).value_or(Address{{}, word});
}

bool isSendable(const Address &recipient)
{
    return readMailbox(recipient.email) && sendableAddress(recipient.email);
}

QString spokenRecipient(const Address &recipient)
{
    return recipient.name.isEmpty() ? recipient.email : recipient.name + u", "_s + recipient.email;
}

QString writtenRecipients(const QList<Address> &recipients)
{
    QStringList out;
    for (const Address &recipient : recipients)
        out.append(writtenMailbox(recipient));
    return out.join(u", "_s);
}

} // namespace kw
