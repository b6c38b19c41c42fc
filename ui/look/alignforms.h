#pragma once

class QWidget;

namespace kw {

// Gives the labels of all forms in this window one width, so that what they are about begins at one line.
void alignForms(QWidget *window);

} // namespace kw
