// What the Clean up window is made of.
#include "ui/cleanup/cleanupdeeds.h"
#include "ui/cleanup/cleanupkinds.h"
#include "ui/cleanup/cleanupwindow.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/placeholderpage.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

QAction *CleanupWindow::makeAction(QLatin1StringView name, const QString &text,
                                   const QList<QKeySequence> &keys, void (CleanupWindow::*run)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    return action;
}

QPushButton *CleanupWindow::makeButton(QLatin1StringView name, QAction *action)
{
    auto *button = new QPushButton(action->text(), this);
    setNames(button, name, QString(action->text()).remove(u'&').remove(u'…'));
    button->setAutoDefault(false);
    button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    button->setEnabled(action->isEnabled());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [action, button] {
        button->setEnabled(action->isEnabled());
        button->setText(action->text());
        button->setAccessibleName(QString(action->text()).remove(u'&').remove(u'…'));
    });
    return button;
}

void CleanupWindow::buildTop()
{
    m_account = new QComboBox(this);
    setNames(m_account, "cleanupAccount"_L1, tr("Account"));
    m_quota = plainLabel({}, "cleanupQuota"_L1, this);
    setQuiet(m_quota);
    m_kinds = new CleanupKinds(this);
    m_back = flatButton("left"_L1, tr("Back"), "cleanupBack"_L1, this);
    m_back->hide();
    m_title = plainLabel({}, "cleanupTitle"_L1, this);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_explanation = plainLabel({}, "cleanupExplanation"_L1, this);
    m_explanation->setWordWrap(true);
    setQuiet(m_explanation);
    m_age = new QComboBox(this);
    setNames(m_age, "cleanupAge"_L1, tr("How old"));
    m_age->addItem(tr("of any age"), 0);
    for (const int months : {1, 3, 6, 12, 24})
        m_age->addItem(tr("older than %Ln month(s)", nullptr, months), months);
    m_age->setCurrentIndex(m_age->findData(6));
    connect(m_kinds, &CleanupKinds::kindChanged, this, &CleanupWindow::kindChanged);
    connect(m_age, &QComboBox::currentIndexChanged, this, &CleanupWindow::kindChanged);
    connect(m_account, &QComboBox::currentIndexChanged, this, [this] {
        kindChanged();
        showQuota();
    });
}

void CleanupWindow::buildList()
{
    m_stack = new QStackedWidget(this);
    setNames(m_stack, "cleanupStack"_L1, tr("What was found"));
    m_list = new QTreeView(m_stack);
    setNames(m_list, "cleanupList"_L1, tr("What was found, largest first"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionsMovable(false);
    m_empty = new PlaceholderPage(m_stack);
    m_reading = new QWidget(m_stack);
    m_readingText = plainLabel(tr("Looking through your mail…"), "cleanupReadingText"_L1, m_reading);
    m_progress = new QProgressBar(m_reading);
    setNames(m_progress, "cleanupProgress"_L1, tr("Progress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(280, 8);
    auto *layout = new QVBoxLayout(m_reading);
    layout->addStretch(1);
    layout->addWidget(m_readingText, 0, Qt::AlignHCenter);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    m_stack->addWidget(m_reading);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    connect(m_list, &QTreeView::activated, this, &CleanupWindow::activate);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CleanupWindow::renew);
}

void CleanupWindow::showColumns()
{
    const QList<CleanupModel::Column> shown = m_model->columns();
    const int letter = fontMetrics().averageCharWidth();
    const QHash<int, int> widths{{CleanupModel::Who, 22},      {CleanupModel::Count, 11},
                                 {CleanupModel::Unopened, 17}, {CleanupModel::Newest, 18},
                                 {CleanupModel::Note, 20},     {CleanupModel::Place, 22},
                                 {CleanupModel::Size, 11}};
    for (int column = 0; column < CleanupModel::ColumnCount; ++column) {
        m_list->setColumnHidden(column, !shown.contains(CleanupModel::Column(column)));
        if (column == CleanupModel::Title)
            m_list->header()->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            m_list->setColumnWidth(column, letter * widths.value(column));
    }
}

void CleanupWindow::buildBottom()
{
    m_banners = new BannerStack(this);
    m_deeds = new CleanupDeeds(m_engine, m_reader, m_banners, this);
    m_share = plainLabel({}, "cleanupShare"_L1, this);
    setQuiet(m_share);
    m_share->hide();
    m_more = new QPushButton(this);
    setNames(m_more, "cleanupMore"_L1, tr("Show more"));
    m_more->setAutoDefault(false);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, &CleanupWindow::showMore);
    m_sum = plainLabel({}, "cleanupSum"_L1, this);
    m_showAction = makeAction("cleanupShowAction"_L1, tr("Show in &List"),
                              {QKeySequence(Qt::CTRL | Qt::Key_Return)}, &CleanupWindow::showInList);
    m_archiveAction = makeAction("cleanupArchiveAction"_L1, tr("&Archive"), {QKeySequence(Qt::Key_E)},
                                 &CleanupWindow::archive);
    m_deleteAction = makeAction("cleanupDeleteAction"_L1, tr("&Delete"),
                                {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_NumberSign)},
                                &CleanupWindow::remove);
    m_undoAction
        = makeAction("cleanupUndoAction"_L1, tr("&Undo"), {QKeySequence::Undo}, &CleanupWindow::undo);
    m_backAction = makeAction("cleanupBackAction"_L1, tr("&Back"),
                              {QKeySequence(Qt::Key_Backspace), QKeySequence::Back}, &CleanupWindow::back);
    // Single letters belong to the list, so that they can be typed elsewhere.
    m_list->addActions({m_showAction, m_archiveAction, m_deleteAction, m_backAction});
    addAction(m_undoAction);
    connect(m_back, &QToolButton::clicked, m_backAction, &QAction::trigger);
}

void CleanupWindow::arrange()
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_account);
    top->addSpacing(8);
    top->addWidget(m_quota, 1);
    auto *head = new QHBoxLayout;
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    head->addWidget(m_age);
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addLayout(head);
    right->addWidget(m_explanation);
    right->addWidget(m_stack, 1);
    auto *under = new QHBoxLayout;
    under->addWidget(m_share, 1);
    under->addStretch(0);
    under->addWidget(m_more);
    right->addLayout(under);
    m_kinds->setFixedWidth(fontMetrics().averageCharWidth() * 32);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_kinds);
    middle->addLayout(right, 1);
    m_deleteButton = makeButton("cleanupDelete"_L1, m_deleteAction);
    auto *archiveButton = makeButton("cleanupArchive"_L1, m_archiveAction);
    auto *showButton = makeButton("cleanupShow"_L1, m_showAction);
    auto *close = new QPushButton(tr("Close"), this);
    setNames(close, "closeCleanup"_L1, tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_deleteButton);
    bottom->addWidget(archiveButton);
    bottom->addWidget(showButton);
    bottom->addSpacing(12);
    bottom->addWidget(m_sum, 1);
    bottom->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(top);
    layout->addLayout(middle, 1);
    layout->addWidget(m_banners);
    layout->addLayout(bottom);
    setTabOrder({m_account, m_kinds, m_age, m_back, m_list, m_more, m_deleteButton, archiveButton, showButton,
                 close});
    m_kinds->setFocus();
}

} // namespace kw
