#include "core/mime/formats/enrichedtext.h"

#include <algorithm>

namespace kw {

namespace {

// The size of the command at the start of `text`, "<bold>" or "</bold>"; 0 where it is none.
qsizetype commandSize(QStringView text)
{
    constexpr qsizetype Longest = 60; // of a name, RFC 1896
    qsizetype at = text.size() > 1 && text[1] == u'/' ? 2 : 1;
    const qsizetype start = at;
    while (at < text.size() && at - start <= Longest
           && (text[at] == u'-' || (text[at].unicode() < 0x80 && text[at].isLetterOrNumber())))
        ++at;
    return at > start && at < text.size() && text[at] == u'>' ? at + 1 : 0;
}

class EnrichedReader
{
public:
    QString run(QStringView text)
    {
        for (qsizetype at = 0; at < text.size();) {
            const QStringView rest = text.sliced(at);
            if (rest.startsWith(u"<<")) {
                put(u'<');
                at += 2;
            } else if (const qsizetype size = rest.front() == u'<' ? commandSize(rest) : 0; size > 0) {
                take(rest.sliced(1, size - 2));
                at += size;
            } else if (rest.front() == u'\n' && m_unfilled == 0) {
                qsizetype breaks = 1;
                while (breaks < rest.size() && rest[breaks] == u'\n')
                    ++breaks;
                breakLine(breaks);
                at += breaks;
            } else {
                put(rest.front());
                ++at;
            }
        }
        return m_out;
    }

private:
    void put(QChar c)
    {
        if (m_params == 0)
            m_out += c;
    }

    // One is a blank, of several the first means nothing.
    void breakLine(qsizetype breaks)
    {
        if (m_params > 0)
            return;
        if (breaks == 1)
            m_out += u' ';
        else
            m_out += QString(breaks - 1, u'\n');
    }

    void take(QStringView command)
    {
        const bool ends = command.startsWith(u'/');
        const QStringView name = ends ? command.sliced(1) : command;
        int *open = name.compare(u"param", Qt::CaseInsensitive) == 0 ? &m_params
            : name.compare(u"nofill", Qt::CaseInsensitive) == 0      ? &m_unfilled
                                                                     : nullptr;
        if (open)
            *open = std::max(0, *open + (ends ? -1 : 1));
    }

    QString m_out;
    int m_params = 0; // open ones; what is in there is no text
    int m_unfilled = 0; // open <nofill>: line ends are line ends
};

} // namespace

QString enrichedToText(const QString &enriched)
{
    return EnrichedReader().run(enriched);
}

} // namespace kw
