#include "core/doctor/redaction.h"

#include "core/doctor/publicwords.h"
#include "core/doctor/words.h"
#include "core/doctor/writings.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QSysInfo>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

const QString Gone = u"…"_s;

const QRegularExpression::PatternOptions Usual
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

// "@" in its writings.
const QString At = u"(?:@|%40|=40|&#0*64;?|&#x0*40;?|&commat;|\\\\u0040|\\\\x40|＠)"_s;
const QString AtomCharacter = u"[^\\s<>\"“”„«»@,;:()\\[\\]{}|…＠]"_s;

QString replaced(const QString &text, const QRegularExpression &pattern, const auto &by)
{
    QString out;
    qsizetype last = 0;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out += QStringView(text).sliced(last, match.capturedStart() - last);
        out += by(match.captured(0));
        last = match.capturedEnd();
    }
    out += QStringView(text).sliced(last);
    return out;
}

// From the first quotation mark to the last: what is quoted may hold some itself.
QString withoutQuotations(const QString &text)
{
    static const QRegularExpression marks(u"[\"“”„‟«»]"_s);
    const qsizetype first = text.indexOf(marks);
    if (first < 0)
        return text;
    const qsizetype last = text.lastIndexOf(marks);
    return text.first(first) + u"“…”"_s + (last > first ? text.sliced(last + 1) : QString());
}

// Keys, tokens, fingerprints: letters and digits that make no words.
bool isBlob(const QString &token)
{
    static const QRegularExpression date(u"^\\d{4}-\\d\\d-\\d\\d"_s);
    static const QRegularExpression words(u"^(?:[A-Z]?[a-z]+|[A-Z]+)(?:[-_/](?:[A-Z]?[a-z]+|[A-Z]+))*$"_s);
    return !date.match(token).hasMatch() && !words.match(token).hasMatch();
}

QString withoutBlobs(const QString &text)
{
    static const QRegularExpression token(
        u"[A-Za-z0-9+/_-]{12,}={0,2}|(?:[0-9A-Fa-f]{2}[: ]){7,}[0-9A-Fa-f]{2}"_s);
    static const QRegularExpression encodedWord(u"=\\?[^?\\s]*\\?[bq]\\?[^?]*\\?="_s, Usual);
    QString out = text;
    out.replace(encodedWord, Gone);
    return replaced(out, token, [](const QString &one) { return isBlob(one) ? Gone : one; });
}

QString withoutPaths(QString text)
{
    static const QRegularExpression url(u"\\b[a-z][a-z0-9+.-]{1,20}://\\S+"_s, Usual);
    static const QRegularExpression path(
        u"(?<![\\p{L}\\p{N}])(?:~|[a-z]:)?[/\\\\](?:[^\\s/\\\\\"]+[/\\\\])+[^\\s\"]*"_s, Usual);
    return text.replace(url, Gone).replace(path, Gone);
}

QString withoutNumbers(QString text)
{
    static const QRegularExpression four(u"(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])"_s);
    static const QRegularExpression six(
        u"(?<![\\p{L}\\d:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:%\\w+)?(?![\\p{L}\\d:])"_s, Usual);
    static const QRegularExpression time(u"^\\d{1,2}:\\d\\d:\\d\\d$"_s);
    text.replace(four, Gone);
    return replaced(text, six, [](const QString &one) { return time.match(one).hasMatch() ? one : Gone; });
}

bool isCapabilities(const QStringList &words)
{
    return words.size() > 1
        && std::ranges::any_of(words, [](const QString &word) { return word.startsWith("IMAP4"_L1); });
}

} // namespace

PrivateWords privateWordsOf(const QList<AccountSettings> &accounts)
{
    PrivateWords words;
    const auto addMailbox = [&words](const QString &mailbox) {
        const qsizetype open = mailbox.lastIndexOf(u'<');
        QString address = open >= 0 ? mailbox.sliced(open + 1) : mailbox;
        address.remove(u'>');
        words.addresses.append(address.trimmed());
        if (open > 0)
            words.names.append(mailbox.first(open).remove(u'"').trimmed());
        words.hosts.append(address.section(u'@', -1).trimmed());
        words.names.append(address.section(u'@', 0, -2).trimmed());
    };
    for (const AccountSettings &account : accounts) {
        addMailbox(account.address);
        for (const QString &alias : account.aliases)
            addMailbox(alias);
        words.hosts += {account.imap.host, account.smtp.host};
        for (const QString &user : {account.imap.user, account.smtp.user}) {
            words.names.append(user);
            if (user.contains(u'@'))
                words.addresses.append(user);
        }
        words.names += {account.name, account.key, account.passwordCommand};
        words.names += account.folders.roles.values() + account.folders.skipped + account.folders.offline;
    }
    words.names += {QDir::homePath(), QFileInfo(QDir::homePath()).fileName(), qEnvironmentVariable("USER"),
                    qEnvironmentVariable("LOGNAME"), QSysInfo::machineHostName()};
    return words;
}

Redactor::Redactor(PrivateWords words)
{
    // Addresses before the hosts and names that are parts of them; longer before shorter.
    const auto ordered = [](QStringList list) {
        list.removeDuplicates();
        list.removeAll(QString());
        std::ranges::stable_sort(list, std::ranges::greater{}, &QString::size);
        return list;
    };
    for (const QString &address : ordered(words.addresses)) {
        if (address.contains(u'@'))
            know(address, addressPseudonym(address));
    }
    for (const QString &host : ordered(words.hosts)) {
        if (!doctor::isPublicHost(host) && host != "localhost"_L1 && QHostAddress(host).isNull())
            know(host, hostPseudonym(host));
    }
    static const QStringList harmless{u"localhost"_s, u"root"_s, u"INBOX"_s};
    for (const QString &name : ordered(words.names)) {
        if (!harmless.contains(name, Qt::CaseInsensitive))
            know(name, Gone);
    }
}

void Redactor::know(const QString &value, const QString &pseudonym)
{
    for (const QRegularExpression &pattern : doctor::everyWritingOf(value))
        m_known.append({pattern, pseudonym});
}

QString Redactor::numbered(QLatin1StringView word, const QString &value)
{
    const QString key = word + value.toCaseFolded();
    if (!m_pseudonyms.contains(key))
        m_pseudonyms.insert(key, word + QString::number(++m_counts[QString(word)]));
    return m_pseudonyms.value(key);
}

QString Redactor::addressPseudonym(const QString &address)
{
    static const QRegularExpression at(At, Usual);
    const qsizetype place = address.lastIndexOf(at);
    QString domain = address.sliced(place).remove(at);
    while (domain.endsWith(u'.'))
        domain.chop(1);
    return numbered("user"_L1, address.first(place) + u'@' + domain) + u'@' + numbered("domain"_L1, domain);
}

QString Redactor::hostPseudonym(const QString &host)
{
    if (doctor::isPublicHost(host))
        return host.toLower();
    if (m_pseudonyms.contains("domain"_L1 + host.toCaseFolded()))
        return m_pseudonyms.value("domain"_L1 + host.toCaseFolded());
    return numbered("host"_L1, host);
}

Finding Redactor::finding(Finding finding)
{
    finding.sentence = text(finding.sentence);
    finding.advice = text(finding.advice);
    for (QString &line : finding.details)
        line = text(line);
    return finding;
}

// Marked pieces are replaced as a whole, the rest goes through the nets.
QString Redactor::text(const QString &text)
{
    QString out;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype begin = text.indexOf(doctor::ForeignBegin, at);
        out += unmarked(text.mid(at, begin < 0 ? -1 : begin - at));
        if (begin < 0)
            break;
        const qsizetype end = text.indexOf(doctor::ForeignEnd, begin);
        out += foreign(text.mid(begin + 1, end < 0 ? -1 : end - begin - 1));
        if (end < 0)
            break;
        at = end + 1;
    }
    return withoutQuotations(out);
}

QString Redactor::foreign(const QString &text)
{
    static const QRegularExpression host(
        u"^(?=.{1,253}$)(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}_])?\\.)*"
        "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}_])?\\.?$"_s,
        Usual);
    static const QRegularExpression address(u"^%1+%2%1+$"_s.arg(AtomCharacter, At), Usual);
    QString value = text.trimmed();
    if (value.isEmpty() || value == "."_L1 || value == "localhost"_L1)
        return value;
    if (const QStringList words = value.split(u' '); isCapabilities(words)) {
        QStringList kept;
        for (const QString &word : words)
            kept.append(doctor::isPublicCapability(word) ? word : Gone);
        return kept.join(u' ');
    }
    if (!QHostAddress(value).isNull())
        return QHostAddress(value).isLoopback() ? value : numbered("ip"_L1, value);
    if (address.match(value).hasMatch())
        return addressPseudonym(value);
    if (host.match(value).hasMatch() && value.contains(u'.'))
        return hostPseudonym(value);
    return Gone;
}

QString Redactor::unmarked(QString text)
{
    static const QRegularExpression header(
        u"\\b(?:subject|from|to|cc|bcc|reply-to|sender|message-id|in-reply-to|"
        "references|received|delivered-to|return-path)\\s*:.*$"_s,
        Usual | QRegularExpression::MultilineOption);
    static const QRegularExpression angled(u"<[^>\\n]*>"_s);
    text.replace(header, Gone);
    text = withoutPaths(withoutKnown(std::move(text)));
    text = withoutAddresses(text).replace(angled, Gone);
    return withoutNumbers(withoutBlobs(withoutHosts(text)));
}

QString Redactor::withoutKnown(QString text)
{
    for (const Known &known : std::as_const(m_known))
        text.replace(known.pattern, known.pseudonym);
    return text;
}

QString Redactor::withoutAddresses(const QString &text)
{
    static const QRegularExpression address(
        u"(?:\"[^\"\\n]*\"|%1{1,128}?)%2(?:\\[[^\\]\\s]*\\]|%1{1,255})"_s.arg(AtomCharacter, At), Usual);
    static const QRegularExpression done(u"^user\\d+@domain\\d+[.!?]?$"_s);
    return replaced(text, address, [this](const QString &one) {
        return done.match(one).hasMatch() ? one : addressPseudonym(one);
    });
}

QString Redactor::withoutHosts(const QString &text)
{
    static const QRegularExpression host(
        u"(?<![\\p{L}\\p{N}_@-])(?:[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,62}\\.){1,20}"
        "(?:xn--[a-z0-9-]+|[\\p{L}]{2,63})(?![\\p{L}\\p{N}_-])"_s,
        Usual);
    return replaced(text, host, [this](const QString &one) { return hostPseudonym(one); });
}

// Time, kind and source stay as they are where they have their form; of the rest, the vocabulary and short
// numbers.
QString Redactor::logLine(const QString &line) const
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,3})?Z) (debug|info|warning|error|fatal) "
        "((?:default|js|(?:qt|org\\.kde|kf|kw)(?:\\.[a-z0-9]+){1,4})): (.*)$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression token(u"[\\p{L}\\p{M}\\p{N}\\p{S}_]+"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression number(u"^\\d{1,4}$"_s);
    static const QRegularExpression several(u"…(?:[^\\p{L}\\p{N}]*…)+"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    const auto parts = form.match(line.left(2000));
    if (!parts.hasMatch())
        return Gone;
    QString category = parts.captured(3);
    for (const QString &piece : category.split(u'.')) {
        static const QStringList roots{u"qt"_s, u"org"_s, u"kde"_s, u"kf"_s, u"kw"_s, u"pim"_s, u"js"_s};
        if (!roots.contains(piece) && !doctor::isPublicWord(piece))
            category = Gone;
    }
    QStringList words;
    bool afterNumber = false;
    for (auto it = token.globalMatch(parts.captured(4)); it.hasNext();) {
        const QString word = it.next().captured(0);
        const bool isNumber = number.match(word).hasMatch();
        // Several in a row may be an address or a telephone number.
        if (isNumber && afterNumber)
            words.last() = Gone;
        const bool stays = isNumber ? !afterNumber : doctor::isPublicWord(word.toLower());
        words.append(stays ? word : Gone);
        afterNumber = isNumber;
    }
    return u"%1 %2 %3: %4"_s.arg(parts.captured(1), parts.captured(2), category,
                                 words.join(u' ').replace(several, Gone));
}

} // namespace kw
