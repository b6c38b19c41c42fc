#pragma once

#include "core/imap/imaplink.h"

#include <algorithm>
#include <array>

namespace kw {

// Flags as IMAP writes them (RFC 3501 2.3.2, RFC 5788).
inline constexpr std::array<std::pair<const char *, Flag>, 9> FlagNames{{{"\\Seen", Flag::Seen},
                                                                         {"\\Answered", Flag::Answered},
                                                                         {"\\Flagged", Flag::Flagged},
                                                                         {"\\Deleted", Flag::Deleted},
                                                                         {"\\Draft", Flag::Draft},
                                                                         {"$Forwarded", Flag::Forwarded},
                                                                         {"$Junk", Flag::Junk},
                                                                         {"$NotJunk", Flag::NotJunk},
                                                                         {"$MDNSent", Flag::MdnSent}}};

// What the server told in any order and case.
inline MessageFlags flagsNamed(const QList<QByteArray> &names)
{
    MessageFlags out;
    for (const QByteArray &name : names) {
        const auto *known = std::find_if(FlagNames.begin(), FlagNames.end(), [&name](const auto &f) {
            return name.compare(f.first, Qt::CaseInsensitive) == 0;
        });
        if (known != FlagNames.end())
            out.bits |= quint32(known->second);
        else if (!name.isEmpty() && !name.startsWith('\\'))
            out.keywords.append(QString::fromUtf8(name));
    }
    out.keywords.sort();
    return out;
}

} // namespace kw
