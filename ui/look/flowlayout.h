#pragma once

#include <QLayout>
#include <QList>

namespace kw {

// Items side by side, wrapped into as many lines as the width needs, from the leading edge or centred.
// Mirrors itself for right-to-left. An item that expands takes what is left of its line.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent, int spacing);
    ~FlowLayout() override;
    void setCentred(bool on) { m_centred = on; }
    void addItem(QLayoutItem *item) override;
    void insertWidget(int index, QWidget *widget);
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool really) const;
    void placeLine(const QRect &rect, int y, const QList<std::pair<QLayoutItem *, QSize>> &line) const;
    QList<QLayoutItem *> m_items;
    bool m_centred = false;
};

} // namespace kw
