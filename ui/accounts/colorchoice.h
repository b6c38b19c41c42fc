#pragma once

#include <QColor>
#include <QToolButton>

namespace kw {

// A button that shows the account's colour and offers a few that can be told apart, or any other.
class ColorChoice : public QToolButton
{
    Q_OBJECT
public:
    explicit ColorChoice(QWidget *parent = nullptr);
    void setColor(const QColor &color);
    QColor color() const { return m_color; }

private:
    QColor m_color;
};

} // namespace kw
