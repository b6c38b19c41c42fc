#include "core/imap/stream/searchlink.h"

#include "core/imap/flagnames.h"
#include "core/imap/linkerrors.h"

#include <limits>

namespace kw {

namespace {

constexpr int Patience = 10; // times as long as for other commands

QByteArray setText(const UidSet &uids)
{
    QByteArrayList ranges;
    for (const UidSet::Range &range : uids.ranges()) {
        QByteArray text = QByteArray::number(range.first);
        if (range.last != range.first)
            text += ':' + QByteArray::number(range.last);
        ranges.append(text);
    }
    return ranges.join(',');
}

// The numbers of "SEARCH 3 5 8" (RFC 3501 7.2.5), perhaps with "(MODSEQ 7)" after them (RFC 7162 3.1.5).
// False: they make no sense.
bool readNumbers(QByteArrayView text, QList<quint32> &numbers)
{
    quint64 number = 0;
    bool inNumber = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + quint64(c - '0');
            inNumber = true;
            if (number > std::numeric_limits<quint32>::max())
                return false;
            continue;
        }
        if (inNumber && number > 0)
            numbers.append(quint32(number));
        inNumber = false;
        number = 0;
        if (c == '(')
            return true;
        if (c != ' ' && c != '\t' && c != '\r')
            return false;
    }
    if (inNumber && number > 0)
        numbers.append(quint32(number));
    return true;
}

std::optional<SearchLink::Head> readHead(const std::vector<ImapValue> &items)
{
    SearchLink::Head head;
    bool hasFields = false;
    for (size_t i = 0; i + 1 < items.size(); i += 2) {
        const ImapValue &value = items[i + 1];
        const QByteArray name = items[i].text.toUpper();
        if (name == "UID") {
            head.uid = Uid(value.text.toUInt());
        } else if (name == "RFC822.SIZE") {
            head.size = value.text.toUInt();
        } else if (name == "X-GM-MSGID") {
            head.gmailId = value.text.toULongLong();
        } else if (name == "FLAGS") {
            QList<QByteArray> names;
            for (const ImapValue &flag : value.list)
                names.append(flag.text);
            head.flags = flagsNamed(names);
        } else if (name.startsWith("BODY[HEADER")) {
            head.fields = value.text;
            hasFields = true;
        }
    }
    return isSet(head.uid) && hasFields ? std::optional(head) : std::nullopt;
}

} // namespace

SearchLink::SearchLink(LinkSettings settings)
    : m_settings(std::move(settings))
    , m_talk(m_settings)
{
}

Task<Result<bool>> SearchLink::isGmail()
{
    const auto offers = co_await m_talk.offers();
    if (!offers)
        co_return offers.error();
    co_return offers->contains("X-GM-EXT-1");
}

Task<Result<UidSet>> SearchLink::search(QByteArrayList criteria, bool isUtf8)
{
    criteria.first().prepend(isUtf8 ? "UID SEARCH CHARSET UTF-8 " : "UID SEARCH ");
    if (const auto offers = co_await m_talk.offers(); !offers) // it is the next command that is heard
        co_return offers.error();
    QList<quint32> found;
    bool makesSense = true;
    // Of a large mailbox these are more values than readValues() takes; some servers send several.
    m_talk.setHearing([&found, &makesSense](const ResponseReader::Response &response) {
        static constexpr QByteArrayView Name = "SEARCH";
        const QByteArray &line = response.constFirst();
        if (line.first(std::min(line.size(), Name.size())).compare(Name, Qt::CaseInsensitive) != 0
            || (line.size() > Name.size() && line[Name.size()] != ' '))
            return false;
        makesSense = makesSense && response.size() == 1
            && readNumbers(QByteArrayView(line).sliced(Name.size()), found);
        return true;
    });
    m_talk.setPatience(Millis(m_settings.timeoutMs) * Patience);
    const auto done = co_await m_talk.command(std::move(criteria));
    m_talk.setPatience(Millis(m_settings.timeoutMs));
    if (!done)
        co_return done.error();
    if (!makesSense) {
        m_talk.close();
        co_return senselessError(m_settings);
    }
    co_return UidSet::of(std::move(found));
}

Task<Result<QList<SearchLink::Head>>> SearchLink::heads(UidSet uids, QByteArray fields, Ask ask)
{
    QByteArray items = "UID ";
    if (ask == Ask::Rows) {
        const auto gmail = co_await isGmail();
        if (!gmail)
            co_return gmail.error();
        items += *gmail ? "FLAGS RFC822.SIZE X-GM-MSGID " : "FLAGS RFC822.SIZE ";
    }
    const auto answers = co_await m_talk.command("UID FETCH " + setText(uids) + " (" + items
                                                 + "BODY.PEEK[HEADER.FIELDS (" + fields + ")])");
    if (!answers)
        co_return answers.error();
    QList<Head> heads;
    for (const auto &values : *answers) {
        constexpr size_t Items = 2;
        if (values.size() <= Items || !values[1].isAtom("FETCH") || !values[Items].isList())
            continue;
        const auto head = readHead(values[Items].list);
        if (head && uids.contains(raw(head->uid)))
            heads.append(*head);
    }
    co_return heads;
}

} // namespace kw
