#pragma once

#include <QDialog>

class QPushButton;

namespace kw {

// Shows a report exactly as it will be copied. Not modal; deletes itself when closed. GUI thread.
class ReportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ReportDialog(const QString &report, QWidget *parent = nullptr);

private:
    void copy();

    const QString m_report;
    QPushButton *m_copy;
};

} // namespace kw
