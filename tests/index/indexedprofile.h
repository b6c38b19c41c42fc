#pragma once

#include "core/store/envelopes.h"
#include "core/store/search/searcher.h"
#include "core/sync/index/indexupkeep.h"

#include "store/profile.h"

namespace kw::test {

// A profile whose messages say who they are: number n has the words subjectN, ccN (in its whole header) and
// bodyN, quotedN, fileN (in its text), N in letters.
class IndexedProfile : public Profile
{
public:
    IndexedProfile()
        : m_reading(std::move(*Database::open(path(), Database::Mode::ReadOnly)))
        , m_searcher(*m_reading)
    {
    }

    static QString letters(int n)
    {
        QString out;
        for (; n > 0; n /= 26)
            out += QChar(u'a' + n % 26);
        return out + u'x';
    }
    static QString word(const char *kind, int n) { return QLatin1StringView(kind) + letters(n); }

    static QByteArray header(int n)
    {
        return "From: Anna <anna@example.org>\r\nTo: Ben <ben@example.org>\r\nCc: " + word("cc", n).toUtf8()
            + "@example.org\r\nSubject: " + word("subject", n).toUtf8() + "\r\nMessage-ID: <"
            + QByteArray::number(n)
            + "@example.org>\r\nDate: Tue, 14 Nov 2023 22:13:20 +0000\r\n"
              "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    }
    static StoredBody body(int n)
    {
        const auto say = [n](const char *kind) { return word(kind, n).toUtf8(); };
        return {header(n),
                "--b\r\n\r\nhello " + say("body") + "\r\n> " + say("quoted")
                    + "\r\n--b\r\nContent-Type: application/pdf; name=" + say("file")
                    + ".pdf\r\n\r\nx\r\n--b--\r\n"};
    }

    MessageId add(int n)
    {
        MessageId id{};
        write([&] {
            NewMessage mail;
            mail.uid = Uid(n);
            mail.size = 1000;
            mail.digest = digestHeader(header(n));
            mail.digest.cc.clear(); // as short headers come
            MessageStore store(db());
            store.insert(inbox, {mail}, Threading::Now);
            id = store.known(inbox, UidSet::range(n, n)).first().id;
        });
        return id;
    }
    void putBody(MessageId id, int n)
    {
        write([&] { BodyStore(db()).put(id, body(n), 1); });
    }
    void evict(MessageId id)
    {
        write([&] { BodyStore(db()).remove(id); });
    }
    void seeHeader(MessageId id, int n)
    {
        write([&] { Envelopes(db()).set(id, digestHeader(header(n)), true); });
    }

    QList<MessageId> find(const QString &word)
    {
        SearchTerm term;
        term.text = word;
        SearchContext context;
        context.quotedText = true;
        const auto found = m_searcher.find(SearchNode::of(term), context, {}, {}, 1000);
        if (!found)
            qFatal("%s", qPrintable(found.error().text));
        QList<MessageId> ids;
        for (const PageKey &key : found->keys)
            ids.append(MessageId(key.id));
        return ids;
    }

private:
    std::unique_ptr<Database> m_reading;
    Searcher m_searcher;
};

constexpr qint64 Now = 1'800'000'000'000; // ms since the epoch

} // namespace kw::test
