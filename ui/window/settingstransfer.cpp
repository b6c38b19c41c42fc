#include "ui/window/settingstransfer.h"

#include "core/settings/importplan.h"
#include "core/sync/engine.h"
#include "ui/settings/importdialog.h"
#include "ui/settings/shortcutkeys.h"
#include "ui/window/lookcommands.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr auto Suffix = "kittiwake-settings"_L1;

QFileDialog *fileDialog(const QString &title, QWidget *window)
{
    auto *dialog
        = new QFileDialog(window, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                          SettingsTransfer::tr("Settings of Kittiwake (*.%1)").arg(Suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName("settingsFileDialog"_L1);
    dialog->setDefaultSuffix(Suffix);
    return dialog;
}

} // namespace

SettingsTransfer::SettingsTransfer(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void SettingsTransfer::askExport(QWidget *window)
{
    QFileDialog *dialog = fileDialog(tr("Export Settings"), window);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile("kittiwake."_L1 + Suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, window = QPointer(window)](const QString &path) {
        const auto done = exportTo(path);
        if (!window)
            return;
        if (done)
            say(tr("The settings are in %1.").arg(QDir::toNativeSeparators(path)),
                tr("No password is in this file, and no command that gives one."), window);
        else
            say(done.error().text, {}, window);
    });
    dialog->open();
}

void SettingsTransfer::askImport(QWidget *window)
{
    QFileDialog *dialog = fileDialog(tr("Import Settings"), window);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, window = QPointer(window)](const QString &path) {
        if (window)
            importFrom(path, window);
    });
    dialog->open();
}

Result<void> SettingsTransfer::exportTo(const QString &path) const
{
    const auto bundle = SettingsBundle::ofProfile(m_parts.configDirectory, m_parts.engine->accounts());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(bundle.toBytes());
        if (file.commit())
            return {};
    }
    return Error{ErrorKind::Storage,
                 tr("The settings could not be written to %1 (%2). Choose another place.")
                     .arg(QDir::toNativeSeparators(path), file.errorString())};
}

ImportDialog *SettingsTransfer::importFrom(const QString &path, QWidget *window)
{
    const auto bundle = SettingsBundle::fromFile(path);
    if (!bundle) {
        say(bundle.error().text, {}, window);
        return nullptr;
    }
    const QList<AccountSettings> accounts = m_parts.engine->accounts();
    const auto here = SettingsBundle::ofProfile(m_parts.configDirectory, accounts);
    auto *dialog = new ImportDialog(ImportPlan::of(*bundle, here, accounts), bundle->left, window);
    connect(dialog, &ImportDialog::chosen, this,
            [this, bundle = *bundle, window = QPointer(window)](const ImportChoice &choice) {
                take(bundle, choice, window);
            });
    dialog->open();
    return dialog;
}

void SettingsTransfer::take(const SettingsBundle &bundle, const ImportChoice &choice, QWidget *window)
{
    m_parts.looks->change([&](UiSettings &s) {
        if (choice.settings) {
            SettingValues values = valuesOf(s);
            values.insert(bundle.settings);
            const QList<Tag> tags = s.tags;
            s = uiSettingsFrom(values);
            s.tags = tags;
        }
        if (choice.tags)
            s.tags = tagsFrom(*bundle.tags);
    });
    if (choice.keys) {
        if (SettingsFile::saveKeys(m_parts.configDirectory, *bundle.keys))
            m_parts.keys->reload();
        else
            Q_EMIT m_parts.keys->notKept();
    }
    const auto signatures
        = SignatureFile::save(m_parts.configDirectory + "/signatures.ini"_L1, choice.signatures);
    if (!signatures && window)
        say(signatures.error().text, {}, window);
    if (!choice.searches.isEmpty()) {
        const auto here = SavedSearchFile::load(m_parts.configDirectory);
        const auto saved = here ? SavedSearchFile::save(m_parts.configDirectory, *here + choice.searches)
                                : Result<void>(here.error());
        if (!saved && window)
            say(saved.error().text, {}, window);
        Q_EMIT searchesTaken();
    }
    for (const AccountSettings &account : choice.accounts)
        m_parts.engine->saveAccount(account, {});
    if (window && !choice.accounts.isEmpty())
        say(tr("%Ln account(s) taken over.", nullptr, int(choice.accounts.size())),
            tr("Passwords are in no file: each new account asks for its own once."), window);
}

void SettingsTransfer::say(const QString &sentence, const QString &detail, QWidget *window) const
{
    auto *box = new QMessageBox(QMessageBox::Information, tr("Settings"), sentence, QMessageBox::Ok, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName("settingsNotice"_L1);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(detail);
    box->open();
}

} // namespace kw
