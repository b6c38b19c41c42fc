#include "ui/compose/sendtimes.h"

#include "ui/look/icons.h"
#include "ui/look/widgets.h"

#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::SendLater)
};

const QTime Evening(20, 0);
const QTime Morning(8, 0);
constexpr int SoonestSecs = 30 * 60; // before an evening or a morning

void chooseTime(QWidget *parent, const std::function<void(qint64)> &chosen)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    setNames(dialog, "sendTimeDialog"_L1, Words::tr("Send later"));
    dialog->setWindowTitle(Words::tr("Send Later"));
    auto *label = plainLabel(Words::tr("&Send the message at:"), "sendTimeLabel"_L1, dialog);
    const QDateTime now = QDateTime::currentDateTime();
    auto *edit = new QDateTimeEdit(QDateTime(now.date().addDays(1), Morning), dialog);
    setNames(edit, "sendTimeEdit"_L1, Words::tr("Date and time"));
    edit->setCalendarPopup(true);
    edit->setMinimumDateTime(now);
    label->setBuddy(edit);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    setNames(buttons, "sendTimeButtons"_L1, Words::tr("Actions"));
    buttons->button(QDialogButtonBox::Ok)->setText(Words::tr("Send &Later"));
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(dialog, &QDialog::accepted, dialog,
                     [edit, chosen] { chosen(edit->dateTime().toMSecsSinceEpoch()); });
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(label);
    layout->addWidget(edit);
    layout->addWidget(buttons);
    dialog->open();
}

void fill(QMenu *menu, const std::function<void(qint64)> &chosen)
{
    menu->clear();
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(":ss"_L1);
    for (const SendTime &time : sendTimes(QDateTime::currentDateTime())) {
        const QString when
            = locale.toString(time.when, u"ddd "_s) + locale.toString(time.when.time(), format);
        QAction *action
            = menu->addAction(Words::tr("%1 (%2)", "In one hour, when that is").arg(time.name, when));
        QObject::connect(action, &QAction::triggered, menu,
                         [chosen, ms = time.when.toMSecsSinceEpoch()] { chosen(ms); });
    }
    menu->addSeparator();
    QAction *choose = menu->addAction(Words::tr("&Choose a Time…"));
    choose->setObjectName("chooseSendTime"_L1);
    QObject::connect(choose, &QAction::triggered, menu,
                     [menu, chosen] { chooseTime(menu->parentWidget(), chosen); });
}

} // namespace

QList<SendTime> sendTimes(const QDateTime &now)
{
    const auto at = [](QDate date, QTime time) { return QDateTime(date, time); };
    QList<SendTime> out{{Words::tr("In One &Hour"), now.addSecs(3600)}};
    if (const QDateTime tonight = at(now.date(), Evening); now.secsTo(tonight) > SoonestSecs)
        out.append({Words::tr("&Tonight"), tonight});
    if (const QDateTime today = at(now.date(), Morning); now.secsTo(today) > SoonestSecs)
        out.append({Words::tr("This &Morning"), today});
    const QDate tomorrow = now.date().addDays(1);
    out.append({Words::tr("Tomorrow M&orning"), at(tomorrow, Morning)});
    const QDate monday = now.date().addDays(8 - now.date().dayOfWeek());
    if (monday != tomorrow)
        out.append({Words::tr("Monday Mo&rning"), at(monday, Morning)});
    return out;
}

QMenu *makeSendLaterMenu(QWidget *parent, const std::function<void(qint64)> &chosen)
{
    auto *menu = new QMenu(Words::tr("Send &Later"), parent);
    setNames(menu, "sendLaterMenu"_L1, Words::tr("Send later"));
    menu->setIcon(icon("clock"_L1));
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, chosen] { fill(menu, chosen); });
    fill(menu, chosen);
    return menu;
}

} // namespace kw
