#pragma once

#include "core/doctor/finding.h"
#include "core/sync/engine.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace kw {

class FindingsModel;
class Spinner;

// "Check this account": the findings of one examination as they come, what to do about each, and a report to
// be copied. Not modal; deletes itself when closed, which ends the examination. GUI thread.
class DoctorDialog : public QDialog
{
    Q_OBJECT
public:
    // Without a key: the person chooses.
    DoctorDialog(Engine *engine, const QString &accountKey, QWidget *parent = nullptr);
    ~DoctorDialog() override;

    void examine(const QString &accountKey);
    QString accountKey() const;

Q_SIGNALS:
    // The person wants to do what a finding advises.
    void remedyWanted(kw::Remedy remedy, const QString &accountKey);

private:
    void build();
    void buildTop(QVBoxLayout *layout);
    void buildDetails(QVBoxLayout *layout);
    void buildButtons(QVBoxLayout *layout);
    void fillAccounts(const QString &key);
    void start();
    void onPlanned(int examination, const QList<Finding> &findings);
    void onFound(int examination, const Finding &finding);
    void onFinished(int examination, const QString &error);
    void showSummary();
    void showCurrent();
    void pressRemedy();
    void openReport();
    QPushButton *makeButton(QLatin1StringView name, const QString &text);

    Engine *m_engine;
    FindingsModel *m_model;
    QComboBox *m_accounts = nullptr;
    Spinner *m_spinner = nullptr;
    QLabel *m_summary = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_details = nullptr;
    QPushButton *m_remedy = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_report = nullptr;
    QTimer m_layout;
    int m_examination = 0; // 0: none runs
    bool m_chosen = false; // the person went to a line themselves
    QString m_error;
};

// What the button of a remedy says; empty: there is none.
QString remedyText(Remedy remedy);

} // namespace kw

Q_DECLARE_METATYPE(kw::Remedy)
