#pragma once

class QGuiApplication;

namespace kw {

// The program ends with its last window, whatever KIMAP is doing: its jobs hold QEventLoopLockers, and Qt
// does not quit by itself while there is one.
void quitWithLastWindow(QGuiApplication &app);

} // namespace kw
