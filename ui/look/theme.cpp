#include "ui/look/theme.h"

#include "ui/look/calmstyle.h"
#include "ui/look/emojifont.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

struct Colors {
    QRgb window, base, alternate, text, button, highlight, link, mid, dark, light, tooltip, disabled;
};

constexpr Colors kLight{0xfff3f4f6, 0xffffffff, 0xfff7f8fa, 0xff1d2127, 0xfffbfbfc, 0xff2a68c8,
                        0xff1a5fbf, 0xffc4c9d0, 0xffa3a9b2, 0xffffffff, 0xffffffff, 0xff8b929c};
constexpr Colors kDark{0xff22252a, 0xff1a1c20, 0xff1f2226, 0xffe6e8eb, 0xff2d3137, 0xff2f66b8,
                       0xff7db4f5, 0xff41464e, 0xff101215, 0xff4a5059, 0xff2d3137, 0xff7b828c};

QPalette paletteOf(const Colors &c)
{
    QPalette p(QColor::fromRgb(c.button), QColor::fromRgb(c.window));
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::Base, c.base);
    p.setColor(QPalette::AlternateBase, c.alternate);
    p.setColor(QPalette::Button, c.button);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, c.text);
    p.setColor(QPalette::BrightText, Qt::white);
    p.setColor(QPalette::Highlight, c.highlight);
    p.setColor(QPalette::HighlightedText, Qt::white);
    p.setColor(QPalette::Accent, c.highlight);
    p.setColor(QPalette::Link, c.link);
    p.setColor(QPalette::LinkVisited, c.link);
    p.setColor(QPalette::Mid, c.mid);
    p.setColor(QPalette::Midlight, QColor::fromRgb(c.window).lighter(103));
    p.setColor(QPalette::Dark, c.dark);
    p.setColor(QPalette::Light, c.light);
    p.setColor(QPalette::Shadow, QColor(0, 0, 0, 110));
    p.setColor(QPalette::ToolTipBase, c.tooltip);
    QColor placeholder = QColor::fromRgb(c.text);
    placeholder.setAlphaF(0.62F);
    p.setColor(QPalette::PlaceholderText, placeholder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.disabled);
    return p;
}

QColor mix(const QColor &a, const QColor &b, qreal part)
{
    return QColor::fromRgbF(float(a.redF() * part + b.redF() * (1 - part)),
                            float(a.greenF() * part + b.greenF() * (1 - part)),
                            float(a.blueF() * part + b.blueF() * (1 - part)));
}

} // namespace

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return u"light"_s;
    case Theme::Dark:
        return u"dark"_s;
    case Theme::System:
        break;
    }
    return u"system"_s;
}

Theme themeFromName(const QString &name)
{
    return name == "light"_L1 ? Theme::Light : name == "dark"_L1 ? Theme::Dark : Theme::System;
}

void applyTheme(Theme theme)
{
    preferEmojiFont();
    QStyleHints *hints = QGuiApplication::styleHints();
    const auto scheme = theme == Theme::Light ? Qt::ColorScheme::Light
        : theme == Theme::Dark                ? Qt::ColorScheme::Dark
                                              : Qt::ColorScheme::Unknown;
    hints->setColorScheme(scheme);
    if (QApplication::style()->name().compare("fusion"_L1, Qt::CaseInsensitive) == 0)
        QApplication::setStyle(new CalmStyle);
    const bool plainStyle = qobject_cast<CalmStyle *>(QApplication::style());
    if (theme == Theme::System && !plainStyle) {
        QApplication::setPalette(QPalette());
        return;
    }
    const bool dark
        = theme == Theme::Dark || (theme == Theme::System && hints->colorScheme() == Qt::ColorScheme::Dark);
    QApplication::setPalette(paletteOf(dark ? kDark : kLight));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightnessF() < 0.5F;
}

QColor quietText(const QPalette &palette)
{
    return mix(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.68);
}

QColor linkText(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x7d, 0xb4, 0xf5) : QColor(0x1a, 0x5f, 0xbf);
}

QColor lineColor(const QPalette &palette)
{
    return mix(palette.color(QPalette::Text), palette.color(QPalette::Base), isDark(palette) ? 0.16 : 0.13);
}

QColor toneText(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Info:
        return linkText(palette);
    case Tone::Good:
        return dark ? QColor(0x7f, 0xd1, 0x95) : QColor(0x1c, 0x6b, 0x37);
    case Tone::Warning:
        return dark ? QColor(0xf0, 0xc0, 0x5a) : QColor(0x85, 0x56, 0x00);
    case Tone::Bad:
        return dark ? QColor(0xff, 0x9d, 0x94) : QColor(0xb3, 0x26, 0x1e);
    }
    return palette.color(QPalette::Text);
}

QColor toneFill(Tone tone, const QPalette &palette)
{
    return mix(toneText(tone, palette), palette.color(QPalette::Base), isDark(palette) ? 0.14 : 0.09);
}

QColor starColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xf5, 0xc2, 0x4b) : QColor(0xc9, 0x7c, 0x00);
}

} // namespace kw
