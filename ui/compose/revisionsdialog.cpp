#include "ui/compose/revisionsdialog.h"

#include "core/account/identities.h"
#include "core/mime/html/htmlsanitizer.h"
#include "core/sync/facade/letters.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

RevisionsDialog::RevisionsDialog(Letters *letters, const QString &messageId, QWidget *parent)
    : QDialog(parent)
    , m_letters(letters)
    , m_messageId(messageId)
    , m_list(new QListWidget(this))
    , m_preview(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "revisionsDialog"_L1, tr("Earlier versions"));
    setWindowTitle(tr("Earlier Versions"));
    resize(760, 460);
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &RevisionsDialog::ask);
    connect(letters, &Letters::begun, this, [this](int request, const QString &, const Draft &draft) {
        if (request == m_request)
            showDraft(draft);
    });
    connect(letters, &Letters::failed, this, [this](int request, const Error &error) {
        if (request == m_request)
            m_preview->setPlainText(error.text);
    });
    fill();
}

void RevisionsDialog::build()
{
    setNames(m_list, "revisionsList"_L1, tr("When it was saved"));
    setNames(m_preview, "revisionPreview"_L1, tr("What it was then"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setNames(buttons, "revisionsButtons"_L1, tr("Actions"));
    m_restore = buttons->addButton(tr("&Restore"), QDialogButtonBox::ActionRole);
    setNames(m_restore, "restoreRevision"_L1, tr("Restore"));
    m_restore->setEnabled(false);
    connect(m_restore, &QPushButton::clicked, this, &RevisionsDialog::restore);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *panes = new QHBoxLayout;
    panes->addWidget(m_list, 1);
    panes->addWidget(m_preview, 2);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(panes, 1);
    layout->addWidget(buttons);
}

void RevisionsDialog::fill()
{
    QList<LetterRevision> revisions = m_letters->revisions(m_messageId);
    std::sort(revisions.begin(), revisions.end(),
              [](const LetterRevision &a, const LetterRevision &b) { return a.number > b.number; });
    for (const LetterRevision &revision : std::as_const(revisions)) {
        auto *item = new QListWidgetItem(shortDate(revision.at / 1000), m_list);
        item->setToolTip(longDate(revision.at / 1000));
        item->setData(Qt::UserRole, revision.number);
    }
    if (revisions.isEmpty())
        m_preview->setPlainText(tr("Nothing was saved yet."));
    else
        m_list->setCurrentRow(0);
}

void RevisionsDialog::ask(int row)
{
    m_restore->setEnabled(false);
    if (const QListWidgetItem *item = m_list->item(row))
        m_request = m_letters->open(m_messageId, item->data(Qt::UserRole).toInt());
}

void RevisionsDialog::showDraft(const Draft &draft)
{
    m_shown = draft;
    QStringList to;
    for (const Address &address : draft.to)
        to.append(oneLine(writtenMailbox(address)));
    m_preview->setPlainText(tr("To: %1").arg(to.join(", "_L1)) + u'\n' + tr("Subject: %1").arg(draft.subject)
                            + "\n\n"_L1 + (draft.html.isEmpty() ? draft.text : htmlToText(draft.html)));
    m_restore->setEnabled(true);
}

void RevisionsDialog::restore()
{
    Q_EMIT restored(m_shown);
    accept();
}

} // namespace kw
