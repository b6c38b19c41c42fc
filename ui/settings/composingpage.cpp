#include "ui/settings/composingpage.h"

#include "ui/look/widgets.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

ComposingPage::ComposingPage(QWidget *parent)
    : SettingsPage("composingPage"_L1, tr("Composing"), "edit"_L1,
                   tr("compose write writing reply forward signature sending outgoing"), parent)
{
    addHeading(tr("Writing mail"));
    addText("composingText"_L1,
            tr("Kittiwake cannot write mail yet. When it can, its settings will be here. The names and "
               "addresses you write from belong to each account."),
            tr("identity identities alias sender from"));
    auto *accounts = new QPushButton(tr("Go to Accounts"), this);
    setNames(accounts, "composingAccounts"_L1, tr("Go to Accounts"));
    accounts->setAutoDefault(false);
    accounts->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addControl({"composingAccounts"_L1, {}, {}, {}, tr("identity identities alias sender from")}, accounts);
    connect(accounts, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted("accountsPage"_L1); });
    finish();
}

} // namespace kw
