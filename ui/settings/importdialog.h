#pragma once

#include "core/settings/importplan.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace kw {

// What the person takes from a file of settings.
struct ImportChoice {
    bool settings = false;
    bool tags = false;
    bool keys = false;
    Signatures signatures;
    QList<SavedSearch> searches;
    QList<AccountSettings> accounts;

    bool isEmpty() const
    {
        return !settings && !tags && !keys && signatures.isEmpty() && searches.isEmpty()
            && accounts.isEmpty();
    }
};

// Shows what a file of settings would change and lets one choose. Accounts that are here already, pinned
// certificates and clear text are taken only when ticked. Deletes itself when closed. GUI thread.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    // `left` is what stood in the file and cannot be taken.
    ImportDialog(const ImportPlan &plan, const QStringList &left, QWidget *parent);
    ImportChoice choice() const;

Q_SIGNALS:
    void chosen(const kw::ImportChoice &choice);

private:
    void fill();
    void addSettings();
    void addAccount(const AccountImport &import);
    void onTicked(QTreeWidgetItem *item);
    QTreeWidgetItem *addPart(const QString &text, bool ticked);
    QString leftText() const;

    ImportPlan m_plan;
    QStringList m_left;
    QTreeWidget *m_list;
    QLabel *m_text;
    QPushButton *m_import;
    QTreeWidgetItem *m_settings = nullptr;
    QTreeWidgetItem *m_tags = nullptr;
    QTreeWidgetItem *m_keys = nullptr;
    QTreeWidgetItem *m_signatures = nullptr;
    QTreeWidgetItem *m_searches = nullptr;
    QList<QTreeWidgetItem *> m_accounts; // as in the plan
    QList<QTreeWidgetItem *> m_trust; // of each account; null where nothing is to be trusted
};

} // namespace kw
