#pragma once

#include <QHashFunctions>
#include <QMetaType>

// Local row ids. Strong types, so that ids of different nouns never mix. 0 means "none" everywhere.
namespace kw {

enum class AccountId : qint64 { };
enum class FolderId : qint64 { };
enum class MessageId : qint64 { };
enum class ThreadId : qint64 { };
enum class OpId : qint64 { };
enum class ActionId : qint64 { };
// RFC 3501 2.3.1.1: 1…2^32-1, unique within (folder, UIDVALIDITY). 0 means "unknown".
enum class Uid : quint32 { };

template <class Id>
    requires std::is_enum_v<Id>
constexpr auto raw(Id id)
{
    return static_cast<std::underlying_type_t<Id>>(id);
}

template <class Id>
    requires std::is_enum_v<Id>
constexpr bool isSet(Id id)
{
    return raw(id) != 0;
}

} // namespace kw

Q_DECLARE_METATYPE(kw::MessageId)
Q_DECLARE_METATYPE(kw::FolderId)
Q_DECLARE_METATYPE(kw::AccountId)
Q_DECLARE_METATYPE(kw::ActionId)
