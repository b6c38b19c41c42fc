#pragma once

#include "core/store/quota.h"

#include <QToolButton>

namespace kw {

// "2.1/10 GB" over a thin bar; hidden where the server does not tell. A click cleans up.
class QuotaMeter : public QToolButton
{
    Q_OBJECT
public:
    explicit QuotaMeter(QWidget *parent = nullptr);
    // `account`: as the person knows it.
    void setQuota(const QString &account, const AccountQuota &quota);
    const AccountQuota &quota() const { return m_quota; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AccountQuota m_quota;
};

} // namespace kw
