#pragma once

#include "core/account/accountsettings.h"

#include <QWidget>

class QComboBox;
class QFormLayout;

namespace kw {

// How much of one account's mail is on this computer. GUI thread.
class OfflinePage : public QWidget
{
    Q_OBJECT
public:
    explicit OfflinePage(QWidget *parent = nullptr);

    void setChoices(const FolderChoices &choices);
    FolderChoices applied(FolderChoices choices) const;

Q_SIGNALS:
    void edited();

private:
    using Entries = QList<std::pair<QString, int>>;
    QComboBox *choice(QLatin1StringView name, const QString &label, const Entries &entries);
    void explain(QFormLayout *form, QLatin1StringView name, const QString &text);

    QComboBox *m_list;
    QComboBox *m_texts;
    QComboBox *m_limit;
};

} // namespace kw
