#include "core/settings/settingkeys.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

SettingKey toggle(const QString &key, bool usual)
{
    return {key, SettingKey::Kind::Switch, usual ? u"true"_s : u"false"_s, 0, 0, {}};
}

SettingKey number(const QString &key, qint64 usual, qint64 least, qint64 most)
{
    return {key, SettingKey::Kind::Number, QString::number(usual), least, most, {}};
}

// The first word is the usual one.
SettingKey word(const QString &key, const QStringList &words)
{
    return {key, SettingKey::Kind::Word, words.first(), 0, 0, words};
}

SettingKey language(const QString &key)
{
    return {key, SettingKey::Kind::Language, u"auto"_s, 0, 0, {}};
}

// "de", "de_AT", "sr_Latn_RS"
bool isLanguageCode(const QString &text)
{
    static const QRegularExpression code(u"^[a-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}$"_s);
    return code.match(text).hasMatch();
}

} // namespace

std::optional<QString> SettingKey::accept(const QString &text) const
{
    switch (kind) {
    case Kind::Switch:
        if (text == "true"_L1 || text == "1"_L1)
            return u"true"_s;
        if (text == "false"_L1 || text == "0"_L1)
            return u"false"_s;
        return std::nullopt;
    case Kind::Number: {
        bool ok = false;
        const qint64 value = text.toLongLong(&ok);
        if (!ok || value < least || value > most)
            return std::nullopt;
        return QString::number(value);
    }
    case Kind::Word:
        return words.contains(text) ? std::optional(text) : std::nullopt;
    case Kind::Language:
        return text == usual || isLanguageCode(text) ? std::optional(text) : std::nullopt;
    }
    return std::nullopt;
}

const QList<SettingKey> &settingKeys()
{
    static const QList<SettingKey> keys{
        word(u"general/language"_s, {u"system"_s, u"en"_s, u"de"_s}),
        word(u"general/startView"_s, {u"last"_s, u"inbox"_s}),
        toggle(u"general/startOnline"_s, true),
        word(u"look/theme"_s, {u"system"_s, u"light"_s, u"dark"_s}),
        toggle(u"look/readerBelow"_s, false),
        word(u"list/mode"_s, {u"cards"_s, u"table"_s}),
        number(u"list/density"_s, 1, 0, 2),
        number(u"list/textPercent"_s, 100, 70, 200),
        toggle(u"list/dateGroups"_s, true),
        toggle(u"list/conversations"_s, true),
        toggle(u"list/accountColors"_s, true),
        number(u"list/moveOn"_s, 0, 0, 2),
        number(u"reading/markReadDelayMs"_s, 1000, -1, 60'000),
        toggle(u"reading/preferPlain"_s, false),
        toggle(u"reading/fixedWidth"_s, false),
        number(u"reading/zoomPercent"_s, 100, 50, 300),
        toggle(u"organizing/confirmDelete"_s, true),
        word(u"search/askServers"_s, {u"ask"_s, u"always"_s}),
        toggle(u"search/quotedText"_s, false),
        toggle(u"compose/richText"_s, true),
        toggle(u"compose/answerAbove"_s, true),
        toggle(u"compose/signatureAboveQuote"_s, true),
        number(u"compose/undoSeconds"_s, 10, 0, 60),
        toggle(u"compose/checkSpelling"_s, true),
        language(u"compose/spellingLanguage"_s),
        toggle(u"compose/remindOfAttachments"_s, true),
        number(u"compose/askAboveRecipients"_s, 20, 0, 100'000),
        toggle(u"compose/datesInUtc"_s, false),
        toggle(u"compose/requestReceipt"_s, false),
        number(u"sync/expungeGraceSeconds"_s, 10, 0, 3600),
        toggle(u"sync/archiveByYear"_s, false),
        number(u"sync/prefetchDays"_s, 0, 0, 36'500),
        number(u"sync/prefetchMaxBytes"_s, 256 << 10, 0, qint64(1) << 40),
        number(u"sync/wholeUpToBytes"_s, 1 << 20, 0, qint64(1) << 40),
        number(u"sync/bodyBudgetBytes"_s, qint64(2) << 30, 0, qint64(1) << 50),
        number(u"sync/vanishedDays"_s, 7, 0, 3650),
        toggle(u"sync/wholeHeaders"_s, true),
        toggle(u"search/attachmentText"_s, false),
    };
    return keys;
}

const SettingKey *settingKey(const QString &key)
{
    const QList<SettingKey> &keys = settingKeys();
    const auto found = std::ranges::find(keys, key, &SettingKey::key);
    return found == keys.end() ? nullptr : &*found;
}

SettingValues usualSettings()
{
    SettingValues values;
    for (const SettingKey &key : settingKeys())
        values.insert(key.key, key.usual);
    return values;
}

} // namespace kw
