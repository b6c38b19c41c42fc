#pragma once

namespace kw {

// Teaches assistive technology to read a MessageListView: a list whose items are its rows, each one sentence.
// Idempotent.
void installListAccessibility();

} // namespace kw
