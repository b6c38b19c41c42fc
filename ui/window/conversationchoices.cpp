#include "ui/window/conversationchoices.h"

namespace kw {

void ConversationChoices::choose(const QString &viewKey, bool on)
{
    if (on == m_usual)
        m_exceptions.remove(viewKey);
    else
        m_exceptions.insert(viewKey, on);
}

} // namespace kw
