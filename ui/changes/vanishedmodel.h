#pragma once

#include "core/store/vanishedrow.h"
#include "ui/changes/changewords.h"

#include <QAbstractTableModel>

namespace kw {

class StoreReader;

// Messages that another program removed and whose text is here, newest first. Pages, and follows the store:
// rows come and go, the list is never reset. GUI thread.
class VanishedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int Page = 200;
    enum Column { Subject, Sender, Folder, Vanished, Left, ColumnCount };

    explicit VanishedModel(StoreReader *reader, QObject *parent = nullptr);
    void setAccounts(const AccountNames &accounts);
    // 0: nothing is kept, so nothing is shown.
    void setDays(int days);
    void refresh();

    const VanishedRow *row(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void refreshed();

private:
    void follow(const QList<VanishedRow> &rows);
    void append(const QList<VanishedRow> &rows);
    qint64 since() const;
    QString text(const VanishedRow &row, int column) const;
    QString place(const VanishedRow &row) const;
    QString daysLeft(const VanishedRow &row) const;

    StoreReader *m_reader;
    AccountNames m_accounts;
    int m_days = 0;
    bool m_atEnd = false;
    bool m_asked = false;
    quint64 m_ticket = 0;
    QList<VanishedRow> m_rows;
};

} // namespace kw
