#include "ui/settings/generalpage.h"

#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

GeneralPage::GeneralPage(QWidget *parent)
    : SettingsPage("generalPage"_L1, tr("General"), "settings"_L1, tr("basics common"), parent)
{
    addHeading(tr("Program"));
    addChoice(
        {"language"_L1, u"general/language"_s, tr("Language"),
         tr("Counts from the next start of Kittiwake on."), tr("translation German Deutsch English")},
        {{tr("as the desktop"), int(Language::System)},
         {u"English"_s, int(Language::English)},
         {u"Deutsch"_s, int(Language::German)}},
        [](const UiSettings &s) { return int(s.language); },
        [](UiSettings &s, int v) { s.language = Language(v); });
    addHeading(tr("At the start"));
    addChoice(
        {"startView"_L1, u"general/startView"_s, tr("Show"), {}, tr("start open launch begin startup")},
        {{tr("what was open last"), int(StartView::Last)},
         {tr("the inbox of all accounts"), int(StartView::Inbox)}},
        [](const UiSettings &s) { return int(s.startView); },
        [](UiSettings &s, int v) { s.startView = StartView(v); });
    addTick(
        {"startOnline"_L1, u"general/startOnline"_s, tr("Go online"),
         tr("Otherwise Kittiwake starts offline, until you go online yourself."),
         tr("offline network connect startup launch")},
        [](const UiSettings &s) { return s.startOnline; },
        [](UiSettings &s, bool on) { s.startOnline = on; });
    addTransfer();
    finish();
}

void GeneralPage::addTransfer()
{
    addHeading(tr("All settings as a file"));
    auto *buttons = new QWidget(this);
    setNames(buttons, "transferButtons"_L1, tr("Settings as a file"));
    auto *out = new QPushButton(tr("Export…"), buttons);
    auto *in = new QPushButton(tr("Import…"), buttons);
    setNames(out, "exportSettings"_L1, tr("Export settings"));
    setNames(in, "importSettings"_L1, tr("Import settings"));
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {out, in}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    addControl({"transfer"_L1,
                {},
                tr("Another computer"),
                tr("Look, keys, tags and accounts, without any password. Before anything is taken from a "
                   "file, you see what would change."),
                tr("export import backup copy move save load transfer file")},
               buttons);
    connect(out, &QPushButton::clicked, this, &GeneralPage::exportWanted);
    connect(in, &QPushButton::clicked, this, &GeneralPage::importWanted);
}

} // namespace kw
