#pragma once

namespace kw {

// Lets the application's font fall back on the emoji font before all others. Symbol fonts have some emoji
// too, but as single signs: with them a skin tone or a profession falls apart into what it is made of. To be
// called once the QApplication is there; does nothing where no emoji font is installed.
void preferEmojiFont();

} // namespace kw
