#pragma once

#include "ui/look/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace kw {

struct BannerButton {
    QString text;
    std::function<void()> pressed;
    QList<BannerButton> choices = {}; // a menu instead of `pressed`
};

// One matter: an icon, a sentence, buttons. The text is never read as markup.
class Banner : public QFrame
{
    Q_OBJECT
public:
    Banner(const QString &objectName, Tone tone, QLatin1StringView iconName, const QString &text,
           const QList<BannerButton> &buttons, QWidget *parent = nullptr);
    QString text() const;
    void setText(const QString &text);
    Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    Tone m_tone;
    QLatin1StringView m_iconName;
    QLabel *m_icon;
    QLabel *m_text;
};

// Banners below each other; takes no room while there is none.
class BannerStack : public QWidget
{
    Q_OBJECT
public:
    explicit BannerStack(QWidget *parent = nullptr);
    Banner *add(const QString &objectName, Tone tone, QLatin1StringView iconName, const QString &text,
                const QList<BannerButton> &buttons = {});
    Banner *find(const QString &objectName) const;
    void remove(const QString &objectName);
    void clear();
    int count() const;

private:
    QVBoxLayout *m_layout;
};

} // namespace kw
