#include "ui/accounts/offlinepage.h"

#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int AllTime = 36'500;

// A value from the file that is none of ours stays choosable.
void select(QComboBox *box, int value)
{
    if (box->findData(value) < 0)
        box->addItem(number(value), value);
    box->setCurrentIndex(box->findData(value));
}

} // namespace

OfflinePage::OfflinePage(QWidget *parent)
    : QWidget(parent)
{
    setNames(this, "offlinePage"_L1, tr("Offline"));
    m_list = choice("listDays"_L1, tr("Mail that is listed"),
                    {{tr("all of it"), 0},
                     {tr("of the last month"), 30},
                     {tr("of the last 3 months"), 91},
                     {tr("of the last year"), 365},
                     {tr("of the last 3 years"), 1096},
                     {tr("of the last 10 years"), 3653}});
    m_texts = choice("offlineDays"_L1, tr("Messages that are downloaded ahead"),
                     {{tr("as for all accounts"), -1},
                      {tr("only when opened"), 0},
                      {tr("of the last week"), 7},
                      {tr("of the last month"), 30},
                      {tr("of the last year"), 365},
                      {tr("of all time"), AllTime}});
    m_limit = choice("cacheLimit"_L1, tr("Room for this account's messages"),
                     {{tr("as for all accounts"), 0},
                      {tr("%1 MB").arg(100), 100},
                      {tr("%1 MB").arg(500), 500},
                      {tr("%1 GB").arg(2), 2048},
                      {tr("%1 GB").arg(10), 10 * 1024}});
    auto *form = new QFormLayout(this);
    form->setContentsMargins(18, 18, 18, 18);
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(14);
    form->addRow(tr("&List mail:"), m_list);
    explain(form, "listDaysText"_L1,
            tr("Older mail stays on the server and does not show here, but the newest messages of a folder "
               "always "
               "do. Searching does not find what is not listed."));
    form->addRow(tr("&Download whole messages:"), m_texts);
    explain(form, "offlineDaysText"_L1,
            tr("What is downloaded can be read without the network. Folders ticked “Offline” are downloaded "
               "whole, whatever is chosen here."));
    form->addRow(tr("&Room for messages:"), m_limit);
    explain(
        form, "cacheLimitText"_L1,
        tr("Beyond that, the messages not read for longest are removed from this computer; they stay on the "
           "server."));
}

QComboBox *OfflinePage::choice(QLatin1StringView name, const QString &label, const Entries &entries)
{
    auto *box = new QComboBox(this);
    setNames(box, name, label);
    for (const auto &[text, value] : entries)
        box->addItem(text, value);
    connect(box, &QComboBox::activated, this, &OfflinePage::edited);
    return box;
}

void OfflinePage::explain(QFormLayout *form, QLatin1StringView name, const QString &text)
{
    auto *label = plainLabel(text, name, this);
    label->setWordWrap(true);
    setQuiet(label);
    form->addRow(QString(), label);
}

void OfflinePage::setChoices(const FolderChoices &choices)
{
    select(m_list, choices.listDays);
    select(m_texts, choices.offlineDays);
    select(m_limit, choices.cacheLimitMb);
}

FolderChoices OfflinePage::applied(FolderChoices choices) const
{
    choices.listDays = m_list->currentData().toInt();
    choices.offlineDays = m_texts->currentData().toInt();
    choices.cacheLimitMb = m_limit->currentData().toInt();
    return choices;
}

} // namespace kw
