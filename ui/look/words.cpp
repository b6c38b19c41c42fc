#include "ui/look/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <array>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr qsizetype LongestSign = 64; // UTF-16 units of the longest emoji, and more

class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::Words)
};

} // namespace

QString shortDate(qint64 seconds, const QDateTime &now)
{
    if (seconds <= 0)
        return {};
    const QDateTime when = QDateTime::fromSecsSinceEpoch(seconds);
    const QLocale locale;
    // Some locales' short form has seconds, which nobody needs in a list.
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(":ss"_L1);
    QString time = locale.toString(when.time(), format);
    const qint64 days = when.date().daysTo(now.date());
    if (days == 0)
        return time;
    if (days > 0 && days < 7)
        return locale.toString(when, u"ddd "_s) + time;
    if (when.date().year() == now.date().year())
        return locale.toString(when.date(), u"d MMMM"_s);
    return locale.toString(when.date(), u"d MMMM yyyy"_s);
}

QString longDate(qint64 seconds)
{
    return seconds <= 0 ? Words::tr("no date")
                        : QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::LongFormat);
}

QString byteSize(qint64 octets)
{
    return QLocale().formattedDataSize(qMax<qint64>(0, octets), octets < 1'000'000 ? 0 : 1,
                                       QLocale::DataSizeSIFormat);
}

QString number(qint64 n)
{
    return QLocale().toString(n);
}

QString roleTitle(FolderRole role)
{
    switch (role) {
    case FolderRole::Inbox:
        return Words::tr("Inbox");
    case FolderRole::Drafts:
        return Words::tr("Drafts");
    case FolderRole::Sent:
        return Words::tr("Sent");
    case FolderRole::Archive:
        return Words::tr("Archive");
    case FolderRole::Trash:
        return Words::tr("Trash");
    case FolderRole::Junk:
        return Words::tr("Junk");
    case FolderRole::All:
        return Words::tr("All mail");
    case FolderRole::Flagged:
        return Words::tr("Starred");
    case FolderRole::None:
        break;
    }
    return {};
}

QLatin1StringView roleIcon(FolderRole role)
{
    switch (role) {
    case FolderRole::Inbox:
        return "inbox"_L1;
    case FolderRole::Drafts:
        return "drafts"_L1;
    case FolderRole::Sent:
        return "sent"_L1;
    case FolderRole::Archive:
        return "archive"_L1;
    case FolderRole::Trash:
        return "trash"_L1;
    case FolderRole::Junk:
        return "junk"_L1;
    case FolderRole::All:
        return "all-mail"_L1;
    case FolderRole::Flagged:
        return "star"_L1;
    case FolderRole::None:
        break;
    }
    return "folder"_L1;
}

QString livenessWord(Liveness liveness)
{
    switch (liveness) {
    case Liveness::Offline:
        return Words::tr("offline");
    case Liveness::Connecting:
        return Words::tr("connecting");
    case Liveness::Syncing:
        return Words::tr("syncing");
    case Liveness::Live:
        return Words::tr("live");
    case Liveness::Polling:
        return Words::tr("checked regularly");
    case Liveness::Stale:
        return Words::tr("out of reach");
    case Liveness::NeedsYou:
        return Words::tr("needs you");
    case Liveness::Paused:
        return Words::tr("paused");
    }
    return {};
}

QLatin1StringView livenessIcon(Liveness liveness)
{
    switch (liveness) {
    case Liveness::Offline:
        return "offline"_L1;
    case Liveness::Connecting:
    case Liveness::Syncing:
        return "check-mail"_L1;
    case Liveness::Live:
        return "live"_L1;
    case Liveness::Polling:
        return "polling"_L1;
    case Liveness::Stale:
        return "stale"_L1;
    case Liveness::NeedsYou:
        return "needs-you"_L1;
    case Liveness::Paused:
        return "paused"_L1;
    }
    return "info"_L1;
}

QString livenessSentence(Liveness liveness, qint64 staleSinceMs)
{
    if (liveness != Liveness::Stale && liveness != Liveness::Offline)
        return livenessWord(liveness);
    if (staleSinceMs <= 0)
        return liveness == Liveness::Stale ? Words::tr("out of reach") : Words::tr("offline");
    const QString when = shortDate(staleSinceMs / 1000);
    return liveness == Liveness::Stale ? Words::tr("out of reach, as of %1").arg(when)
                                       : Words::tr("offline, as of %1").arg(when);
}

QString waitSentence(Liveness liveness)
{
    switch (liveness) {
    case Liveness::Offline:
        return Words::tr("Kittiwake is offline.");
    case Liveness::Connecting:
        return Words::tr("Waiting for the connection…");
    case Liveness::Syncing:
    case Liveness::Live:
    case Liveness::Polling:
        return Words::tr("Downloading…");
    case Liveness::Stale:
        return Words::tr("The server is out of reach.");
    case Liveness::NeedsYou:
        return Words::tr("The account needs you first.");
    case Liveness::Paused:
        return Words::tr("The account is paused.");
    }
    return {};
}

QColor accountColor(const QString &wanted, int position)
{
    if (const QColor color = QColor::fromString(wanted); color.isValid())
        return color;
    static constexpr std::array<QRgb, 8> colors{0xff3b82d6, 0xff2f9e63, 0xffd97a1f, 0xff9b59c9,
                                                0xffd14b5a, 0xff1f9aa8, 0xffa9891d, 0xff6b7480};
    return QColor::fromRgb(colors.at(size_t(qMax(0, position)) % colors.size()));
}

QColor personColor(const QString &key)
{
    static constexpr std::array<QRgb, 10> colors{0xff2f62b0, 0xff1f7a4d, 0xff9a5200, 0xff7d45a8, 0xffb03a48,
                                                 0xff17707b, 0xff75620e, 0xff54606e, 0xff8a3d78, 0xff3d5a9e};
    quint32 hash = 2166136261U; // FNV-1a: steady across runs, unlike qHash
    for (const QChar c : key.toLower())
        hash = (hash ^ c.unicode()) * 16777619U;
    return QColor::fromRgb(colors.at(hash % colors.size()));
}

namespace {

QString firstSign(const QString &text)
{
    QTextBoundaryFinder signs(QTextBoundaryFinder::Grapheme, text);
    return text.left(signs.toNextBoundary());
}

// With its accents.
QString firstLetter(const QString &word)
{
    qsizetype at = 0;
    for (const char32_t c : word.toUcs4()) {
        if (QChar::isLetterOrNumber(c))
            return firstSign(word.mid(at)).toUpper();
        at += QChar::requiresSurrogates(c) ? 2 : 1;
    }
    return {};
}

} // namespace

QString initials(const Address &address)
{
    const QString name = oneLine(displayName(address));
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const QString first = words.isEmpty() ? QString() : firstLetter(words.first());
    const bool ideographic = !first.isEmpty() && first.at(0).script() == QChar::Script_Han;
    const QString last
        = words.size() < 2 || address.name.isEmpty() || ideographic ? QString() : firstLetter(words.last());
    if (!first.isEmpty() || !last.isEmpty())
        return first + last;
    const bool isEmoji = !name.isEmpty() && name.toUcs4().constFirst() >= 0x1f000;
    return isEmoji ? firstSign(name) : u"?"_s;
}

QString leftPart(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    QTextBoundaryFinder signs(QTextBoundaryFinder::Grapheme, text.left(most + LongestSign));
    signs.setPosition(most);
    if (!signs.isAtBoundary())
        signs.toPreviousBoundary();
    return text.left(signs.position() > 0 ? signs.position() : most);
}

QString oneLine(QString text)
{
    text.removeIf([](QChar c) {
        const ushort u = c.unicode();
        return (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f;
    });
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text.simplified();
}

QString bareSubject(const QString &subject)
{
    // Possessive: a hostile subject costs linear time.
    static const QRegularExpression fore(
        uR"(^(?:\s++|\[[^\[\]]{0,80}+\]|(?:re|fwd?|aw|wg|sv|vs|antw|tr|rv|odp|vl|回复|转发|答复)(?:\[\d{1,4}+\])?\s?[:：])++)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString bare = oneLine(subject.left(1000));
    if (const auto match = fore.match(bare); match.hasMatch())
        bare.remove(0, match.capturedLength());
    return bare.trimmed();
}

} // namespace kw
