#include "ui/messages/listaccessible.h"

#include "ui/messages/messagelistview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace kw {

namespace {
// One row. Made when it is asked for and kept by Qt's cache until the view goes.
class RowAccessible final : public QAccessibleInterface
{
public:
    RowAccessible(MessageListView *view, int row)
        : m_view(view)
        , m_row(row)
    {
    }
    bool isValid() const override { return m_view && m_view->model() && m_row < m_view->model()->rowCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    int row() const { return m_row; }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid())
            return {};
        return m_view->model()->index(m_row, 0).data(Qt::AccessibleTextRole).toString();
    }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->rowRect(m_row);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = state.focusable = state.multiSelectable = true;
        state.selected = m_view->selectionModel()->isSelected(m_view->model()->index(m_row, 0));
        state.focused = m_view->hasFocus() && m_view->currentRow() == m_row;
        state.offscreen = !m_view->rowRect(m_row).intersects(m_view->viewport()->rect());
        return state;
    }

private:
    QPointer<MessageListView> m_view;
    int m_row;
};

class ListAccessible final : public QAccessibleWidget
{
public:
    explicit ListAccessible(MessageListView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }
    ~ListAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_rows))
            QAccessible::deleteAccessibleInterface(id);
    }
    MessageListView *view() const { return qobject_cast<MessageListView *>(object()); }
    int childCount() const override { return view() && view()->model() ? view()->model()->rowCount() : 0; }
    QAccessibleInterface *child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        if (const auto known = m_rows.constFind(row); known != m_rows.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *child = new RowAccessible(view(), row);
        m_rows.insert(row, QAccessible::registerAccessibleInterface(child));
        return child;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QModelIndex index = view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return index.isValid() ? child(index.row()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *interface) const override
    {
        const auto *row = dynamic_cast<const RowAccessible *>(interface);
        return row ? row->row() : -1;
    }
    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->currentRow()) : nullptr;
    }

private:
    mutable QHash<int, QAccessible::Id> m_rows;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<MessageListView *>(object))
        return new ListAccessible(view);
    return nullptr;
}
} // namespace

void installListAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace kw
