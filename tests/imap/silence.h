#pragma once

#include <QLoggingCategory>

namespace kw {

// KIMAP's socket threads warn of everything these servers do, also between two tests, and there Qt Test
// cannot take a message from another thread: it crashes.
inline void silenceKimap()
{
    QLoggingCategory::setFilterRules(QStringLiteral("org.kde.pim.kimap=false"));
}

} // namespace kw
