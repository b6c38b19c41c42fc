#include "core/imap/stream/partlink.h"

#include <QCoreApplication>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Imap)
};

Error gone()
{
    return {ErrorKind::NotFound, Words::tr("The message is no longer on the server."), {}};
}

Error unclear()
{
    return {ErrorKind::Unsupported, Words::tr("The server does not tell what the message consists of."), {}};
}

// The value that follows this name ("BODY[1]", also with an offset "<0>").
const ImapValue *valueOf(const std::vector<ImapValue> &items, const QByteArray &name)
{
    for (size_t i = 0; i + 1 < items.size(); i += 2) {
        QByteArray told = items[i].text.toUpper();
        if (const qsizetype offset = told.indexOf("]<"); offset >= 0)
            told.truncate(offset + 1);
        if (told == name)
            return &items[i + 1];
    }
    return nullptr;
}

} // namespace

// The items of the one FETCH that is about this message; others speak of what happens meanwhile.
Task<Result<std::vector<ImapValue>>> PartLink::fetch(Uid uid, QByteArray items)
{
    const QByteArray number = QByteArray::number(raw(uid));
    const auto answers = co_await m_talk.command("UID FETCH " + number + " (UID " + items + ')');
    if (!answers)
        co_return answers.error();
    std::vector<ImapValue> found;
    for (const auto &values : *answers) {
        constexpr size_t Items = 2;
        if (values.size() <= Items || !values[1].isAtom("FETCH") || !values[Items].isList())
            continue;
        const ImapValue *told = valueOf(values[Items].list, "UID");
        if (told && told->text == number)
            found.insert(found.end(), values[Items].list.begin(), values[Items].list.end());
    }
    if (found.empty())
        co_return gone();
    co_return found;
}

Task<Result<PartLink::Listed>> PartLink::structure(Uid uid)
{
    const auto items = co_await fetch(uid, "BODYSTRUCTURE BODY.PEEK[HEADER]");
    if (!items)
        co_return items.error();
    const ImapValue *header = valueOf(*items, "BODY[HEADER]");
    const ImapValue *structure = valueOf(*items, "BODYSTRUCTURE");
    if (!header || header->text.isEmpty())
        co_return gone();
    const auto root = structure ? readBodyStructure(*structure) : std::nullopt;
    if (!root)
        co_return unclear();
    co_return Listed{header->text, *root};
}

Task<Result<QHash<QString, QByteArray>>> PartLink::sections(Uid uid, QStringList wanted)
{
    QByteArrayList asked;
    for (const QString &section : wanted)
        asked.append("BODY.PEEK[" + section.toLatin1() + ']');
    const auto items = co_await fetch(uid, asked.join(' '));
    if (!items)
        co_return items.error();
    QHash<QString, QByteArray> found;
    for (const QString &section : wanted) {
        const ImapValue *value = valueOf(*items, "BODY[" + section.toLatin1().toUpper() + ']');
        if (!value)
            co_return unclear();
        found.insert(section, value->text);
    }
    co_return found;
}

Task<Result<void>> PartLink::stream(Uid uid, QString section, qint64 from, qint64 octets,
                                    ResponseReader::Sink sink)
{
    const QByteArray name = "BODY[" + section.toLatin1().toUpper() + ']';
    m_talk.setWanted([name, sink](QByteArrayView before, qint64) -> ResponseReader::Sink {
        const QByteArray text = before.toByteArray().toUpper();
        return text.contains(name) ? sink : ResponseReader::Sink();
    });
    const auto items = co_await fetch(uid,
                                      "BODY.PEEK[" + section.toLatin1() + "]<" + QByteArray::number(from)
                                          + '.' + QByteArray::number(octets) + '>');
    if (!items)
        co_return items.error();
    const ImapValue *value = valueOf(*items, name);
    if (!value)
        co_return unclear();
    // A short one may have come in quotes.
    if (!value->text.isEmpty() && !sink(value->text))
        co_return Error{ErrorKind::Storage,
                        Words::tr("There is no room left on this computer for what was to be downloaded."),
                        {}};
    co_return Result<void>{};
}

} // namespace kw
