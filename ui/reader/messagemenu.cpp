#include "ui/reader/messagemenu.h"

#include "ui/look/icons.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/messagesaving.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace kw {

void MessageMenu::fill(QMenu *menu, MessagePage *page) const
{
    const auto choice = [menu](const QString &text, bool on) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        return action;
    };
    if (plainText)
        QObject::connect(choice(MessagePage::tr("Show as Plain Text"), *plainText), &QAction::triggered, page,
                         &MessagePage::togglePlainText);
    if (originalColors)
        QObject::connect(choice(MessagePage::tr("Original Colors"), *originalColors), &QAction::triggered,
                         page, &MessagePage::toggleOriginalColors);
    QObject::connect(choice(MessagePage::tr("Fixed-Width Letters"), fixedWidth), &QAction::triggered, page,
                     [page, on = fixedWidth] { Q_EMIT page->fixedWidthChanged(!on); });
    menu->addSeparator();
    menu->addAction(icon("user"_L1), MessagePage::tr("About This Person…"), page, &MessagePage::aboutSender);
    menu->addAction(icon("search"_L1), MessagePage::tr("Find…"), page, &MessagePage::startFind);
    menu->addAction(icon("headers"_L1), MessagePage::tr("All Headers"), page, &MessagePage::openHeaders);
    menu->addAction(icon("source"_L1), MessagePage::tr("Source"), page, &MessagePage::openSource);
    menu->addSeparator();
    menu->addAction(icon("save"_L1), MessagePage::tr("Save Message…"), page->saving(),
                    &MessageSaving::saveMessage);
    menu->addAction(icon("print"_L1), MessagePage::tr("Print…"), page, &MessagePage::print);
}

} // namespace kw
