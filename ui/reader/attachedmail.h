#pragma once

#include <QWidget>

#include <memory>

namespace kw {

class MessagePage;
struct OpenedMessage;

// A message that came inside another, in a window of its own; goes with the page that it came from. It is in
// no mailbox, so nothing can be done to it but reading and saving. GUI thread.
class AttachedMail : public QWidget
{
    Q_OBJECT
public:
    AttachedMail(const std::shared_ptr<const OpenedMessage> &message, MessagePage *from);
    MessagePage *page() const { return m_page; }

private:
    MessagePage *m_page;
};

} // namespace kw
