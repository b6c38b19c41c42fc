#pragma once

#include <QString>

#include <optional>

namespace kw::ctl {

// Asks at the terminal, without showing what is typed. Nothing where there is no terminal, or the person gave
// up (Ctrl+C, end of input).
std::optional<QString> askHidden(const QString &question);

} // namespace kw::ctl
