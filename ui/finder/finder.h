#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace kw {

struct FinderEntry {
    QString text;
    QString detail; // at the line's end, quiet: a key, an account
    QIcon icon;
    std::function<void()> run;
};

// Type a few letters, press Enter: one of many entries is done. Over the middle of its window; goes when
// something else is clicked; deletes itself. GUI thread.
class Finder : public QDialog
{
    Q_OBJECT
public:
    Finder(const QString &title, const QString &hint, const QList<FinderEntry> &entries, QWidget *window);

    // An entry for whatever is typed, below all others; not where nothing is.
    void setLast(std::function<FinderEntry(const QString &typed)> last) { m_last = std::move(last); }
    QStringList shown() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build(const QString &title, const QString &hint);
    void place();
    void narrow();
    void runCurrent();

    void add(const FinderEntry &entry, qsizetype place);

    QList<FinderEntry> m_entries;
    std::function<FinderEntry(const QString &)> m_last;
    FinderEntry m_lastEntry;
    QIcon m_noIcon;
    int m_lineHeight = 0;
    QLineEdit *m_text;
    QTreeWidget *m_list;
};

} // namespace kw
