#pragma once

class QWidget;

namespace kw {

// Makes a window as high as what it shows needs at its width, once the texts that were just set are laid out;
// lines that wrap are not cut. Never smaller, and never higher than its screen. GUI thread.
void growToContents(QWidget *window);

} // namespace kw
