#include "ui/window/helpwindows.h"

#include "ui/actions/windowactions.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFontDatabase>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class Help
{
    Q_DECLARE_TR_FUNCTIONS(kw::HelpWindows)
};

QDialog *makeDialog(QLatin1StringView objectName, const QString &title, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    setNames(dialog, objectName, title);
    dialog->setWindowTitle(title);
    return dialog;
}

QDialogButtonBox *closeButtons(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    setNames(buttons, "helpButtons"_L1, Help::tr("Actions"));
    setNames(buttons->button(QDialogButtonBox::Close), "closeHelp"_L1, Help::tr("Close"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    return buttons;
}

void addSection(QGridLayout *grid, const QString &title, const QList<QAction *> &actions)
{
    int row = grid->rowCount();
    if (!grid->isEmpty())
        grid->setRowMinimumHeight(row++, 10);
    auto *heading = plainLabel(QString(title).remove(u'&'), "shortcutHeading"_L1, grid->parentWidget());
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    grid->addWidget(heading, row++, 0, 1, 2);
    for (const QAction *action : actions) {
        if (!action || action->shortcut().isEmpty())
            continue;
        auto *keys = plainLabel(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                                "shortcutKeys"_L1, grid->parentWidget());
        setQuiet(keys);
        grid->addWidget(keys, row, 0);
        grid->addWidget(
            plainLabel(QString(action->text()).remove(u'&'), "shortcutText"_L1, grid->parentWidget()), row++,
            1);
    }
}

} // namespace

QWidget *showShortcutSheet(const WindowActions &actions, QWidget *parent)
{
    QDialog *dialog = makeDialog("shortcutSheet"_L1, Help::tr("Keyboard Shortcuts"), parent);
    auto *sheet = new QWidget(dialog);
    setNames(sheet, "shortcutTable"_L1, Help::tr("Keyboard shortcuts"));
    // Each side is a table of its own: a heading or a gap on one moves nothing on the other.
    auto *sides = new QHBoxLayout(sheet);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(36);
    std::array<QGridLayout *, 2> grids{};
    for (QGridLayout *&grid : grids) {
        auto *side = new QVBoxLayout;
        grid = new QGridLayout;
        grid->setHorizontalSpacing(18);
        grid->setVerticalSpacing(5);
        grid->setColumnStretch(1, 1);
        side->addLayout(grid);
        side->addStretch(1);
        sides->addLayout(side);
    }
    const auto sections = actions.keySections();
    for (auto [title, list] : sections) {
        list.removeIf([&actions](QAction *action) { // those of tags that do not exist
            return actions.tagKeys.contains(action) && !action->isVisible();
        });
        addSection(grids[0]->rowCount() <= grids[1]->rowCount() ? grids[0] : grids[1], title, list);
    }
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(22, 20, 22, 16);
    layout->setSpacing(16);
    layout->addWidget(sheet, 1);
    QDialogButtonBox *buttons = closeButtons(dialog);
    QPushButton *change = buttons->addButton(Help::tr("Change Keys…"), QDialogButtonBox::ActionRole);
    setNames(change, "changeKeys"_L1, Help::tr("Change keys"));
    QObject::connect(change, &QPushButton::clicked, actions.changeKeys, [dialog, run = actions.changeKeys] {
        dialog->close();
        run->trigger();
    });
    layout->addWidget(buttons);
    dialog->show();
    return dialog;
}

QWidget *showAccountsFileHelp(const QString &configDirectory, QWidget *parent)
{
    QDialog *dialog = makeDialog("accountsFileHelp"_L1, Help::tr("Accounts from a File"), parent);
    auto *text = plainLabel(
        Help::tr(
            "Kittiwake reads its accounts from the file below when it starts. A password is never written "
            "into it: it comes from the keyring or from a command."),
        "fileHelpText"_L1, dialog);
    text->setWordWrap(true);
    auto *path = plainLabel(QDir::toNativeSeparators(configDirectory + "/accounts.ini"_L1), "fileHelpPath"_L1,
                            dialog);
    path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    path->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *sample = new QPlainTextEdit(dialog);
    setNames(sample, "fileHelpSample"_L1, Help::tr("Example"));
    sample->setReadOnly(true);
    sample->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    sample->setPlainText(u"[work]\nname=Work\naddress=anna@example.org\ncolor=#3b82d6\n"
                         "imapHost=imap.example.org\nimapPort=993\nimapSecurity=tls\nimapUser=anna\n"
                         "smtpHost=smtp.example.org\nsmtpPort=465\nsmtpSecurity=tls\nsmtpUser=anna\n"
                         "passwordCommand=pass show mail/work\n"_s);
    auto *buttons = closeButtons(dialog);
    QPushButton *folder = buttons->addButton(Help::tr("Open Folder"), QDialogButtonBox::ActionRole);
    setNames(folder, "openConfigFolder"_L1, Help::tr("Open folder"));
    QObject::connect(folder, &QPushButton::clicked, dialog,
                     [configDirectory] { QDesktopServices::openUrl(QUrl::fromLocalFile(configDirectory)); });
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    for (QWidget *w :
         {static_cast<QWidget *>(text), static_cast<QWidget *>(path), static_cast<QWidget *>(sample)})
        layout->addWidget(w);
    layout->addWidget(buttons);
    dialog->resize(540, 440);
    dialog->show();
    return dialog;
}

QWidget *showAbout(QWidget *parent)
{
    QDialog *dialog = makeDialog("aboutDialog"_L1, Help::tr("About Kittiwake"), parent);
    auto *picture = new QLabel(dialog);
    picture->setObjectName("aboutPicture"_L1);
    picture->setPixmap(appIcon().pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
    auto *text = plainLabel(Help::tr("Kittiwake %1\nA desktop mail program for people with a lot of mail.")
                                .arg(QLatin1StringView(KW_VERSION)),
                            "aboutText"_L1, dialog);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(28, 24, 28, 16);
    layout->setSpacing(14);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    text->setAlignment(Qt::AlignCenter);
    layout->addWidget(text);
    layout->addWidget(closeButtons(dialog));
    dialog->show();
    return dialog;
}

} // namespace kw
