#pragma once

#include "core/store/rows.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace kw {

// The other messages of an open conversation, one line each, with its text below where it is unfolded; a
// click or Enter opens one. Scrolls by itself when there are many.
class ConversationStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationStrip(QLatin1StringView objectName, const QString &accessibleName,
                               QWidget *parent = nullptr);
    // Oldest first; hides itself where there is none. `subject`: of the open message; `texts`: of those that
    // are unfolded.
    void setMessages(const QList<MessageRow> &rows, const QString &subject,
                     const QHash<MessageId, QString> &texts = {});

Q_SIGNALS:
    void messageRequested(kw::MessageId id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void clear();
    void add(QWidget *part);
    void fit();

    QWidget *m_lines;
    QVBoxLayout *m_layout;
    QPointer<QWidget> m_firstUnfolded;
};

} // namespace kw
