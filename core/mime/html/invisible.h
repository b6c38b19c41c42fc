#pragma once

#include <QString>

namespace kw {

// Whether a picture of this size (its attributes' values) and safe style can be seen by nobody: such a one is
// there to be loaded, not to be looked at.
bool isInvisible(const QString &width, const QString &height, const QString &style);

// Whether an inline style, as it was sent, takes its element out of the page.
bool isNotDisplayed(const QString &style);

} // namespace kw
