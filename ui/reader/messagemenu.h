#pragma once

#include <optional>

class QMenu;

namespace kw {

class MessagePage;

// The menu of what else can be done with the open message.
struct MessageMenu {
    std::optional<bool> plainText; // whether it is chosen; none: there is no choice
    std::optional<bool> originalColors; // likewise
    bool fixedWidth = false;

    void fill(QMenu *menu, MessagePage *page) const;
};

} // namespace kw
