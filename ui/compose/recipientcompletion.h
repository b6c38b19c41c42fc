#pragma once

#include "core/base/mailtypes.h"

#include <QObject>
#include <QPointer>

class QKeyEvent;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace kw {

class People;

// People whom what is typed may mean, in a list below the line; the focus stays in the line. GUI thread.
class RecipientCompletion : public QObject
{
    Q_OBJECT
public:
    explicit RecipientCompletion(QLineEdit *line);
    ~RecipientCompletion() override;

    void setPeople(People *people); // not owned, may be null
    // `already`: who need not be suggested.
    void suggestFor(const QString &typed, const QList<Address> &already);
    void close();
    bool isOpen() const;
    // True: the key meant something here.
    bool takeKey(const QKeyEvent *event);

Q_SIGNALS:
    void taken(const kw::Address &address);

private:
    void build();
    void place();
    void setCurrent(int row);
    void announce() const;
    void takeCurrent();

    QLineEdit *m_line;
    QPointer<People> m_people;
    QStandardItemModel *m_model;
    QPointer<QListView> m_list; // a child of the line's window, made when it is first needed
};

} // namespace kw
