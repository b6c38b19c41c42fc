#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace kw {

class Spinner;

// The reader without a message: nothing chosen, loading, failed, several chosen.
class PlaceholderPage : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceholderPage(QWidget *parent = nullptr);
    void showText(QLatin1StringView iconName, const QString &title, const QString &detail,
                  const QString &button = {});
    void showBusy(const QString &title, const QString &detail = {});
    bool isBusy() const;
    QString title() const;
    QString detail() const;

Q_SIGNALS:
    void buttonClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();
    QString m_iconName;
    QLabel *m_icon;
    Spinner *m_spinner;
    QLabel *m_title;
    QLabel *m_detail;
    QPushButton *m_button;
};

} // namespace kw
