#pragma once

#include <QColor>
#include <QString>

class QPalette;

namespace kw {

enum class Theme { System, Light, Dark };

QString themeName(Theme theme); // "system", "light", "dark": as in settings and on the command line
Theme themeFromName(const QString &name); // anything else: System

// Light, dark or what the desktop says; at once for every window. Where the desktop brings its own widget
// style, that style keeps its colours under System. GUI thread.
void applyTheme(Theme theme);

bool isDark(const QPalette &palette);
// Text of lesser weight that still has a contrast of at least 4.5:1 on `palette`'s base.
QColor quietText(const QPalette &palette);
QColor linkText(const QPalette &palette);
// Thin lines between panes and cards.
QColor lineColor(const QPalette &palette);

enum class Tone { Info, Good, Warning, Bad };
QColor toneText(Tone tone, const QPalette &palette); // ≥ 4.5:1 on toneFill and on the base
QColor toneFill(Tone tone, const QPalette &palette);
QColor starColor(const QPalette &palette);

} // namespace kw
