#pragma once

#include "core/base/ids.h"
#include "core/base/mailtypes.h"

#include <QHash>
#include <QString>

namespace kw {

class ListSource;
class PagedListModel;
struct FolderRow;

// What a list says about itself: how much is in it, and why there is nothing to be seen. GUI thread.
class ListWords
{
public:
    // What the account does, as far as it is known.
    void setLiveness(AccountId account, Liveness liveness) { m_liveness.insert(account, liveness); }

    // Empty where nobody knows.
    QString counts(const PagedListModel &model, const ListSource *source) const;
    QString whyEmpty(const PagedListModel &model, const ListSource *source) const;

private:
    QString whyUnlisted(const QList<FolderRow> &folders) const;

    QHash<AccountId, Liveness> m_liveness;
};

} // namespace kw
