#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace kw {

// What a message window can do, with names, icons and keys; no behaviour. GUI thread.
class ComposerActions : public QObject
{
    Q_OBJECT
public:
    explicit ComposerActions(QWidget *window);

    QAction *send, *attach, *rich, *discard, *close, *undo, *redo, *pasteText, *revisions;
    QAction *readReceipt, *deliveryReport, *sign, *encrypt;
    QMenu *options, *signature, *templates;
    QList<QAction *> all() const { return m_all; }

private:
    QAction *add(QLatin1StringView name, const QString &text, QLatin1StringView icon = {},
                 const QList<QKeySequence> &keys = {});
    QAction *option(QLatin1StringView name, const QString &text, const QString &hint);

    QWidget *m_window;
    QList<QAction *> m_all;
};

} // namespace kw
