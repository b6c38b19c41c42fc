#include "core/mime/html/invisible.h"

#include <QRegularExpression>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

// A number of pixels ("1", "1px"), or what is given where it is none.
int pixels(const QString &value, int otherwise)
{
    static const QRegularExpression number(u"^\\s*(\\d{1,5})(?:\\.\\d+)?\\s*(px)?\\s*(?:!important)?\\s*$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto found = number.match(value);
    return found.hasMatch() ? found.captured(1).toInt() : otherwise;
}

// The value of a property in a safe style ("a: b; c: d"); the last one counts.
QString propertyOf(const QString &style, QLatin1StringView name)
{
    QString value;
    for (const QStringView declaration : QStringView(style).tokenize(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon > 0 && declaration.first(colon).trimmed() == name)
            value = declaration.sliced(colon + 1).trimmed().toString();
    }
    return value;
}

} // namespace

bool isInvisible(const QString &width, const QString &height, const QString &style)
{
    constexpr int Visible = 4; // pixels; spacers of a line's width are visible in one direction
    const int across = pixels(propertyOf(style, "width"_L1), pixels(width, Visible));
    const int down = pixels(propertyOf(style, "height"_L1), pixels(height, Visible));
    return (across < Visible && down < Visible) || across == 0 || down == 0
        || propertyOf(style, "display"_L1).startsWith("none"_L1);
}

bool isNotDisplayed(const QString &style)
{
    bool hidden = false;
    for (const QStringView declaration : QStringView(style).tokenize(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon > 0 && declaration.first(colon).trimmed().compare("display"_L1, Qt::CaseInsensitive) == 0)
            hidden = declaration.sliced(colon + 1).trimmed().startsWith("none"_L1, Qt::CaseInsensitive);
    }
    return hidden;
}

} // namespace kw
