#include "ui/settings/keyedit.h"

#include <QSignalBlocker>

namespace kw {

void KeyEdit::keyPressEvent(QKeyEvent *event)
{
    const QSignalBlocker quiet(this);
    QKeySequenceEdit::keyPressEvent(event);
}

void KeyEdit::keyReleaseEvent(QKeyEvent *event)
{
    QKeySequenceEdit::keyReleaseEvent(event);
    if (keySequence().isEmpty())
        Q_EMIT nothingTyped();
}

void KeyEdit::focusOutEvent(QFocusEvent *event)
{
    QKeySequenceEdit::focusOutEvent(event);
    if (keySequence().isEmpty())
        Q_EMIT nothingTyped();
}

} // namespace kw
