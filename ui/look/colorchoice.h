#pragma once

#include <QColor>
#include <QToolButton>

namespace kw {

// A button that shows the colour of an account or a tag and offers a few that can be told apart, or any
// other.
class ColorChoice : public QToolButton
{
    Q_OBJECT
public:
    ColorChoice(QLatin1StringView objectName, const QString &name, QWidget *parent = nullptr);
    void setColor(const QColor &color);
    QColor color() const { return m_color; }

Q_SIGNALS:
    void colorChanged(const QColor &color);

private:
    QColor m_color;
};

} // namespace kw
