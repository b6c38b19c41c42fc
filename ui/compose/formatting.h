#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QTextCharFormat;
class QToolBar;

namespace kw {

class ComposeEditor;

// What can be done to the looks of formatted text: the actions with their keys, and the bar that shows them.
// They follow the cursor. GUI thread.
class Formatting : public QObject
{
    Q_OBJECT
public:
    Formatting(ComposeEditor *editor, QWidget *window);

    void setRich(bool rich); // plain text has none
    QToolBar *makeBar(QWidget *parent) const;
    QList<QAction *> actions() const { return m_all; }

    QAction *bold, *italic, *underline, *strike, *bullets, *numbers, *quote, *unquote, *link, *picture,
        *clear, *color;
    QMenu *sizes, *colors;

Q_SIGNALS:
    void pictureWanted();

private:
    QAction *add(QLatin1StringView name, const QString &text, QLatin1StringView icon,
                 const QList<QKeySequence> &keys = {});
    void makeSizes();
    void makeColors();
    void connectAll();
    void follow();
    void merge(const QTextCharFormat &format);
    void toggleList(int style);
    void moveQuote(int step);
    void askLink();
    void setLink(const QString &address);
    void clearFormatting();

    ComposeEditor *m_editor;
    QWidget *m_window;
    QList<QAction *> m_all;
    QActionGroup *m_sizeGroup;
};

} // namespace kw
