#pragma once

#include "ui/changes/changewords.h"

#include <QAbstractItemModel>

namespace kw {

class StoreReader;

// What the person did and how far it has come, those refused on top; below an action what was refused of it.
// Pages, and follows the journal: rows are kept, moved and renewed, never reset. GUI thread.
class ChangesModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    static constexpr int Page = 100;
    enum Role {
        WhereRole = Qt::UserRole + 1, // second line
        StateRole,
        TimeRole,
        ReasonRole, // why it was refused; may be empty
        ToneRole, // int(Tone)
        IconRole, // name of an icon
    };

    explicit ChangesModel(StoreReader *reader, QObject *parent = nullptr);
    void setAccounts(const AccountNames &accounts);
    void setTags(const TagLooks &tags);
    void setOnline(bool online);
    // Reads again what is shown, and the first page for the first time.
    void refresh();

    const ChangeRow *change(const QModelIndex &index) const; // of an action or of what is below it
    bool isItem(const QModelIndex &index) const { return index.internalId() != 0; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 1; }
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void refreshed(); // what is shown is what the store had a moment ago

private:
    void fetchItems(ActionId action);
    void follow(const QList<ChangeRow> &rows);
    void place(int row, const ChangeRow &now);
    void append(const QList<ChangeRow> &rows);
    void addItems(ActionId action, const QList<RefusedItem> &items);
    void forgetItems(int row);
    int rowOf(ActionId action) const;
    void allTextsChanged();
    QVariant refusedData(const RefusedItem &item, int role) const;
    QVariant changeData(const ChangeRow &row, int role) const;

    StoreReader *m_reader;
    AccountNames m_accounts;
    TagLooks m_tags;
    bool m_online = false;
    bool m_atEnd = false;
    quint64 m_ticket = 0; // of the newest question for actions
    bool m_asked = false; // it is open
    QList<ChangeRow> m_rows;
    QHash<ActionId, QList<RefusedItem>> m_items;
    QSet<ActionId> m_itemsAsked;
};

} // namespace kw
