#pragma once

#include "ui/look/tags.h"
#include "ui/messages/listlook.h"
#include "ui/messages/listsource.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <functional>

namespace kw {

// What a list says about a row, in the person's language. Every text is one line without control characters,
// however the sender wrote it.
class RowWords
{
    Q_DECLARE_TR_FUNCTIONS(kw::RowWords)
public:
    using Now = std::function<QDateTime()>; // local time

    explicit RowWords(Now now = [] { return QDateTime::currentDateTime(); });
    QDateTime now() const { return m_now(); }
    void setTags(const TagLooks &tags) { m_tags = tags; }

    // Sent and Drafts show whom a message goes to.
    QString sender(const ListRow &row) const;
    QString subject(const ListRow &row) const;
    QString preview(const ListRow &row) const;
    QString shortDate(const ListRow &row) const; // for cards: "09:12", "Mon 09:12", "14 Oct", "14 Oct 2024"
    QString fullDate(const ListRow &row) const;
    QString size(const ListRow &row) const;
    QList<Tag> tags(const ListRow &row) const;
    // "unread, Anna Becker, Quarterly forecast, today 09:12, has attachment"
    QString sentence(const ListRow &row) const;

private:
    QString spokenDate(const ListRow &row) const;
    QString timeOf(const QDateTime &when) const;

    Now m_now;
    TagLooks m_tags;
    QLocale m_locale;
};

// Printable text in one line, at most `limit` characters.
QString shortLine(const QString &text, qsizetype limit = 400);

} // namespace kw
