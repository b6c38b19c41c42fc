#include "bench/child/child.h"

#include "bench/server/vocabulary.h"
#include "core/account/paths.h"
#include "core/search/queryparser.h"
#include "core/store/pages.h"
#include "core/store/search/searcher.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int FirstPage = 128; // rows of a list's first page (PagedListModel)

// As the reader thread of a list does it: the query read, the hits found, their rows read.
class SearchProbe
{
public:
    explicit SearchProbe(Database &db)
        : m_searcher(db)
        , m_pages(db)
    {
    }

    QJsonArray run(const QStringList &queries)
    {
        QJsonArray times;
        for (const QString &text : queries) {
            QElapsedTimer timer;
            timer.start();
            const ParsedQuery query = parseQuery(text, QueryClock::system());
            const auto found = m_searcher.find(query.root, {}, {}, {}, FirstPage);
            if (!found)
                m_problem = found.error().text;
            else
                for (const PageKey &key : found->keys)
                    m_rows += m_pages.message(MessageId(key.id)) ? 1 : 0;
            times.append(double(timer.nsecsElapsed()) / 1e6);
        }
        return times;
    }

    const QString &problem() const { return m_problem; }
    qint64 rows() const { return m_rows; }

private:
    Searcher m_searcher;
    Pages m_pages;
    QString m_problem;
    qint64 m_rows = 0;
};

QStringList rareWords(const Vocabulary &words, int count)
{
    QStringList out;
    for (int i = 0; i < count; ++i)
        out.append(QString::fromLatin1(words.wordOfRank(60'000 + i * 251 % 59'000)));
    return out;
}

QStringList commonWords(const Vocabulary &words, int count)
{
    QStringList out;
    for (int i = 0; i < count; ++i)
        out.append(QString::fromLatin1(words.wordOfRank(i % 200)));
    return out;
}

// Every keystroke of a word, and of a second one behind it.
QStringList keystrokes(Vocabulary &words, int count)
{
    QStringList out;
    while (out.size() < count) {
        const QString first = QString::fromLatin1(words.word());
        const QString second = QString::fromLatin1(words.word());
        for (qsizetype i = 1; i <= first.size(); ++i)
            out.append(first.first(i));
        for (qsizetype i = 1; i <= second.size(); ++i)
            out.append(first + u' ' + second.first(i));
    }
    return out.first(count);
}

QStringList withOperators(Vocabulary &words, int count)
{
    static const QStringList patterns{
        u"from:%1 %2"_s,
        u"%1 is:unread"_s,
        u"%1 has:attachment after:2024"_s,
        u"subject:%1 -%2"_s,
        u"%1 OR %2 is:starred"_s,
        u"in:inbox %1 before:2025"_s,
        u"\"%1 %2\""_s,
        u"to:%1 larger:1M"_s,
        u"tag:$label1 %1"_s,
        u"account:u1 (%1 OR %2)"_s,
        u"%1 is:answered newer_than:1y"_s,
        u"filename:%1"_s,
    };
    QStringList out;
    for (int i = 0; i < count; ++i) {
        const QString first = QString::fromLatin1(words.word());
        const QString second = QString::fromLatin1(words.word());
        out.append(QString(patterns[i % patterns.size()]).replace("%1"_L1, first).replace("%2"_L1, second));
    }
    return out;
}

} // namespace

QJsonObject childSearch(const QString &profile, int queries)
{
    auto db = Database::open(profile, Database::Mode::ReadOnly);
    if (!db)
        return {{u"error"_s, db.error().text}};
    SearchProbe probe(**db);
    Vocabulary words(99);
    QJsonObject out{{u"rare"_s, probe.run(rareWords(words, queries))},
                    {u"common"_s, probe.run(commonWords(words, queries))},
                    {u"typing"_s, probe.run(keystrokes(words, queries))},
                    {u"operators"_s, probe.run(withOperators(words, queries))},
                    {u"rows"_s, probe.rows()}};
    if (!probe.problem().isEmpty() || probe.rows() == 0)
        out.insert(u"error"_s, probe.problem().isEmpty() ? u"Nothing was found."_s : probe.problem());
    return out;
}

} // namespace kw::bench
