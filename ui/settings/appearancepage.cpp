#include "ui/settings/appearancepage.h"

using namespace Qt::StringLiterals;

namespace kw {

AppearancePage::AppearancePage(QWidget *parent)
    : SettingsPage("lookPage"_L1, tr("Appearance"), "view"_L1, tr("look view list"), parent)
{
    addHeading(tr("Window"));
    addChoice(
        {"theme"_L1, u"look/theme"_s, tr("Theme"), {}, tr("colours colors dark light night mode")},
        {{tr("as the desktop"), int(Theme::System)},
         {tr("light"), int(Theme::Light)},
         {tr("dark"), int(Theme::Dark)}},
        [](const UiSettings &s) { return int(s.theme); }, [](UiSettings &s, int v) { s.theme = Theme(v); });
    addTick(
        {"readerBelow"_L1, u"look/readerBelow"_s, tr("Message below the list"),
         tr("Otherwise it is beside the list."), tr("layout panes reader reading pane vertical")},
        [](const UiSettings &s) { return s.readerBelow; },
        [](UiSettings &s, bool on) { s.readerBelow = on; });
    addHeading(tr("Message list"));
    addChoice(
        {"listMode"_L1, u"list/mode"_s, tr("Shown as"), {}, tr("layout view columns rows list mode")},
        {{tr("cards"), int(ListMode::Cards)}, {tr("table"), int(ListMode::Table)}},
        [](const UiSettings &s) { return int(s.listMode); },
        [](UiSettings &s, int v) { s.listMode = ListMode(v); });
    addChoice(
        {"density"_L1, u"list/density"_s, tr("Spacing"), {}, tr("density compact height lines rows")},
        {{tr("compact"), int(ListDensity::Compact)},
         {tr("normal"), int(ListDensity::Normal)},
         {tr("roomy"), int(ListDensity::Roomy)}},
        [](const UiSettings &s) { return int(s.density); },
        [](UiSettings &s, int v) { s.density = ListDensity(v); });
    addChoice(
        {"listText"_L1,
         u"list/textPercent"_s,
         tr("Text size"),
         {},
         tr("font letters list zoom bigger larger smaller")},
        {{tr("very small (%1 %)").arg(80), 80},
         {tr("small (%1 %)").arg(90), 90},
         {tr("as the desktop"), 100},
         {tr("large (%1 %)").arg(115), 115},
         {tr("larger (%1 %)").arg(130), 130},
         {tr("very large (%1 %)").arg(160), 160}},
        [](const UiSettings &s) { return s.listTextPercent; },
        [](UiSettings &s, int v) { s.listTextPercent = v; });
    addTick(
        {"conversations"_L1,
         u"list/conversations"_s,
         tr("Put messages of one conversation together"),
         {},
         tr("threads threading group answers replies")},
        [](const UiSettings &s) { return s.conversations; },
        [](UiSettings &s, bool on) { s.conversations = on; });
    addTick(
        {"dateGroups"_L1, u"list/dateGroups"_s, tr("Group by date"), {}, tr("today yesterday headings days")},
        [](const UiSettings &s) { return s.dateGroups; }, [](UiSettings &s, bool on) { s.dateGroups = on; });
    addTick(
        {"accountColors"_L1, u"list/accountColors"_s, tr("Show the accounts' colours"),
         tr("A thin bar before each message, in lists over several accounts."), tr("colors bar stripe")},
        [](const UiSettings &s) { return s.accountColors; },
        [](UiSettings &s, bool on) { s.accountColors = on; });
    finish();
}

} // namespace kw
