#include "ui/settings/readingpage.h"

using namespace Qt::StringLiterals;

namespace kw {

ReadingPage::ReadingPage(QWidget *parent)
    : SettingsPage("readingPage"_L1, tr("Reading"), "mark-read"_L1, tr("reader message view"), parent)
{
    addHeading(tr("While you read"));
    addChoice(
        {"markReadDelay"_L1,
         u"reading/markReadDelayMs"_s,
         tr("Mark as read"),
         {},
         tr("seen unread delay seconds")},
        {{tr("at once"), 0},
         {tr("after 1 second"), 1000},
         {tr("after 3 seconds"), 3000},
         {tr("after 10 seconds"), 10'000},
         {tr("never by itself"), UiSettings::MarkReadOff}},
        [](const UiSettings &s) { return s.markReadDelayMs; },
        [](UiSettings &s, int v) { s.markReadDelayMs = v; });
    addHeading(tr("Text of messages"));
    addChoice(
        {"zoom"_L1, u"reading/zoomPercent"_s, tr("Text size"),
         tr("The keys for larger and smaller change it until the next start only."),
         tr("zoom font letters bigger larger smaller")},
        {{u"80 %"_s, 80},
         {u"90 %"_s, 90},
         {tr("usual (100 %)"), 100},
         {u"110 %"_s, 110},
         {u"125 %"_s, 125},
         {u"150 %"_s, 150},
         {u"200 %"_s, 200}},
        [](const UiSettings &s) { return s.zoomPercent; }, [](UiSettings &s, int v) { s.zoomPercent = v; });
    addTick(
        {"preferPlain"_L1, u"reading/preferPlain"_s, tr("Plain text instead of formatted mail"),
         tr("The menu of a message shows it formatted all the same."), tr("html format formatting")},
        [](const UiSettings &s) { return s.preferPlain; },
        [](UiSettings &s, bool on) { s.preferPlain = on; });
    addTick(
        {"fixedWidth"_L1,
         u"reading/fixedWidth"_s,
         tr("Plain text in fixed-width letters"),
         {},
         tr("monospace font typewriter code")},
        [](const UiSettings &s) { return s.fixedWidthText; },
        [](UiSettings &s, bool on) { s.fixedWidthText = on; });
    finish();
}

} // namespace kw
