#pragma once

#include "core/base/mailtypes.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>

// Small pieces shared by the panes.
namespace kw {

// One line of plain text that ends in "…" where there is no room; the tooltip then has all of it.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setFullText(const QString &text);
    QString fullText() const { return m_full; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();
    QString m_full;
};

// A person's initials on a steady colour.
class Avatar : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(int side, QWidget *parent = nullptr);
    void setAddress(const Address &address);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Address m_address;
};

// A turning arc; asks for no time while hidden.
class Spinner : public QWidget
{
    Q_OBJECT
public:
    explicit Spinner(int side, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    int m_timer = 0;
    int m_angle = 0;
};

// A flat tool button with one of our icons; `name` is also said by screen readers and shown as tooltip.
QToolButton *flatButton(QLatin1StringView iconName, const QString &name, QLatin1StringView objectName,
                        QWidget *parent);
// Gives a widget its object name and accessible name.
void setNames(QWidget *widget, QLatin1StringView objectName, const QString &accessibleName);
// A label that never reads markup out of mail or servers, and follows its palette role.
QLabel *plainLabel(const QString &text, QLatin1StringView objectName, QWidget *parent);
void setQuiet(QWidget *widget); // the palette's lesser text colour, following theme changes

} // namespace kw
