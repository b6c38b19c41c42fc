#pragma once

#include <QObject>

class QUrl;

namespace kw {

class MessageListPane;
class ReaderPane;
class WindowActions;

// List and reader together: what is selected is shown, and the keys that read on, go to the next message and
// zoom. GUI thread.
class Reading : public QObject
{
    Q_OBJECT
public:
    Reading(const WindowActions &actions, MessageListPane *list, ReaderPane *reader, QObject *parent);

public Q_SLOTS:
    // Only what a mail may open: web and mail addresses.
    void openLink(const QUrl &url);
    void openFile(const QString &path);

Q_SIGNALS:
    // Another message is meant from now on.
    void selectionShown();

private:
    void connectPanes();
    void connectActions(const WindowActions &actions);
    void showSelection();
    void readOn(bool down);

    MessageListPane *m_list;
    ReaderPane *m_reader;
};

} // namespace kw
