#include "tests/shots/shooter.h"

#include "core/settings/settingsbundle.h"
#include "ui/settings/importdialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/settingstransfer.h"
#include "ui/window/windowdialogs.h"

#include <QFile>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace kw {

void Shooter::shootSettings(MainWindow &window)
{
    SettingsDialog *settings = window.dialogs()->openSettings();
    save(*settings, u"settings"_s);
    for (const auto &page : {"lookPage"_L1, "readingPage"_L1, "composingPage"_L1, "privacyPage"_L1}) {
        settings->showPage(page);
        save(*settings, u"settings-"_s + QString(page).chopped(4));
    }
    auto *search = settings->findChild<QLineEdit *>(u"settingsSearch"_s);
    search->setText(u"text size"_s);
    save(*settings, u"settings-search"_s);
    search->setText(u"zeppelin"_s);
    save(*settings, u"settings-nothing"_s);
    search->clear();
    settings->showAccounts();
    save(*settings, u"settings-accounts"_s);
    settings->showKeys();
    save(*settings, u"settings-keyboard"_s);
    shootImport(window, *settings);
    settings->close();
}

void Shooter::shootImport(MainWindow &window, SettingsDialog &settings)
{
    SettingsBundle bundle;
    bundle.settings = {{u"look/readerBelow"_s, u"true"_s}, {u"list/density"_s, u"2"_s}};
    bundle.keys = SettingValues{{u"archive"_s, u"Y"_s}};
    AccountSettings fresh;
    fresh.key = u"club"_s;
    fresh.name = u"Rowing club"_s;
    fresh.address = u"anna@club.example"_s;
    fresh.imap = {u"imap.club.example"_s, 993, ConnectionSecurity::Tls, u"anna"_s};
    AccountSettings bare = fresh;
    bare.key = u"old"_s;
    bare.name = u"Old server"_s;
    bare.imap = {u"mail.old.example"_s, 143, ConnectionSecurity::None, u"anna"_s};
    bare.clearTextConfirmed = true;
    bundle.accounts = {fresh, bare};
    QFile file(m_directory.filePath(u"import.kittiwake-settings"_s));
    if (!file.open(QIODevice::WriteOnly))
        return fail(u"cannot write "_s + file.fileName());
    file.write(bundle.toBytes());
    file.close();
    ImportDialog *dialog = window.dialogs()->transfer()->importFrom(file.fileName(), &settings);
    save(*dialog, u"settings-import"_s);
    dialog->close();
    file.remove();
}

} // namespace kw
