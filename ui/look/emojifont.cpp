#include "ui/look/emojifont.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QFontInfo>

using namespace Qt::StringLiterals;

namespace kw {

void preferEmojiFont()
{
    QFont font = QApplication::font();
    for (const QString &emoji : {u"Noto Color Emoji"_s, u"Twemoji"_s, u"JoyPixels"_s}) {
        if (!QFontDatabase::hasFamily(emoji))
            continue;
        if (font.families().contains(emoji))
            return;
        // First by its own name: an alias as "Sans Serif" alone would not come before the emoji.
        font.setFamilies(QStringList{QFontInfo(font).family()} + font.families() + QStringList{emoji});
        QApplication::setFont(font);
        return;
    }
}

} // namespace kw
