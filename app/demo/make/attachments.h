#pragma once

#include "app/demo/make/mimewriter.h"

namespace kw::demo {

// A file made from its name alone (report.pdf, harbour.png, build.log, budget.xlsx, slides.zip …): real,
// openable files. Names found below :/demo/files are taken from there. Deterministic.
Part attachment(const QString &fileName);
// A picture for HTML, referred to as cid:NAME@demo.example.
Part inlinePicture(const QString &fileName);
// text/calendar; method=REQUEST: one hour, two days after `nowSeconds` at ten in the morning UTC.
Part invitation(const QString &summary, const QString &organizer, const QString &attendee, qint64 nowSeconds);

} // namespace kw::demo
