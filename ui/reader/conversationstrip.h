#pragma once

#include "core/store/rows.h"

#include <QWidget>

class QVBoxLayout;

namespace kw {

// The other messages of an open conversation, one line each; a click or Enter opens one. Scrolls by itself
// when there are many.
class ConversationStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationStrip(QLatin1StringView objectName, const QString &accessibleName,
                               QWidget *parent = nullptr);
    // Oldest first; hides itself where there is none. `subject`: of the open message.
    void setMessages(const QList<MessageRow> &rows, const QString &subject);

Q_SIGNALS:
    void messageRequested(kw::MessageId id);

private:
    QWidget *m_lines;
    QVBoxLayout *m_layout;
};

} // namespace kw
