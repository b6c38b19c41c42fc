#include "core/store/acquaintances.h"
#include "ui/compose/people.h"
#include "ui/compose/peopleindex.h"
#include "ui/compose/recipientchip.h"
#include "ui/compose/recipientsedit.h"
#include "ui/compose/recipienttext.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace kw;

using Addresses = QList<Address>;

namespace {

const Address Anna{u"Anna Becker"_s, u"anna@example.org"_s};
const Address Lars{u"Lars Hansen"_s, u"lars@example.org"_s};
const Address Jose{u"José García"_s, u"jose@example.net"_s};

// A window with two fields, as a composer has them, over a cache that knows some people.
struct Fields {
    explicit Fields(Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        window.setLayoutDirection(direction);
        auto *layout = new QVBoxLayout(&window);
        to = new RecipientsEdit("toField"_L1, u"To"_s, &window);
        cc = new RecipientsEdit("ccField"_L1, u"Cc"_s, &window);
        layout->addWidget(to);
        layout->addWidget(cc);
        layout->addStretch(1);
        window.resize(500, 400);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no window");
        to->setFocus();
    }

    static QLineEdit *line(const RecipientsEdit *field) { return field->findChild<QLineEdit *>(); }
    // In the order they are shown.
    static QList<RecipientChip *> chips(const RecipientsEdit *field)
    {
        QList<RecipientChip *> out;
        for (RecipientChip *chip : field->findChildren<RecipientChip *>()) {
            if (!chip->isHidden())
                out.append(chip);
        }
        return out;
    }
    QListView *list() const { return window.findChild<QListView *>("recipientSuggestions"_L1); }
    void type(const QString &text) const { QTest::keyClicks(line(to), text); }
    static void key(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(widget, key, modifiers);
    }
    static QWidget *focus() { return QApplication::focusWidget(); }
    RecipientChip *focusedChip() const { return qobject_cast<RecipientChip *>(focus()); }

    QWidget window;
    RecipientsEdit *to;
    RecipientsEdit *cc;
};

class Known
{
public:
    Known()
    {
        auto db = Database::open(m_dir.path(), Database::Mode::ReadWrite);
        if (!db)
            qFatal("no database");
        Transaction txn(**db);
        Acquaintances acquaintances(**db);
        for (int i = 0; i < 3; ++i)
            acquaintances.noteWritten({Anna}, 1'700'000'000);
        acquaintances.noteWritten({Lars, Jose}, 1'700'000'000);
        if (!txn.commit())
            qFatal("no commit");
    }
    QString directory() const { return m_dir.path(); }
    std::unique_ptr<People> people() const
    {
        auto out = std::make_unique<People>(m_dir.path(), m_dir.path());
        if (!QTest::qWaitFor([&out] { return out->isLoaded(); }))
            qFatal("not loaded");
        return out;
    }

private:
    QTemporaryDir m_dir;
};

QString shown(const QList<Suggestion> &suggestions)
{
    QStringList out;
    for (const Suggestion &one : suggestions)
        out.append(one.address.email);
    return out.join(u' ');
}

} // namespace

class RecipientsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- text

    void pasted_lists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Addresses>("expected");
        QTest::newRow("commas") << u"anna@example.org, Lars Hansen <lars@example.org>"_s
                                << Addresses{{{}, u"anna@example.org"_s}, Lars};
        QTest::newRow("semicolons") << u"Anna Becker <anna@example.org>;Lars Hansen <lars@example.org>;"_s
                                    << Addresses{Anna, Lars};
        QTest::newRow("lines") << u"Anna Becker <anna@example.org>\r\nLars Hansen <lars@example.org>\n\n"_s
                               << Addresses{Anna, Lars};
        QTest::newRow("quoted") << u"\"Becker, Anna\" <anna@example.org>, x@y.org"_s
                                << Addresses{{u"Becker, Anna"_s, u"anna@example.org"_s}, {{}, u"x@y.org"_s}};
        QTest::newRow("outlook") << u"Becker, Anna <anna@example.org>; Hansen, Lars <lars@example.org>"_s
                                 << Addresses{{u"Becker, Anna"_s, u"anna@example.org"_s},
                                              {u"Hansen, Lars"_s, u"lars@example.org"_s}};
        QTest::newRow("words") << u"lars, anna@example.org, mia"_s
                               << Addresses{{{}, u"lars"_s}, {{}, u"anna@example.org"_s}, {{}, u"mia"_s}};
        QTest::newRow("mailto") << u"mailto:anna@example.org"_s << Addresses{{{}, u"anna@example.org"_s}};
        QTest::newRow("a quote that never ends")
            << u"\"Anna <anna@example.org>\nlars@example.org"_s
            << Addresses{{{}, u"\"Anna <anna@example.org>"_s}, {{}, u"lars@example.org"_s}};
        QTest::newRow("nothing") << u" ,;\n"_s << Addresses{};
    }
    void pasted_lists()
    {
        QFETCH(QString, text);
        QTEST(recipientsIn(text), "expected");
    }

    // --- people

    void people_are_found_by_any_word()
    {
        const PeopleIndex index({{Anna, 5},
                                 {Lars, 4},
                                 {Jose, 3},
                                 {{u"Jürgen Müller"_s, u"jm@work.example"_s}, 2},
                                 {{u"Søren Ægir"_s, u"s@work.example"_s}, 1}});
        const auto found = [&index](const QString &typed) {
            QStringList out;
            for (const Address &a : index.find(typed, {}, 9))
                out.append(a.email.section(u'@', 0, 0));
            return out.join(u' ');
        };
        QCOMPARE(found(u"bec"_s), u"anna"_s);
        QCOMPARE(found(u"BECKER an"_s), u"anna"_s);
        QCOMPARE(found(u"jose"_s), u"jose"_s);
        QCOMPARE(found(u"garcía"_s), u"jose"_s);
        QCOMPARE(found(u"muller"_s), u"jm"_s);
        QCOMPARE(found(u"mueller"_s), u"jm"_s);
        QCOMPARE(found(u"Müll"_s), u"jm"_s);
        QCOMPARE(found(u"soren"_s), u"s"_s);
        QCOMPARE(found(u"aeg"_s), u"s"_s);
        QCOMPARE(found(u"work"_s), u"jm s"_s);
        QCOMPARE(found(u"jm@wo"_s), u"jm"_s);
        QCOMPARE(found(u"ecker"_s), QString());
        QCOMPARE(found(u"anna lars"_s), QString());
        QCOMPARE(found(u"  "_s), QString());
        // Those who are called so come before those who only work there.
        const PeopleIndex two({{{u"Mia"_s, u"mia@anna.example"_s}, 9}, {Anna, 5}});
        QCOMPARE(two.find(u"anna"_s, {}, 9).first(), Anna);
        QCOMPARE(two.find(u"anna"_s, {Anna.email}, 9).size(), 1);
    }

    void fifty_thousand_people_answer_within_ten_milliseconds()
    {
        QRandomGenerator random(7);
        const auto word = [&random] {
            QString out;
            for (int i = 0; i < 6; ++i)
                out += QChar(u'a' + random.bounded(26));
            return out;
        };
        QList<KnownPerson> people;
        for (int i = 0; i < 50'000; ++i) {
            const QString name = word();
            people.append(
                {{name + u' ' + word(), u"%1%2@%3.example"_s.arg(name).arg(i).arg(word())}, 1.0 / (i + 1)});
        }
        const PeopleIndex index(people);
        QElapsedTimer timer;
        qint64 worst = 0;
        for (const QString &typed :
             {u"a"_s, u"ab"_s, u"e"_s, u"a b"_s, people.at(777).address.email, u"exam"_s, u"zzzzz"_s}) {
            timer.start();
            const auto found = index.find(typed, {}, 8);
            worst = std::max(worst, timer.nsecsElapsed());
            QVERIFY(typed == "zzzzz"_L1 || !found.isEmpty());
        }
#ifndef KW_SANITIZED
        QVERIFY2(worst < 10'000'000, qPrintable(QString::number(worst)));
#endif
    }

    void address_books_and_the_cache_are_one_list()
    {
        const Known known;
        QVERIFY(QDir(known.directory()).mkdir(u"contacts"_s));
        QFile file(known.directory() + "/contacts/a.vcf"_L1);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("BEGIN:VCARD\nFN:Mia Wolf\nEMAIL:mia@example.org\nEND:VCARD\n"
                   "BEGIN:VCARD\nFN:Larsemann\nEMAIL:LARS@example.org\nEND:VCARD\n");
        file.close();
        const auto people = known.people();
        QCOMPARE(shown(people->suggest(u"mia"_s, {}, 5)), u"mia@example.org"_s);
        QCOMPARE(people->suggest(u"larse"_s, {}, 5).first().address.name, u"Larsemann"_s);
        QCOMPARE(shown(people->suggest(u"example.org"_s, {}, 5)),
                 u"anna@example.org lars@example.org mia@example.org"_s);
        QCOMPARE(shown(people->suggest(u"exa"_s, {Anna}, 1)), u"jose@example.net"_s);
    }

    void new_people_come_when_it_is_read_again()
    {
        const Known known;
        const auto people = known.people();
        {
            auto db = Database::open(known.directory(), Database::Mode::ReadWrite);
            QVERIFY(db);
            Transaction txn(**db);
            Acquaintances(**db).noteWritten({{u"Mia Wolf"_s, u"mia@example.org"_s}}, 1'700'000'000);
            QVERIFY(txn.commit());
        }
        QCOMPARE(shown(people->suggest(u"mia"_s, {}, 5)), QString());
        QSignalSpy loaded(people.get(), &People::loaded);
        people->reload();
        QVERIFY(loaded.wait());
        QCOMPARE(shown(people->suggest(u"mia"_s, {}, 5)), u"mia@example.org"_s);
    }

    // --- the field

    void separators_make_chips()
    {
        const Fields fields;
        QSignalSpy changes(fields.to, &RecipientsEdit::changed);
        fields.type(u"anna@example.org,"_s);
        QCOMPARE(Fields::chips(fields.to).size(), 1);
        QCOMPARE(Fields::line(fields.to)->text(), QString());
        fields.type(u"Lars Hansen <lars@example.org>;"_s);
        fields.type(u"\"Wolf, Mia\" <mia@example.org>"_s);
        QCOMPARE(Fields::chips(fields.to).size(), 2);
        Fields::key(Fields::line(fields.to), Qt::Key_Return);
        QCOMPARE(fields.to->addresses(),
                 Addresses({{{}, u"anna@example.org"_s}, Lars, {u"Wolf, Mia"_s, u"mia@example.org"_s}}));
        QVERIFY(changes.count() >= 3);
        QCOMPARE(fields.to->invalid(), QStringList());
    }

    void what_is_half_typed_counts()
    {
        const Fields fields;
        QVERIFY(fields.to->isEmpty());
        fields.type(u"anna@example.org"_s);
        QVERIFY(!fields.to->isEmpty());
        QCOMPARE(fields.to->addresses(), Addresses({{{}, u"anna@example.org"_s}}));
        QVERIFY(Fields::chips(fields.to).isEmpty());
        fields.type(u",ann"_s);
        QCOMPARE(fields.to->invalid(), QStringList({u"ann"_s}));
        QCOMPARE(fields.to->addresses().last(), Address({{}, u"ann"_s}));
    }

    void tab_and_a_click_elsewhere_make_chips()
    {
        const Fields fields;
        fields.type(u"anna@example.org"_s);
        Fields::key(Fields::line(fields.to), Qt::Key_Tab);
        QCOMPARE(Fields::focus(), Fields::line(fields.cc));
        QCOMPARE(Fields::chips(fields.to).size(), 1);
        QTest::keyClicks(Fields::line(fields.cc), u"lars"_s);
        fields.to->setFocus(Qt::MouseFocusReason);
        QCOMPARE(Fields::chips(fields.cc).size(), 1);
        QCOMPARE(fields.cc->invalid(), QStringList({u"lars"_s}));
    }

    void a_key_that_means_nothing_here_is_the_windows()
    {
        const Fields fields;
        QKeyEvent empty(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QApplication::sendEvent(Fields::line(fields.to), &empty);
        QVERIFY(!empty.isAccepted());
        fields.to->setAddresses({Anna});
        Fields::key(Fields::line(fields.to), Qt::Key_Left);
        QKeyEvent send(QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier);
        QApplication::sendEvent(fields.focusedChip(), &send);
        QVERIFY(!send.isAccepted());
    }

    void nobody_twice()
    {
        const Fields fields;
        fields.to->setAddresses({Anna, Lars});
        fields.type(u"ANNA@example.org,"_s);
        QCOMPARE(fields.to->addresses(), Addresses({Anna, Lars}));
    }

    void a_pasted_list_becomes_chips()
    {
        const Fields fields;
        QGuiApplication::clipboard()->setText(
            u"Becker, Anna <anna@example.org>\nlars@example.org; nonsense"_s);
        Fields::line(fields.to)->paste();
        QCOMPARE(Fields::chips(fields.to).size(), 3);
        QCOMPARE(fields.to->addresses().first().name, u"Becker, Anna"_s);
        QCOMPARE(fields.to->invalid(), QStringList({u"nonsense"_s}));
        QCOMPARE(Fields::line(fields.to)->text(), QString());
        QGuiApplication::clipboard()->setText(u"mia@example.org"_s);
        Fields::line(fields.to)->paste();
        QCOMPARE(Fields::chips(fields.to).size(), 4);
        QGuiApplication::clipboard()->setText(u"Mia"_s);
        Fields::line(fields.to)->paste();
        QCOMPARE(Fields::line(fields.to)->text(), u"Mia"_s);
    }

    void backspace_selects_and_then_removes()
    {
        const Fields fields;
        fields.to->setAddresses({Anna, Lars});
        Fields::key(Fields::line(fields.to), Qt::Key_Backspace);
        QVERIFY(fields.focusedChip());
        QCOMPARE(fields.focusedChip()->address(), Lars);
        QCOMPARE(fields.to->addresses().size(), 2);
        Fields::key(Fields::focus(), Qt::Key_Backspace);
        QCOMPARE(fields.to->addresses(), Addresses({Anna}));
        QCOMPARE(Fields::focus(), Fields::line(fields.to));
    }

    void arrows_walk_the_chips_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void arrows_walk_the_chips()
    {
        QFETCH(Qt::LayoutDirection, direction);
        const Fields fields(direction);
        const bool mirrored = direction == Qt::RightToLeft;
        const Qt::Key back = mirrored ? Qt::Key_Right : Qt::Key_Left;
        const Qt::Key on = mirrored ? Qt::Key_Left : Qt::Key_Right;
        fields.to->setAddresses({Anna, Lars});
        QCoreApplication::processEvents();
        const auto chips = Fields::chips(fields.to);
        QCOMPARE(chips.first()->x() > chips.last()->x(), mirrored);
        QCOMPARE(chips.last()->x() > Fields::line(fields.to)->x(), mirrored);
        Fields::key(Fields::focus(), back);
        QCOMPARE(fields.focusedChip()->address(), Lars);
        Fields::key(Fields::focus(), back);
        QCOMPARE(fields.focusedChip()->address(), Anna);
        Fields::key(Fields::focus(), back); // no further
        QCOMPARE(fields.focusedChip()->address(), Anna);
        Fields::key(Fields::focus(), on);
        Fields::key(Fields::focus(), on);
        QCOMPARE(Fields::focus(), Fields::line(fields.to));
    }

    void what_is_selected_is_so_while_the_focus_is_here()
    {
        const Fields fields;
        fields.to->setAddresses({Anna, Lars});
        QTest::keySequence(Fields::focus(), QKeySequence::SelectAll);
        QVERIFY(Fields::chips(fields.to).first()->isSelected());
        fields.cc->setFocus(Qt::MouseFocusReason);
        QVERIFY(std::ranges::none_of(Fields::chips(fields.to), &RecipientChip::isSelected));
    }

    void all_are_copied_and_removed_at_once()
    {
        const Fields fields;
        fields.to->setAddresses({Anna, {u"Wolf, Mia"_s, u"mia@example.org"_s}});
        QTest::keySequence(Fields::focus(), QKeySequence::SelectAll);
        QTest::keySequence(Fields::focus(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"Anna Becker <anna@example.org>, \"Wolf, Mia\" <mia@example.org>"_s);
        Fields::key(Fields::focus(), Qt::Key_Delete);
        QVERIFY(fields.to->isEmpty());
        QCOMPARE(Fields::focus(), Fields::line(fields.to));
    }

    void a_chip_is_edited_where_it_stands()
    {
        const Fields fields;
        fields.to->setAddresses({Anna, {{}, u"lars@"_s}, Jose});
        QTest::mouseDClick(Fields::chips(fields.to).at(1), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(Fields::line(fields.to)->text(), u"lars@"_s);
        QCOMPARE(Fields::focus(), Fields::line(fields.to));
        Fields::line(fields.to)->setCursorPosition(5);
        fields.type(u"example.org"_s);
        Fields::key(Fields::line(fields.to), Qt::Key_Return);
        QCOMPARE(fields.to->addresses(), Addresses({Anna, {{}, u"lars@example.org"_s}, Jose}));
        Fields::key(Fields::line(fields.to), Qt::Key_Left);
        QCOMPARE(fields.focusedChip()->address(), Jose); // the line went back to the end
        Fields::key(Fields::focus(), Qt::Key_F2);
        QCOMPARE(Fields::line(fields.to)->text(), u"José García <jose@example.net>"_s);
    }

    void letters_typed_on_a_chip_go_to_the_line()
    {
        const Fields fields;
        fields.to->setAddresses({Anna});
        Fields::key(Fields::focus(), Qt::Key_Left);
        QTest::keyClicks(Fields::focus(), u"m"_s);
        QCOMPARE(Fields::focus(), Fields::line(fields.to));
        QCOMPARE(Fields::line(fields.to)->text(), u"m"_s);
        QCOMPARE(fields.to->addresses().first(), Anna);
    }

    void the_cross_removes()
    {
        const Fields fields;
        fields.to->setAddresses({Anna, Lars});
        QCoreApplication::processEvents();
        RecipientChip *chip = Fields::chips(fields.to).first();
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 10, chip->height() / 2));
        QCOMPARE(fields.to->addresses(), Addresses({Lars}));
    }

    void chips_can_be_dropped_into_another_field()
    {
        const Fields fields;
        fields.cc->setAddresses({Anna});
        auto *row = fields.cc->findChild<QWidget *>("recipientsRow"_L1);
        QMimeData data;
        data.setData(u"application/x-kittiwake-recipients"_s,
                     "\"Wolf, Mia\" <mia@example.org>\nlars@example.org");
        QDragEnterEvent enter(QPoint(5, 5), Qt::MoveAction | Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(row, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::MoveAction | Qt::CopyAction, &data, Qt::LeftButton,
                        Qt::NoModifier);
        drop.setDropAction(Qt::MoveAction);
        QApplication::sendEvent(row, &drop);
        QVERIFY(drop.isAccepted());
        QCOMPARE(drop.dropAction(), Qt::MoveAction);
        QCOMPARE(fields.cc->addresses(),
                 Addresses({Anna, {u"Wolf, Mia"_s, u"mia@example.org"_s}, {{}, u"lars@example.org"_s}}));
    }

    void invalid_ones_say_so()
    {
        const Fields fields;
        fields.to->setAddresses({Anna, {{}, u"ann"_s}});
        const auto chips = Fields::chips(fields.to);
        QCOMPARE(chips.first()->accessibleName(), u"Anna Becker, anna@example.org"_s);
        QVERIFY(chips.first()->accessibleDescription().isEmpty());
        QVERIFY(chips.last()->toolTip().contains(u"“ann” is no complete mail address"_s));
        QCOMPARE(chips.last()->accessibleDescription(), chips.last()->toolTip());
        const QImage good = chips.first()->grab().toImage();
        const QImage bad = chips.last()->grab().toImage();
        QVERIFY(good.pixelColor(12, 4) != bad.pixelColor(12, 4));
        QCOMPARE(fields.to->invalid(), QStringList({u"ann"_s}));
    }

    void the_field_grows_and_then_scrolls()
    {
        const Fields fields;
        const int one = fields.to->height();
        Addresses many;
        for (int i = 0; i < 6; ++i)
            many.append({u"Somebody Number %1"_s.arg(i), u"s%1@example.org"_s.arg(i)});
        fields.to->setAddresses(many);
        QCoreApplication::processEvents();
        const int some = fields.to->height();
        QVERIFY(some > one);
        for (int i = 6; i < 300; ++i)
            many.append({u"Somebody Number %1"_s.arg(i), u"s%1@example.org"_s.arg(i)});
        fields.to->setAddresses(many);
        QCoreApplication::processEvents();
        QVERIFY(fields.to->height() > some);
        QVERIFY(fields.to->height() <= 5 * one);
        QVERIFY(fields.to->findChild<QScrollArea *>()->verticalScrollBar()->maximum() > 0);
        fields.to->setAddresses({Anna});
        QCoreApplication::processEvents();
        QCOMPARE(fields.to->height(), one);
    }

    // --- completion

    void suggestions_are_taken_with_the_keyboard()
    {
        const Known known;
        const auto people = known.people();
        const Fields fields;
        fields.to->setPeople(people.get());
        fields.type(u"exa"_s);
        QVERIFY(fields.list() && fields.list()->isVisible());
        QCOMPARE(fields.list()->model()->rowCount(), 3);
        QCOMPARE(fields.list()->currentIndex().row(), 0);
        QCOMPARE(Fields::focus(), Fields::line(fields.to));
        Fields::key(Fields::line(fields.to), Qt::Key_Down);
        Fields::key(Fields::line(fields.to), Qt::Key_Down);
        Fields::key(Fields::line(fields.to), Qt::Key_Up);
        const QString second = fields.list()->currentIndex().data().toString();
        Fields::key(Fields::line(fields.to), Qt::Key_Tab);
        QVERIFY(!fields.list()->isVisible());
        QCOMPARE(Fields::focus(), Fields::line(fields.to)); // the next one may be typed
        QCOMPARE(spokenRecipient(fields.to->addresses().first()), second);
        fields.type(u"exa"_s);
        QCOMPARE(fields.list()->model()->rowCount(), 2); // who is there is not suggested
        Fields::key(Fields::line(fields.to), Qt::Key_Escape);
        QVERIFY(!fields.list()->isVisible());
        QCOMPARE(Fields::line(fields.to)->text(), u"exa"_s);
    }

    void a_suggestion_is_taken_with_the_mouse()
    {
        const Known known;
        const auto people = known.people();
        const Fields fields;
        fields.to->setPeople(people.get());
        fields.type(u"jose"_s);
        const QRect place = fields.list()->visualRect(fields.list()->model()->index(0, 0));
        QTest::mouseClick(fields.list()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(fields.to->addresses(), Addresses({Jose}));
        QCOMPARE(Fields::chips(fields.to).size(), 1);
        QCOMPARE(Fields::focus(), Fields::line(fields.to));
    }

    void a_whole_address_is_meant_as_typed()
    {
        const Known known;
        const auto people = known.people();
        const Fields fields;
        fields.to->setPeople(people.get());
        fields.type(u"anna@example.or"_s);
        QVERIFY(fields.list()->isVisible());
        Fields::key(Fields::line(fields.to), Qt::Key_Return);
        QCOMPARE(fields.to->addresses(), Addresses({{{}, u"anna@example.or"_s}}));
    }

    void people_may_go_before_the_field()
    {
        const Known known;
        auto people = known.people();
        const Fields fields;
        fields.to->setPeople(people.get());
        people.reset();
        fields.type(u"anna"_s);
        QVERIFY(!fields.list() || !fields.list()->isVisible());
        fields.to->setPeople(nullptr);
        fields.type(u"b"_s);
        QCOMPARE(fields.to->invalid(), QStringList({u"annab"_s}));
    }
};

QTEST_MAIN(RecipientsTest)
#include "recipients_test.moc"
