#include "tests/shots/shooter.h"

#include "core/store/pages.h"
#include "core/store/personfacts.h"
#include "ui/messages/messagelistpane.h"
#include "ui/people/personcard.h"
#include "ui/people/persontagsedit.h"
#include "ui/window/personcards.h"

#include <QHash>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// Who wrote most with attachments.
Address mostAttached(WindowFixture &fixture)
{
    QHash<QString, int> counts;
    Address most;
    const Pages pages(fixture.database());
    for (const MessageRow &row :
         pages.messages(ViewId::unified(FolderRole::Inbox), {}, 500, {.attachmentsOnly = true})) {
        if (++counts[row.from.email] > counts.value(most.email, 0))
            most = row.from;
    }
    return most;
}

} // namespace

// The quick filter, and a person's card.
void Shooter::shootPeople(MainWindow &window, WindowFixture &fixture)
{
    window.list()->setFilter({.unreadOnly = true, .knownOnly = false, .tag = u"$label1"_s});
    save(window, u"filter-nothing"_s);
    window.list()->setFilter({.attachmentsOnly = true});
    window.list()->setFilterKept(true);
    save(window, u"filter"_s);
    window.list()->setFilterKept(false);
    window.list()->setFilter({});
    PersonCard *card = window.people()->open(mostAttached(fixture));
    if (!card) {
        fail(u"nobody wrote with attachments"_s);
        return;
    }
    const auto *attached = card->findChild<QListWidget *>(u"personAttachments"_s);
    if (!QTest::qWaitFor([&] { return attached->count() > 0; }, 5000))
        fail(u"the card has no attachments"_s);
    auto *field = card->findChild<QLineEdit *>(u"personTagField"_s);
    for (const QString &tag : {u"family"_s, u"choir"_s}) {
        field->setText(tag);
        QTest::keyClick(field, Qt::Key_Return);
    }
    save(*card, u"person"_s);
    card->close();
    QFile::remove(fixture.directory() + "/people.ini"_L1);
}

} // namespace kw
