#include "ui/messages/listtitle.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/messages/quickfilterbar.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

// Hits of a search in place of the view's messages, and back again.
namespace kw {

void MessageListPane::setSearchHead(QWidget *head)
{
    auto *rows = static_cast<QVBoxLayout *>(layout());
    rows->insertWidget(rows->indexOf(m_bar), head);
}

void MessageListPane::showSearch(const std::shared_ptr<const ListSearch> &search, const QString &title,
                                 const QList<SearchedWords> &words)
{
    if (!search) {
        leaveSearch();
        return;
    }
    if (!m_search) {
        m_left = m_view->place();
        m_beforeSearch = currentMessage();
        m_filterBefore = m_bar->filter();
        clearFilter();
    }
    const bool begins = !std::exchange(m_search, search);
    m_title->setTitle(title);
    m_view->setAccessibleName(tr("Search results"));
    m_view->setHits(words);
    updatePlaces();
    showQuery(begins ? MessageId{} : currentMessage());
    if (begins)
        updateCounts();
}

void MessageListPane::renewSearch(const std::shared_ptr<const ListSearch> &search)
{
    if (!m_search || !search)
        return;
    if (std::exchange(m_search, search) == search)
        m_model->rescanSoon();
    else
        m_model->renew(query());
}

void MessageListPane::leaveSearch()
{
    if (!std::exchange(m_search, nullptr))
        return;
    m_view->setHits(std::nullopt);
    if (!m_bar->isKept()) {
        const QSignalBlocker quiet(m_bar);
        m_bar->setFilter(m_filterBefore);
    }
    m_filtered = !m_bar->filter().isEmpty();
    renameView(m_viewTitle);
    updatePlaces();
    showQuery(m_beforeSearch);
    m_isComingBack = m_left.has_value();
    goBackToPlace();
    m_selection->settle();
    updateCounts();
}

void MessageListPane::goBackToPlace()
{
    if (m_isComingBack && (m_view->goTo(*m_left) || areAllHits()))
        m_isComingBack = false;
}

} // namespace kw
