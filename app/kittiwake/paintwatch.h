#pragma once

#include <QObject>

class QAbstractItemView;
class QWidget;

namespace kw {

// Tells when a window has really been painted, and when its list was painted with rows. GUI thread.
class PaintWatch : public QObject
{
    Q_OBJECT
public:
    PaintWatch(QWidget *window, QAbstractItemView *list, QObject *parent = nullptr);
    bool sawRows() const { return m_sawRows; }

Q_SIGNALS:
    void firstPainted(); // once, after the first frame is out
    void rowsPainted(); // once, after the first frame with rows is out

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void painted(bool rows);

    QWidget *m_window;
    QAbstractItemView *m_list;
    bool m_sawWindow = false;
    bool m_sawRows = false;
};

} // namespace kw
