#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace kw {

struct Question {
    QLatin1StringView objectName;
    QString title;
    QString text;
    QString detail;
    QString yes; // the button's text
};
// Asked over the window without stopping anything else; `agreed` runs on yes. Enter alone answers no.
void ask(const Question &question, QWidget *window, const std::function<void()> &agreed);

struct NameQuestion {
    QLatin1StringView objectName;
    QString title;
    QString label;
    QString text; // as it is now
    std::function<QString(const QString &)> faultOf = {}; // a sentence if this cannot be the name
    bool isSuggestion = false; // `text` is, and may be taken as it stands
};
// Likewise; `named` gets a name without fault that is neither empty nor what it was.
void askForName(const NameQuestion &question, QWidget *window,
                const std::function<void(const QString &)> &named);

} // namespace kw
