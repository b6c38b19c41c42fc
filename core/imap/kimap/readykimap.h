#pragma once

namespace kw {

// KDE's translations settle on the thread that first asks for one and watch the application from there. Call
// once on the main thread before another thread makes a link; costs milliseconds.
void readyKimap();

} // namespace kw
