#include "ui/settings/searchpage.h"

#include "ui/settings/indexcare.h"

using namespace Qt::StringLiterals;

namespace kw {

SearchPage::SearchPage(Engine *engine, QWidget *parent)
    : SettingsPage("searchPage"_L1, tr("Search"), "search"_L1, tr("find query index full text"), parent)
{
    addHeading(tr("What is searched"));
    addChoice(
        {"askServers"_L1, u"search/askServers"_s, tr("Messages whose text is not here"),
         tr("Of mail that was never opened only the header is on this computer. Its server can search the "
            "rest."),
         tr("server ask remote online coverage")},
        {{tr("search on the server when I ask for it"), int(AskServers::WhenAsked)},
         {tr("always search on the server too"), int(AskServers::Always)}},
        [](const UiSettings &s) { return int(s.askServers); },
        [](UiSettings &s, int v) { s.askServers = AskServers(v); });
    addTick(
        {"quotedText"_L1, u"search/quotedText"_s, tr("Also in quoted text"),
         tr("What an answer repeats of the messages before it."), tr("quotes replies answers")},
        [](const UiSettings &s) { return s.quotedText; }, [](UiSettings &s, bool on) { s.quotedText = on; });
    if (engine) {
        addHeading(tr("The index"));
        addControl({"index"_L1, {}, {}, {}, tr("rebuild size damaged space")}, new IndexCare(engine, this));
    }
    finish();
}

} // namespace kw
