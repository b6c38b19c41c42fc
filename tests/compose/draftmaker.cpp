#include "compose/draftmaker.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {
    }

    Draft run(quint32 seed)
    {
        Draft d;
        d.from = {pick(m_names), u"sender%1@example.org"_s.arg(seed)};
        d.to = people(1 + below(4), u"to"_s);
        d.cc = people(below(4), u"cc"_s);
        d.bcc = people(below(3), u"secret"_s);
        d.replyTo = people(below(5) == 0 ? 1 : 0, u"reply"_s);
        d.subject = subject();
        d.text = text();
        d.messageId = u"id%1.x@example.org"_s.arg(seed);
        d.date = 1'600'000'000 + qint64(below(200'000'000));
        d.dateOffsetMinutes = int(below(53)) * 30 - 720;
        d.options.flowed = below(4) != 0;
        d.options.readReceipt = below(5) == 0;
        for (quint32 i = below(3) == 0 ? 0 : below(30); i > 0; --i)
            d.references.append(u"ref%1.%2@mail.example.org"_s.arg(i).arg(seed));
        d.inReplyTo = d.references.value(d.references.size() - 1);
        if (below(2) == 0)
            addHtml(d, seed);
        for (quint32 i = below(4); i > 0; --i)
            d.attachments.append(file());
        return d;
    }

private:
    quint32 below(quint32 n) { return m_random.bounded(n); }
    template <class List> typename List::value_type pick(const List &list)
    {
        return list.at(below(quint32(list.size())));
    }

    QList<Address> people(quint32 count, const QString &who)
    {
        static const QStringList domains{u"example.org"_s, u"bücher.example"_s, u"sub.例え.example"_s,
                                         u"[192.0.2.7]"_s};
        QList<Address> out;
        for (quint32 i = 0; i < count; ++i)
            out.append({pick(m_names), u"%1%2@%3"_s.arg(who).arg(i).arg(pick(domains))});
        return out;
    }

    QString subject()
    {
        QStringList words;
        for (quint32 i = below(12); i > 0; --i)
            words.append(pick(m_words));
        return words.join(u' ');
    }

    QString text()
    {
        QStringList lines;
        for (quint32 i = below(15); i > 0; --i) {
            switch (below(4)) {
            case 0:
                lines.append(pick(m_lines));
                break;
            case 1:
                lines.append("> "_L1 + pick(m_words));
                break;
            default: {
                QStringList words;
                for (quint32 n = below(60); n > 0; --n)
                    words.append(pick(m_words));
                lines.append(words.join(u' '));
            }
            }
        }
        return lines.join(u'\n');
    }

    void addHtml(Draft &d, quint32 seed)
    {
        d.html = "<p>"_L1 + (pick(m_words) + u' ').repeated(int(below(400))).toHtmlEscaped() + "</p>"_L1;
        if (below(3) == 0)
            d.text.clear();
        for (quint32 i = below(3); i > 0; --i) {
            const QString id = u"picture%1.%2@example.org"_s.arg(i).arg(seed);
            d.html += u"<img src=\"cid:%1\" alt=\"x\">"_s.arg(id);
            d.attachments.append({u"Bild %1.png"_s.arg(i), u"image/png"_s, octets(), {}, true, id});
        }
    }

    QByteArray octets()
    {
        QByteArray out(pick(QList<qsizetype>{0, 1, 56, 57, 58, 1000, 30'000}), Qt::Uninitialized);
        for (char &c : out)
            c = char(below(256));
        return out;
    }

    DraftAttachment file()
    {
        static const QStringList types{u"application/pdf"_s, u"text/plain"_s,       u"TEXT/CSV"_s,
                                       u"image/jpeg"_s,      u"no type"_s,          u"multipart/mixed"_s,
                                       u"message/partial"_s, u"application/x-tar"_s};
        if (below(6) == 0)
            return {u"original.eml"_s, u"message/rfc822"_s,
                    pick(QByteArrayList{"From: a@example.org\nSubject: x\n\nHello\n",
                                        "From: a@example.org\r\nSubject: y\r\n\r\nGr\xC3\xBC\xC3\x9F"
                                        "e\r\n",
                                        "Subject: long\r\n\r\n" + QByteArray(5000, 'x') + "\r\n"})};
        return {pick(m_files), pick(types), below(3) == 0 ? pick(m_words).toUtf8() + "\r\nx\n" : octets()};
    }

    QRandomGenerator m_random;
    const QStringList m_names{{},
                              u"Anna"_s,
                              u"Becker, Anna"_s,
                              u"Åsa Öberg"_s,
                              u"O'Neil \"The\" \\ Boss"_s,
                              u"会議 太郎"_s,
                              u"שרה כהן"_s,
                              u"😀 smile"_s,
                              u"a (b) c"_s,
                              u"x@y"_s,
                              u"Dr. J. Q."_s,
                              u"Жанна Фриске из очень длинного города на самом дальнем севере"_s};
    const QStringList m_words{u"word"_s,
                              u"Grüße"_s,
                              u"会議は金曜日です"_s,
                              u"Привет"_s,
                              u"שלום"_s,
                              u"مرحبا"_s,
                              u"👩‍👩‍👧‍👦😀"_s,
                              u"a=b"_s,
                              u"=20"_s,
                              u"100%"_s,
                              u">"_s,
                              u"--"_s,
                              u"From"_s,
                              u"."_s,
                              u"e\u0301"_s,
                              u"naïve"_s,
                              u"?="_s,
                              u"https://example.org/a/very/long/path?with=parameters&and=more"_s,
                              u"x_y"_s,
                              u"tail."_s};
    const QStringList m_lines{u"From here on"_s,
                              u"."_s,
                              u".."_s,
                              u".hidden"_s,
                              u"-- "_s,
                              u"  indented"_s,
                              u"\ttab"_s,
                              {},
                              u">"_s,
                              u">> deeper"_s,
                              u">From quoted"_s,
                              QString(3000, u'x'),
                              QString(1200, u'字'),
                              u"one\r\ntwo\rthree"_s,
                              u"ends with blanks   "_s};
    const QStringList m_files{u"report.pdf"_s,
                              u"my report.pdf"_s,
                              u"отчёт за ноябрь.xlsx"_s,
                              u"会議の資料.pptx"_s,
                              u"a;b=c.txt"_s,
                              u"it's 100%.txt"_s,
                              u"%41.txt"_s,
                              u"say \"x\".txt"_s,
                              u"../../etc/passwd"_s,
                              u".hidden"_s,
                              u"line\r\nBcc: x@example.org"_s,
                              u"😀😀.png"_s,
                              u"קובץ.doc"_s,
                              QString(240, u'n') + u".txt"_s,
                              QString(80, u'ф') + u".txt"_s,
                              u"=?utf-8?q?x?=.txt"_s,
                              {}};
};

} // namespace

Draft generatedDraft(quint32 seed)
{
    return Maker(seed).run(seed);
}

} // namespace kw
