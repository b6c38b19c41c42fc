#pragma once

#include "core/search/query.h"

#include <QLineEdit>
#include <QTimer>

namespace kw {

class SearchCompletion;

// The field in the tool bar: says what is looked for, a moment after the person has typed; marks what could
// not be understood. GUI thread.
class SearchEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchEdit(QWidget *parent = nullptr);

    SearchCompletion *completion() const { return m_completion; }
    // As if it stood there always: nothing is said.
    void showQuery(const QString &query);
    void setProblems(const QList<SearchProblem> &problems);
    // Says at once what still waits for a pause in typing.
    void tellNow();
    bool isTypingTold() const { return !m_typing.isActive(); }

Q_SIGNALS:
    void queryTyped(const QString &query);
    void entered(); // Enter, or Down with nothing to choose from: to the hits
    void left(); // Esc: away from the search
    void recentWanted(); // it is empty and has the keyboard: what was looked for lately

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void drawIcons();
    void onEdited();
    void markProblems();

    QTimer m_typing;
    SearchCompletion *m_completion;
    QAction *m_icon;
    QList<SearchProblem> m_problems;
    bool m_composing = false; // an input method is at work
    bool m_marking = false;
};

} // namespace kw
