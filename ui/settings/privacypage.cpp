#include "ui/settings/privacypage.h"

#include "ui/look/widgets.h"
#include "ui/settings/allowedpictures.h"
#include "ui/settings/secretspage.h"

#include <QDir>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

PrivacyPage::PrivacyPage(const QString &configDirectory, const QString &logDirectory, Vault *vault,
                         QWidget *parent)
    : SettingsPage("privacyPage"_L1, tr("Privacy"), "lock"_L1, tr("security safety"), parent)
{
    addHeading(tr("Mail"));
    addText(
        "remoteText"_L1,
        tr("Pictures that lie on the web are loaded only where you allow it, tracking pictures and all other "
           "parts never, and scripts never run, so senders do not learn that you read their mail."),
        tr("remote images content tracking pixels block javascript"));
    addText("linkText"_L1,
            tr("Where a link really goes is shown at the bottom of the window. Links open in your browser; "
               "one that "
               "is not what it seems, or comes from somebody new, only after a question."),
            tr("links phishing warning url web address"));
    addControl(
        {"allowedPictures"_L1, {}, tr("Always shown"), {}, tr("remote images allowed senders domains trust")},
        new AllowedPictures(configDirectory, this));
    if (vault) {
        addHeading(tr("Passwords"));
        addControl({"secrets"_L1, {}, {}, {}, tr("keyring passphrase secret encrypted file ask wallet safe")},
                   new SecretsPage(vault, this));
    }
    addHeading(tr("On this computer"));
    addChoice(
        {"vanishedDays"_L1, u"sync/vanishedDays"_s, tr("Keep what vanished"),
         tr("Messages that another program deletes can be restored for so long, if their text is on this "
            "computer."),
         tr("deleted elsewhere restore recover recently vanished days")},
        {{tr("not at all"), 0},
         {tr("1 day"), 1},
         {tr("3 days"), 3},
         {tr("7 days"), 7},
         {tr("14 days"), 14},
         {tr("30 days"), 30},
         {tr("90 days"), 90}},
        [](const UiSettings &s) { return s.sync.vanishedDays; },
        [](UiSettings &s, int v) { s.sync.vanishedDays = v; });
    if (!logDirectory.isEmpty())
        addLog(logDirectory);
    finish();
}

void PrivacyPage::addLog(const QString &directory)
{
    auto *open = new QPushButton(tr("Open Folder"), this);
    setNames(open, "openLog"_L1, tr("Open the folder of the log"));
    open->setAutoDefault(false);
    open->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addControl({"log"_L1,
                {},
                tr("Log"),
                tr("Says what went wrong, for reports: never a password and no mail. At most 3 MB in %1.")
                    .arg(QDir::toNativeSeparators(directory)),
                tr("diagnosis debug report problems errors protocol")},
               open);
    connect(open, &QPushButton::clicked, this, [this, directory] { Q_EMIT folderWanted(directory); });
}

} // namespace kw
