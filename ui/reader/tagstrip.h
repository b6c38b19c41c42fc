#pragma once

#include "ui/look/tags.h"

#include <QWidget>

namespace kw {

// The open message's tags. GUI thread.
class TagStrip : public QWidget
{
    Q_OBJECT
public:
    explicit TagStrip(QWidget *parent = nullptr);
    void setTags(const QList<Tag> &tags);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Tag> m_tags;
};

} // namespace kw
