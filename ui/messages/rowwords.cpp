#include "ui/messages/rowwords.h"

#include "ui/look/words.h"

namespace kw {

namespace {
constexpr qsizetype LongestSign = 64; // an emoji may be many characters

// Overrides and isolates could make a name read as another one (UAX #9); a row is one paragraph and needs
// none of them.
bool isBidiControl(QChar c)
{
    return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

bool has(const ListRow &row, Flag flag)
{
    return row.message.flags & quint32(flag);
}
} // namespace

QString shortLine(const QString &text, qsizetype limit)
{
    QString line;
    const qsizetype room = limit + LongestSign;
    line.reserve(std::min(text.size(), room));
    for (const QChar c : text) {
        if (line.size() >= room)
            break;
        if (isBidiControl(c))
            continue;
        const bool space = c.isSpace() || c.category() == QChar::Other_Control;
        if (!space)
            line.append(c);
        else if (!line.isEmpty() && !line.endsWith(u' '))
            line.append(u' ');
    }
    line = leftPart(line, limit);
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

RowWords::RowWords(Now now)
    : m_now(std::move(now))
{
}

QString RowWords::sender(const ListRow &row) const
{
    const MessageRow &message = row.message;
    if (message.role == FolderRole::Sent || message.role == FolderRole::Drafts) {
        const QString whom = shortLine(message.recipients);
        return whom.isEmpty() ? tr("(no recipient)") : tr("To: %1").arg(whom);
    }
    const QString name = row.participants.size() > 1
        ? shortLine(row.participants.join(tr(", ", "between names")))
        : shortLine(displayName(message.from));
    return name.isEmpty() ? tr("(no sender)") : name;
}

QString RowWords::subject(const ListRow &row) const
{
    const QString subject = shortLine(row.message.subject);
    return subject.isEmpty() ? tr("(no subject)") : subject;
}

QString RowWords::preview(const ListRow &row) const
{
    return shortLine(row.message.preview);
}

// Some locales' short time has seconds, which nobody reads in a list.
QString RowWords::timeOf(const QDateTime &when) const
{
    QString format = m_locale.timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss")).remove(QStringLiteral(".ss"));
    return m_locale.toString(when.time(), format);
}

QString RowWords::shortDate(const ListRow &row) const
{
    const QDateTime when = QDateTime::fromSecsSinceEpoch(row.key.date);
    const QDate today = m_now().date();
    const qint64 days = when.date().daysTo(today);
    QString time = timeOf(when);
    if (days == 0)
        return time;
    if (days > 0 && days < 7) {
        //: A date of the last days: weekday and time
        return tr("%1 %2", "weekday time")
            .arg(m_locale.standaloneDayName(when.date().dayOfWeek(), QLocale::ShortFormat), time);
    }
    //: Date formats for a narrow column, in the notation of QLocale::toString
    const QString format = when.date().year() == today.year() ? tr("d MMM") : tr("d MMM yyyy");
    return m_locale.toString(when.date(), format);
}

QString RowWords::fullDate(const ListRow &row) const
{
    return m_locale.toString(QDateTime::fromSecsSinceEpoch(row.key.date), QLocale::ShortFormat);
}

QString RowWords::size(const ListRow &row) const
{
    return byteSize(row.message.size);
}

QList<Tag> RowWords::tags(const ListRow &row) const
{
    return row.message.keywords.isEmpty() ? QList<Tag>() : m_tags.of(row.message.keywords);
}

QString RowWords::spokenDate(const ListRow &row) const
{
    const QDateTime when = QDateTime::fromSecsSinceEpoch(row.key.date);
    const QString time = timeOf(when);
    const qint64 days = when.date().daysTo(m_now().date());
    if (days == 0)
        return tr("today %1").arg(time);
    if (days == 1)
        return tr("yesterday %1").arg(time);
    return m_locale.toString(when.date(), QLocale::LongFormat) + u' ' + time;
}

QString RowWords::sentence(const ListRow &row) const
{
    QStringList parts;
    if (row.shownCount() > 1 && row.unread > 0)
        parts << tr("%n unread", nullptr, int(row.unread));
    else if (row.isUnread())
        parts << tr("unread");
    parts << sender(row) << subject(row);
    if (row.shownCount() > 1)
        parts << tr("conversation of %n message(s)", nullptr, int(row.shownCount()));
    parts << spokenDate(row);
    if (has(row, Flag::Flagged))
        parts << tr("starred");
    if (has(row, Flag::Answered))
        parts << tr("answered");
    if (has(row, Flag::Forwarded))
        parts << tr("forwarded");
    if (has(row, Flag::HasAttachment))
        parts << tr("has attachment");
    if (const auto tagged = tags(row); !tagged.isEmpty())
        parts << tr("tagged %1").arg(TagLooks::names(tagged).join(tr(", ", "between names")));
    return parts.join(tr(", ", "between the parts of a spoken sentence"));
}

} // namespace kw
