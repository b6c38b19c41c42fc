#pragma once

#include "core/store/letter.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace kw {

class Engine;
class Letters;

// What waits to be sent, what was refused and of what nobody knows: why, and what can be done. GUI thread.
class OutboxDialog : public QDialog
{
    Q_OBJECT
public:
    OutboxDialog(Engine *engine, QWidget *parent);

Q_SIGNALS:
    // In a window of its own; what waits is a draft again.
    void editWanted(const QString &messageId, bool isDraft);

private:
    void build();
    void renew();
    void showCurrent();
    void showProgress(const QString &messageId, qint64 given, qint64 total);
    const Letter *current() const;
    void drop();
    QPushButton *button(QLatin1StringView name, const QString &text);

    Engine *m_engine;
    Letters *m_letters;
    QList<Letter> m_shown;
    QHash<QString, int> m_percent; // of those that are being sent
    QTreeWidget *m_list;
    QLabel *m_why;
    QPushButton *m_send;
    QPushButton *m_edit;
    QPushButton *m_confirm;
    QPushButton *m_drop;
};

} // namespace kw
