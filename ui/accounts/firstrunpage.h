#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace kw {

class BannerStack;

// What the window shows while there is no account.
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget *parent = nullptr);
    // The demo needs a mail server on this computer; `sentence` says what is missing. Empty: it can run.
    void setDemoProblem(const QString &sentence);

Q_SIGNALS:
    void addAccountRequested();
    void demoRequested();
    void fileHelpRequested();

private:
    QPushButton *m_demo;
    QLabel *m_demoText;
};

} // namespace kw
