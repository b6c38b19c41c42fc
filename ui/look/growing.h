#pragma once

class QWidget;

namespace kw {

// From now on the window is as high as what it shows needs at its width, whatever comes, goes or changes in
// it; lines that wrap are not cut. Never made smaller, and never higher than its screen. GUI thread.
void growWithContents(QWidget *window);

} // namespace kw
