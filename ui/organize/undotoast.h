#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace kw {

// What was just done, with a button that takes it back, over the lower edge of its parent. Goes by itself
// after a while, unless the pointer or the keyboard is on it. GUI thread.
class UndoToast : public QWidget
{
    Q_OBJECT
public:
    explicit UndoToast(QWidget *over);
    // Replaces what was said before. Without a button text there is no button.
    void say(QLatin1StringView iconName, const QString &text, const QString &button = {},
             std::function<void()> pressed = {});
    QString text() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void color();
    void goOn();

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QToolButton *m_close;
    QLatin1StringView m_iconName;
    std::function<void()> m_pressed;
    QTimer m_time;
};

} // namespace kw
