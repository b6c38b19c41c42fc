#include "ui/settings/downloadpage.h"

#include "ui/settings/storagepage.h"

using namespace Qt::StringLiterals;

namespace kw {

DownloadPage::DownloadPage(Engine *engine, QWidget *parent)
    : SettingsPage("downloadPage"_L1, tr("Storage"), "storage"_L1, tr("disk space cache size offline"),
                   parent)
{
    addHeading(tr("Downloaded ahead"));
    addChoice(
        {"prefetchDays"_L1, u"sync/prefetchDays"_s, tr("Download whole messages"),
         tr("What is downloaded can be read offline, and opens at once."),
         tr("prefetch offline bodies ahead sync")},
        {{tr("only when opened"), 0},
         {tr("of the last week"), 7},
         {tr("of the last month"), 30},
         {tr("of the last year"), 365},
         {tr("of all time"), 36'500}},
        [](const UiSettings &s) { return s.sync.prefetchDays; },
        [](UiSettings &s, int v) { s.sync.prefetchDays = v; });
    addChoice(
        {"prefetchMax"_L1,
         u"sync/prefetchMaxBytes"_s,
         tr("Not larger than"),
         {},
         tr("largest size limit attachments prefetch")},
        {{tr("%1 KB").arg(256), 256},
         {tr("%1 MB").arg(1), 1024},
         {tr("%1 MB").arg(10), 10 * 1024},
         {tr("%1 MB").arg(50), 50 * 1024}},
        [](const UiSettings &s) { return int(s.sync.prefetchMaxBytes >> 10); },
        [](UiSettings &s, int v) { s.sync.prefetchMaxBytes = qint64(v) << 10; });
    addChoice(
        {"wholeUpTo"_L1, u"sync/wholeUpToBytes"_s, tr("Large attachments come with a message up to"),
         tr("Those of larger messages are downloaded when they are opened or saved."),
         tr("attachments on demand size limit whole opened")},
        {{tr("%1 KB").arg(256), 256},
         {tr("%1 MB").arg(1), 1024},
         {tr("%1 MB").arg(10), 10 * 1024},
         {tr("any size"), 1 << 30}},
        [](const UiSettings &s) { return int(s.sync.wholeUpToBytes >> 10); },
        [](UiSettings &s, int v) { s.sync.wholeUpToBytes = qint64(v) << 10; });
    addHeading(tr("On this computer"));
    addChoice(
        {"bodyBudget"_L1, u"sync/bodyBudgetBytes"_s, tr("Room for messages"),
         tr("Beyond that, the messages not read for longest are removed from this computer; they stay "
            "on the server."),
         tr("budget cache limit disk space size clean")},
        {{tr("%1 MB").arg(500), 500},
         {tr("%1 GB").arg(2), 2048},
         {tr("%1 GB").arg(10), 10 * 1024},
         {tr("%1 GB").arg(50), 50 * 1024}},
        [](const UiSettings &s) { return int(s.sync.bodyBudgetBytes >> 20); },
        [](UiSettings &s, int v) { s.sync.bodyBudgetBytes = qint64(v) << 20; });
    addHeading(tr("Searching"));
    addTick(
        {"attachmentText"_L1, u"search/attachmentText"_s, tr("Find what attachments say"),
         tr("The words of PDF and office files, where a tool that reads them is installed. Their names are "
            "always found."),
         tr("search index full text pdf documents office attachments content")},
        [](const UiSettings &s) { return s.sync.attachmentTexts; },
        [](UiSettings &s, bool on) { s.sync.attachmentTexts = on; });
    if (engine) {
        addHeading(tr("Each account"));
        addControl({"storage"_L1, {}, {}, {}, tr("space room disk cache limit full free quota size")},
                   new StoragePage(engine, this));
    }
    finish();
}

} // namespace kw
