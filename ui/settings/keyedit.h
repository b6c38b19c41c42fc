#pragma once

#include <QKeySequenceEdit>

namespace kw {

// Tells of a key only when all of it has been typed: Qt's own field first says that there is none, and says
// so again for a Ctrl that nothing follows. None is meant where the field's button clears it. GUI thread.
class KeyEdit : public QKeySequenceEdit
{
    Q_OBJECT
public:
    using QKeySequenceEdit::QKeySequenceEdit;

Q_SIGNALS:
    void nothingTyped(); // only modifiers; the field is empty now

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace kw
