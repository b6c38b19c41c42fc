#include "ui/cleanup/cleanupwindow.h"

#include "core/sync/facade/storageuse.h"
#include "ui/cleanup/cleanupdeeds.h"
#include "ui/cleanup/cleanupkinds.h"
#include "ui/cleanup/quotawords.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/placeholderpage.h"

#include <QComboBox>
#include <QDateTime>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int Page = 1000; // lines
constexpr qint64 Month = 2'629'800; // seconds
} // namespace

CleanupWindow::CleanupWindow(Engine *engine, const QString &cacheDirectory, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_reader(new CleanupReader(cacheDirectory, this))
    , m_model(new CleanupModel(m_reader, this))
    , m_limit(Page)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "cleanupWindow"_L1, tr("Clean Up"));
    setWindowTitle(tr("Clean Up"));
    buildTop();
    buildList();
    buildBottom();
    arrange();
    fillAccounts();
    connectReader();
    connectEngine();
    kindChanged();
    resize(980, 680);
    m_reader->load();
}

CleanupWindow::~CleanupWindow() = default;

void CleanupWindow::connectReader()
{
    connect(m_reader, &CleanupReader::progress, this, [this](qint64 read, qint64 total) {
        m_readingText->setText(tr("Looking through %1 messages…").arg(number(total)));
        m_progress->setRange(0, 1000);
        m_progress->setValue(total > 0 ? int(read * 1000 / total) : 0);
    });
    connect(m_reader, &CleanupReader::loaded, this, [this] { ask(); });
    connect(m_reader, &CleanupReader::renewed, this, [this] { ask(true); });
}

void CleanupWindow::connectEngine()
{
    connect(m_engine, &Engine::changed, m_reader, &CleanupReader::apply);
    connect(m_engine, &Engine::accountsChanged, this, &CleanupWindow::fillAccounts);
    connect(m_deeds, &CleanupDeeds::busyChanged, this, &CleanupWindow::renew);
    connect(m_deeds, &CleanupDeeds::trashWanted, this, [this] { m_deeds->emptyTrash(query()); });
    connect(m_engine->storageUse(), &StorageUse::quotaChanged, this, &CleanupWindow::showQuota);
}

void CleanupWindow::fillAccounts()
{
    const QString key = m_account->currentData().toString();
    const QSignalBlocker quiet(m_account);
    m_account->clear();
    m_account->addItem(tr("All accounts"), QString());
    AccountNames names;
    for (const AccountSettings &account : m_engine->accounts()) {
        const QString name = account.name.isEmpty() ? account.address : account.name;
        m_account->addItem(name, account.key);
        names.insert(m_engine->accountId(account.key), name);
    }
    m_model->setAccounts(names);
    m_account->setCurrentIndex(std::max(m_account->findData(key), 0));
    showQuota();
}

void CleanupWindow::setAccount(const QString &key)
{
    m_account->setCurrentIndex(std::max(m_account->findData(key), 0));
}

void CleanupWindow::setKind(CleanupKind kind)
{
    m_kinds->setKind(kind);
}

CleanupQuery CleanupWindow::query() const
{
    CleanupQuery query;
    query.kind = m_kinds->kind();
    query.account = m_engine->accountId(m_account->currentData().toString());
    const int months = m_age->currentData().toInt();
    if (query.kind == CleanupKind::Newsletters && months > 0)
        query.before = QDateTime::currentSecsSinceEpoch() - months * Month;
    query.limit = m_limit;
    return query;
}

void CleanupWindow::ask(bool follow)
{
    if (!m_reader->isLoaded())
        return;
    const quint64 ticket = ++m_ticket;
    const CleanupQuery asked = query();
    if (m_inside) {
        m_reader->mails(asked, *m_inside, [this, ticket, follow](const CleanupFindings &findings) {
            if (ticket == m_ticket)
                showFindings(findings, follow);
        });
    } else {
        m_reader->find(asked, [this, ticket, follow](const CleanupReader::Answer &answer) {
            if (ticket != m_ticket)
                return;
            m_model->setFolders(answer.folders);
            showFindings(answer.findings, follow);
            showShare(answer.share);
        });
    }
    CleanupQuery like = asked;
    like.before = QDateTime::currentSecsSinceEpoch() - m_age->currentData().toInt() * Month;
    m_reader->overview(like, [this](const QList<CleanupFindings> &all) { m_kinds->setOverview(all); });
}

void CleanupWindow::showFindings(const CleanupFindings &findings, bool follow)
{
    const bool messages
        = m_inside || m_kinds->kind() == CleanupKind::Largest || m_kinds->kind() == CleanupKind::Attachments;
    if (follow && messages == m_model->isOfMessages() && m_model->rowCount() > 0)
        m_model->follow(findings);
    else
        m_model->show(m_kinds->kind(), messages, findings);
    showColumns();
    const bool any = m_model->rowCount() > 0;
    m_empty->showText("check"_L1, tr("Nothing to clean up here"),
                      m_inside ? tr("Its messages are gone.") : tr("Look into another list on the left."));
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_list) : m_empty);
    if (any && !m_list->currentIndex().isValid())
        m_list->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    m_more->setVisible(findings.allLines > findings.lines.size());
    m_more->setText(tr("Show More (%1 of %2)").arg(number(findings.lines.size()), number(findings.allLines)));
    renew();
}

void CleanupWindow::showShare(const ListedShare &share)
{
    m_share->setVisible(!share.isComplete());
    m_share->setText(tr("This is of what is listed so far: %1 of %2 messages.")
                         .arg(number(share.listed), number(share.onServer)));
}

void CleanupWindow::showQuota()
{
    const QString key = m_account->currentData().toString();
    QStringList parts;
    QStringList details;
    for (const AccountSettings &account : m_engine->accounts()) {
        if (!key.isEmpty() && account.key != key)
            continue;
        const AccountQuota quota = m_engine->storageUse()->quota(account.key);
        const QString name = account.name.isEmpty() ? account.address : account.name;
        if (const QuotaRow *row = quota.fullest()) {
            const QString used = tr("%1 used (%2 %)").arg(quotaUsed(*row), number(row->percent()));
            parts.append(key.isEmpty() ? tr("%1: %2", "account, how full").arg(name, used) : used);
            details.append(name + u'\n' + quotaDetails(quota));
        }
    }
    m_quota->setText(parts.join(u"  ·  "_s));
    m_quota->setToolTip(details.join(u"\n\n"_s));
}

void CleanupWindow::kindChanged()
{
    m_inside.reset();
    m_limit = Page;
    m_title->setText(CleanupKinds::title(m_kinds->kind()));
    m_explanation->setText(CleanupKinds::explanation(m_kinds->kind()));
    m_age->setVisible(m_kinds->kind() == CleanupKind::Newsletters);
    m_back->hide();
    m_list->selectionModel()->clear();
    ask();
    renew();
}

QList<CleanupLine> CleanupWindow::selected() const
{
    QList<CleanupLine> lines;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows()) {
        if (const CleanupLine *line = m_model->line(index))
            lines.append(*line);
    }
    return lines;
}

void CleanupWindow::renew()
{
    qint64 count = 0;
    qint64 bytes = 0;
    const QList<CleanupLine> lines = selected();
    for (const CleanupLine &line : lines) {
        count += line.count;
        bytes += line.bytes;
    }
    const bool any = !lines.isEmpty() && m_stack->currentWidget() == m_list;
    const bool waste = m_kinds->kind() == CleanupKind::Waste;
    m_sum->setText(
        any ? tr("%Ln message(s), %1 selected", nullptr, int(std::min<qint64>(count, 2'000'000'000)))
                  .arg(roomSize(bytes))
            : tr("Nothing selected"));
    m_showAction->setEnabled(any && lines.size() == 1);
    m_showAction->setText(m_model->isOfMessages() ? tr("Show in &List") : tr("Show &Messages"));
    m_archiveAction->setEnabled(any && !waste && !m_deeds->isBusy());
    m_deleteAction->setEnabled(any && !m_deeds->isBusy());
    m_deleteAction->setText(!waste ? tr("&Delete") : m_inside ? tr("&Delete for Good…") : tr("&Empty…"));
    m_backAction->setEnabled(m_inside.has_value());
}

void CleanupWindow::activate(const QModelIndex &index)
{
    const CleanupLine *line = m_model->line(index);
    if (!line)
        return;
    if (m_model->isOfMessages()) {
        Q_EMIT messageWanted(line->message, line->folder);
        return;
    }
    m_inside = *line;
    m_limit = Page;
    m_title->setText(index.siblingAtColumn(CleanupModel::Title).data().toString());
    m_back->show();
    m_list->selectionModel()->clear();
    ask();
}

void CleanupWindow::showInList()
{
    const auto rows = m_list->selectionModel()->selectedRows();
    if (!rows.isEmpty())
        activate(rows.first());
}

void CleanupWindow::back()
{
    kindChanged();
    m_list->setFocus();
}

void CleanupWindow::showMore()
{
    m_limit += Page;
    ask(true);
}

void CleanupWindow::archive()
{
    m_deeds->perform(Intent::Kind::Archive, query(), selected());
}

void CleanupWindow::remove()
{
    if (m_kinds->kind() == CleanupKind::Waste && !m_inside)
        m_deeds->empty(selected());
    else
        m_deeds->perform(m_inside && m_kinds->kind() == CleanupKind::Waste ? Intent::Kind::Expunge
                                                                           : Intent::Kind::Delete,
                         query(), selected());
}

void CleanupWindow::undo()
{
    m_deeds->undo();
}

} // namespace kw
