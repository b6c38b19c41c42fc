#include "core/imap/stream/imapvalue.h"

namespace kw {

namespace {

class ValueReader
{
public:
    bool text(QByteArrayView text)
    {
        for (qsizetype at = 0; at < text.size();) {
            const char c = text[at];
            if (c == ' ' || c == '\t' || c == '\r') {
                ++at;
            } else if (c == '(') {
                if (int(m_open.size()) > DeepestList)
                    return false;
                m_open.emplace_back();
                ++at;
            } else if (c == ')') {
                if (!close())
                    return false;
                ++at;
            } else if (c == '"') {
                at = quoted(text, at + 1);
            } else {
                at = atom(text, at);
            }
            if (m_count > MostValues)
                return false;
        }
        return true;
    }

    void add(ImapValue value)
    {
        ++m_count;
        m_open.back().push_back(std::move(value));
    }

    std::optional<std::vector<ImapValue>> result()
    {
        if (m_open.size() != 1)
            return std::nullopt;
        return std::move(m_open.front());
    }

private:
    bool close()
    {
        if (m_open.size() < 2)
            return false;
        ImapValue list;
        list.kind = ImapValue::Kind::List;
        list.list = std::move(m_open.back());
        m_open.pop_back();
        add(std::move(list));
        return true;
    }

    // A string that never closes ends with its text.
    qsizetype quoted(QByteArrayView text, qsizetype at)
    {
        ImapValue value{ImapValue::Kind::String, {}, {}};
        for (; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\' && at + 1 < text.size())
                ++at;
            value.text += text[at];
        }
        add(std::move(value));
        return at + 1;
    }

    // "BODY[HEADER.FIELDS (TO)]<0>" is one, blanks and all; the announcement of a literal is none.
    qsizetype atom(QByteArrayView text, qsizetype at)
    {
        const qsizetype start = at;
        bool inBrackets = false;
        for (; at < text.size(); ++at) {
            const char c = text[at];
            if (c == '[')
                inBrackets = true;
            else if (c == ']')
                inBrackets = false;
            else if (!inBrackets && (c == ' ' || c == '(' || c == ')' || c == '\t'))
                break;
        }
        const QByteArrayView word = text.sliced(start, at - start);
        if (word.startsWith('{') && word.endsWith('}') && at == text.size())
            return at;
        const bool isNil = word.compare("NIL", Qt::CaseInsensitive) == 0;
        add({isNil ? ImapValue::Kind::Nil : ImapValue::Kind::Atom,
             isNil ? QByteArray() : word.toByteArray(),
             {}});
        return at;
    }

    std::vector<std::vector<ImapValue>> m_open{{}};
    int m_count = 0;
};

} // namespace

std::optional<std::vector<ImapValue>> readValues(const ResponseReader::Response &response)
{
    ValueReader reader;
    for (qsizetype i = 0; i < response.size(); ++i) {
        if (i % 2 != 0)
            reader.add({ImapValue::Kind::String, response[i], {}});
        else if (!reader.text(response[i]))
            return std::nullopt;
    }
    return reader.result();
}

} // namespace kw
