#pragma once

#include "core/search/query.h"
#include "ui/search/searchreach.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace kw {

enum class SearchPlace { Everywhere, View, Account };

// Above the hits of a search: where is looked, what could not be understood, what could not be seen and what
// can be done about that. GUI thread.
class SearchHead : public QWidget
{
    Q_OBJECT
public:
    explicit SearchHead(QWidget *parent = nullptr);

    // The names of what is shown behind the search; an empty one: there is no single account.
    void setPlaces(const QString &view, const QString &account);
    SearchPlace place() const { return m_place; }
    void setPlace(SearchPlace place); // says nothing
    void setReach(const ReachWords &words);
    void setProblems(const QList<SearchProblem> &problems);
    void setSaved(bool saved); // it is one of the saved searches as it stands

Q_SIGNALS:
    void placeChosen(kw::SearchPlace place);
    void askWanted();
    void stopWanted();
    void saveWanted();
    void leaveRequested(); // Down: to the hits

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addPlace(QLatin1StringView name, const QString &text, SearchPlace place);
    QLayout *makePlaces();
    QLayout *makeReach();
    QLayout *makeProblems();
    void drawIcons();

    QButtonGroup *m_places;
    QToolButton *m_everywhere = nullptr;
    QToolButton *m_view = nullptr;
    QToolButton *m_account = nullptr;
    QToolButton *m_save = nullptr;
    QLabel *m_reachIcon = nullptr;
    QLabel *m_reach = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_stop = nullptr;
    QLabel *m_problemIcon = nullptr;
    QLabel *m_problems = nullptr;
    SearchPlace m_place = SearchPlace::Everywhere;
    ReachWords m_words;
};

} // namespace kw
