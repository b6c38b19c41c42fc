#include "ui/settings/allowedpictures.h"

#include "ui/look/widgets.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

AllowedPictures::AllowedPictures(const QString &configDirectory, QWidget *parent)
    : QWidget(parent)
    , m_choices(configDirectory)
    , m_list(new QListWidget(this))
    , m_forget(new QPushButton(tr("Forget"), this))
{
    setNames(this, "allowedPictures"_L1, tr("Pictures are always shown from"));
    setNames(m_list, "allowedPicturesList"_L1, tr("Pictures are always shown from"));
    setNames(m_forget, "forgetAllowed"_L1, tr("Show no more pictures from the selected ones"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMaximumHeight(110);
    m_forget->setAutoDefault(false);
    m_forget->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addWidget(m_forget);
    connect(m_forget, &QPushButton::clicked, this, &AllowedPictures::forget);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_forget->setEnabled(!m_list->selectedItems().isEmpty()); });
    fill();
}

void AllowedPictures::fill()
{
    m_list->clear();
    m_list->addItems(m_choices.senders());
    m_list->addItems(m_choices.domains());
    m_forget->setEnabled(false);
    if (m_list->count() > 0)
        return;
    auto *nobody = new QListWidgetItem(tr("Nobody yet"), m_list);
    nobody->setFlags(Qt::NoItemFlags);
}

void AllowedPictures::forget()
{
    for (const QListWidgetItem *item : m_list->selectedItems())
        m_choices.forget(item->text());
    fill();
}

} // namespace kw
