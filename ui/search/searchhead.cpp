#include "ui/search/searchhead.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int Margin = 14; // as the list's title
constexpr int IconSide = 16;
} // namespace

SearchHead::SearchHead(QWidget *parent)
    : QWidget(parent)
    , m_places(new QButtonGroup(this))
{
    setNames(this, "searchHead"_L1, tr("About this search"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 8);
    rows->setSpacing(6);
    rows->addLayout(makePlaces());
    rows->addLayout(makeProblems());
    rows->addLayout(makeReach());
    drawIcons();
    setReach({});
    setProblems({});
}

QToolButton *SearchHead::addPlace(QLatin1StringView name, const QString &text, SearchPlace place)
{
    auto *button = new QToolButton(this);
    setNames(button, name, text);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_places->addButton(button, int(place));
    return button;
}

QLayout *SearchHead::makePlaces()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Margin - 6, 0, Margin - 6, 0);
    row->setSpacing(2);
    m_everywhere = addPlace("searchEverywhere"_L1, tr("All mail"), SearchPlace::Everywhere);
    m_view = addPlace("searchView"_L1, tr("This folder"), SearchPlace::View);
    m_account = addPlace("searchAccount"_L1, tr("This account"), SearchPlace::Account);
    m_everywhere->setToolTip(tr("Search all folders of all accounts"));
    m_everywhere->setChecked(true);
    for (QToolButton *button : {m_everywhere, m_view, m_account})
        row->addWidget(button);
    row->addStretch(1);
    m_save = new QToolButton(this);
    setNames(m_save, "saveSearch"_L1, tr("Save this search…"));
    m_save->setText(tr("Save…"));
    m_save->setToolTip(tr("Keep this search as a line among the folders"));
    m_save->setAutoRaise(true);
    m_save->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_save);
    connect(m_places, &QButtonGroup::idClicked, this, [this](int id) {
        m_place = SearchPlace(id);
        Q_EMIT placeChosen(m_place);
    });
    connect(m_save, &QToolButton::clicked, this, &SearchHead::saveWanted);
    return row;
}

QLayout *SearchHead::makeProblems()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Margin, 0, Margin, 0);
    row->setSpacing(8);
    m_problemIcon = new QLabel(this);
    m_problemIcon->setObjectName("searchProblemIcon"_L1);
    m_problems = plainLabel({}, "searchProblems"_L1, this);
    m_problems->setWordWrap(true);
    row->addWidget(m_problemIcon, 0, Qt::AlignTop);
    row->addWidget(m_problems, 1);
    return row;
}

QLayout *SearchHead::makeReach()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Margin, 0, Margin, 0);
    row->setSpacing(8);
    m_reachIcon = new QLabel(this);
    m_reachIcon->setObjectName("searchReachIcon"_L1);
    m_reach = plainLabel({}, "searchReach"_L1, this);
    m_reach->setWordWrap(true);
    setQuiet(m_reach);
    m_ask = new QPushButton(tr("Search them on the server"), this);
    setNames(m_ask, "askServers"_L1, m_ask->text());
    m_stop = new QPushButton(tr("Stop"), this);
    setNames(m_stop, "stopAsking"_L1, tr("Stop asking the servers"));
    m_progress = new QProgressBar(this);
    setNames(m_progress, "askProgress"_L1, tr("Folders that have answered"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    for (QPushButton *button : {m_ask, m_stop}) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *doing = new QHBoxLayout;
    doing->setSpacing(8);
    doing->addWidget(m_ask);
    doing->addWidget(m_progress, 1, Qt::AlignVCenter);
    doing->addWidget(m_stop);
    doing->addStretch(0);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(m_reach);
    texts->addLayout(doing);
    row->addWidget(m_reachIcon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    connect(m_ask, &QPushButton::clicked, this, &SearchHead::askWanted);
    connect(m_stop, &QPushButton::clicked, this, &SearchHead::stopWanted);
    return row;
}

void SearchHead::setPlaces(const QString &view, const QString &account)
{
    m_view->setToolTip(tr("Search only in %1").arg(view));
    m_account->setToolTip(account.isEmpty() ? QString() : tr("Search only in %1").arg(account));
    m_account->setVisible(!account.isEmpty());
    for (QToolButton *button : {m_view, m_account})
        button->setAccessibleDescription(button->toolTip());
}

void SearchHead::setPlace(SearchPlace place)
{
    m_place = place;
    m_places->button(int(place))->setChecked(true);
}

void SearchHead::setReach(const ReachWords &words)
{
    // The keyboard must not fall off a button that goes.
    const QWidget *focus = window()->focusWidget();
    const bool leaving = (focus == m_ask && !words.mayAsk) || (focus == m_stop && !words.isAsking);
    const bool told = m_words.text != words.text;
    m_words = words;
    m_reach->setText(words.text);
    m_reach->setVisible(!words.text.isEmpty());
    m_reachIcon->setVisible(!words.text.isEmpty());
    m_ask->setVisible(words.mayAsk);
    m_stop->setVisible(words.isAsking);
    m_progress->setVisible(words.isAsking);
    m_progress->setRange(0, words.folders);
    m_progress->setValue(words.foldersDone);
    if (leaving)
        (words.isAsking ? static_cast<QWidget *>(m_stop) : m_everywhere)->setFocus(Qt::OtherFocusReason);
    drawIcons();
    if (told && !words.text.isEmpty() && QAccessible::isActive()) {
        QAccessibleAnnouncementEvent event(m_reach, words.text);
        QAccessible::updateAccessibility(&event);
    }
}

void SearchHead::setProblems(const QList<SearchProblem> &problems)
{
    QStringList sentences;
    for (const SearchProblem &problem : problems)
        sentences << problem.sentence;
    sentences.removeDuplicates();
    m_problems->setText(sentences.mid(0, 3).join(u'\n'));
    m_problems->setVisible(!sentences.isEmpty());
    m_problemIcon->setVisible(!sentences.isEmpty());
}

void SearchHead::setSaved(bool saved)
{
    m_save->setEnabled(!saved);
}

void SearchHead::drawIcons()
{
    const auto draw = [this](QLabel *label, QLatin1StringView name, Tone tone) {
        label->setPixmap(iconPixmap(name,
                                    tone == Tone::Info ? quietText(palette()) : toneText(tone, palette()),
                                    IconSide, devicePixelRatioF()));
    };
    draw(m_problemIcon, "warning"_L1, Tone::Warning);
    draw(m_reachIcon,
         m_words.tone == Tone::Good          ? "check"_L1
             : m_words.tone == Tone::Warning ? "warning"_L1
                                             : "info"_L1,
         m_words.tone);
}

void SearchHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_problems)
        drawIcons();
}

void SearchHead::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kw
