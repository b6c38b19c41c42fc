#include "ui/settings/organizingpage.h"

using namespace Qt::StringLiterals;

namespace kw {

OrganizingPage::OrganizingPage(QWidget *parent)
    : SettingsPage("organizingPage"_L1, tr("Organising"), "archive"_L1,
                   tr("organizing filing move junk folders"), parent)
{
    addHeading(tr("Archiving and moving"));
    addChoice(
        {"moveOn"_L1,
         u"list/moveOn"_s,
         tr("After archiving, deleting or moving"),
         {},
         tr("next previous message move on advance select")},
        {{tr("go to the message below"), int(MoveOn::Next)},
         {tr("go to the message above"), int(MoveOn::Previous)},
         {tr("select nothing"), int(MoveOn::Nothing)}},
        [](const UiSettings &s) { return int(s.moveOn); },
        [](UiSettings &s, int v) { s.moveOn = MoveOn(v); });
    addTick(
        {"archiveByYear"_L1, u"sync/archiveByYear"_s, tr("Archive by year"),
         tr("Into folders like Archive/2026, by the date of each message."), tr("folders yearly")},
        [](const UiSettings &s) { return s.sync.archiveByYear; },
        [](UiSettings &s, bool on) { s.sync.archiveByYear = on; });
    addHeading(tr("Deleting for good"));
    addTick(
        {"confirmDelete"_L1, u"organizing/confirmDelete"_s, tr("Ask before deleting for good"),
         tr("Where it cannot be undone, Kittiwake asks all the same."),
         tr("confirm confirmation question expunge forever trash")},
        [](const UiSettings &s) { return s.confirmDelete; },
        [](UiSettings &s, bool on) { s.confirmDelete = on; });
    addChoice(
        {"expungeGrace"_L1,
         u"sync/expungeGraceSeconds"_s,
         tr("Can be undone"),
         {},
         tr("undo delete expunge grace seconds for good")},
        {{tr("not at all"), 0},
         {tr("for 5 seconds"), 5},
         {tr("for 10 seconds"), 10},
         {tr("for 30 seconds"), 30},
         {tr("for 1 minute"), 60}},
        [](const UiSettings &s) { return s.sync.expungeGraceSeconds; },
        [](UiSettings &s, int v) { s.sync.expungeGraceSeconds = v; });
    finish();
}

} // namespace kw
