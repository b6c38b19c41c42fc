#include "ui/compose/composerwindow.h"

#include "core/mime/html/htmlsanitizer.h"
#include "core/sync/engine.h"
#include "core/sync/facade/letters.h"
#include "ui/compose/attachmentstrip.h"
#include "ui/compose/composeeditor.h"
#include "ui/compose/composeractions.h"
#include "ui/compose/composerhead.h"
#include "ui/compose/draftsending.h"
#include "ui/compose/formatting.h"
#include "ui/compose/identitybox.h"
#include "ui/compose/recipientsedit.h"
#include "ui/compose/revisionsdialog.h"
#include "ui/compose/richimport.h"
#include "ui/compose/sealchoice.h"
#include "ui/compose/writingaids.h"
#include "ui/organize/undotoast.h"
#include "ui/reader/bannerstack.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int ReadableColumns = 84; // of plain text

bool quotes(DraftAct act)
{
    return act == DraftAct::Reply || act == DraftAct::ReplyAll || act == DraftAct::ReplyList
        || act == DraftAct::Forward;
}

bool isForeign(DraftAct act)
{
    return act == DraftAct::Forward || act == DraftAct::EditAsNew;
}

// Room for the person's own words above or below what they answer.
Draft withRoom(Draft draft, bool above)
{
    if (!quotes(draft.act))
        return draft;
    QString &text = draft.html.isEmpty() ? draft.text : draft.html;
    const auto room = draft.html.isEmpty() ? "\n\n"_L1 : "<div><br></div>\n<div><br></div>\n"_L1;
    if (above)
        text.prepend(room);
    else
        text.append(room);
    return draft;
}

} // namespace

ComposerWindow::ComposerWindow(Engine *engine, const ComposerSetup &setup, const QString &accountKey,
                               const Draft &draft, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_setup(setup)
    , m_actions(new ComposerActions(this))
    , m_head(new ComposerHead(this))
    , m_editor(new ComposeEditor(this))
    , m_formatting(new Formatting(m_editor, this))
    , m_attachments(new AttachmentStrip(this))
    , m_banners(new BannerStack(this))
    , m_seals(new SealChoice(m_actions, m_head, engine->letters(), this))
    , m_keeping(new DraftKeeping(engine->letters(),
                                 {[this] { return this->draft(); }, [this] { return this->accountKey(); },
                                  [this] { return m_base.messageId; }},
                                 setup.times, this))
    , m_sending(new DraftSending(this, engine->letters(), m_banners, setup.writing, setup.largestMessage))
    , m_toast(new UndoToast(this))
    , m_aids(new WritingAids(this, setup.writing, setup.configDirectory))
{
    build();
    connectAll();
    begin(accountKey, draft);
}

ComposerWindow::~ComposerWindow() = default;

void ComposerWindow::begin(const QString &accountKey, const Draft &draft)
{
    m_head->setAccounts(m_engine->accounts());
    m_head->setPeople(m_setup.people);
    m_editor->setReadableColumns(ReadableColumns);
    m_base = draft;
    m_head->showDraft(accountKey, draft);
    showDraft(m_setup.isKept ? draft : withRoom(draft, m_setup.writing.answerAbove));
    setWindowTitle(draft.subject.trimmed().isEmpty() ? tr("New Message") : draft.subject.simplified());
    if (draft.act == DraftAct::Redirect) {
        m_banners->add(u"redirectNote"_s, Tone::Info, "info"_L1,
                       tr("The message is passed on as it came. Only say to whom."));
        m_editor->hide();
        m_head->subject()->setEnabled(false);
        m_actions->attach->setEnabled(false);
        m_actions->rich->setEnabled(false);
    } else if (!m_setup.isKept) {
        m_aids->sign();
    }
    m_seals->begin(draft);
    takeAsBegun();
    focusFirst();
}

void ComposerWindow::showDraft(const Draft &draft)
{
    m_loading = true;
    const bool rich = !draft.html.isEmpty()
        || (draft.text.isEmpty() && m_setup.writing.richText && draft.act != DraftAct::Redirect);
    QList<DraftAttachment> files;
    QList<DraftAttachment> pictures;
    for (const DraftAttachment &attachment : draft.attachments)
        (rich && attachment.isInline ? pictures : files).append(attachment);
    if (rich)
        m_editor->showRichText(draft.html, pictures, isForeign(m_base.act));
    else
        m_editor->showPlain(draft.text);
    m_attachments->setAttachments(files);
    showOptions(draft.options);
    showMode();
    m_loading = false;
}

void ComposerWindow::showOptions(const DraftOptions &options)
{
    m_actions->readReceipt->setChecked(options.readReceipt);
    m_actions->deliveryReport->setChecked(options.deliveryReport);
    m_actions->sign->setChecked(options.sign);
    m_actions->encrypt->setChecked(options.encrypt);
}

void ComposerWindow::showContent(const Draft &draft)
{
    m_head->showDraft(accountKey(), draft);
    showDraft(draft);
    setWindowTitle(draft.subject.trimmed().isEmpty() ? tr("New Message") : draft.subject.simplified());
    changed();
}

void ComposerWindow::takeAsBegun()
{
    m_begun = draft();
}

void ComposerWindow::focusFirst()
{
    const bool below = quotes(m_base.act) && !m_setup.writing.answerAbove && !m_setup.isKept;
    if (below)
        m_editor->goBelow();
    else
        m_editor->moveCursor(QTextCursor::Start);
    if (m_head->to()->isEmpty() && m_head->cc()->isEmpty() && m_head->bcc()->isEmpty())
        m_head->to()->setFocus();
    else if (!quotes(m_base.act) && m_head->subject()->text().isEmpty())
        m_head->subject()->setFocus();
    else
        m_editor->setFocus();
}

Draft ComposerWindow::draft() const
{
    Draft out = m_base;
    m_head->writeTo(out);
    out.attachments = m_attachments->attachments();
    if (m_editor->isRich()) {
        out.html = m_editor->html();
        out.text.clear();
        out.attachments += m_editor->picturesIn(out.html);
    } else if (out.act != DraftAct::Redirect) {
        out.text = m_editor->text();
        out.html.clear();
    }
    out.dateInUtc = m_setup.writing.datesInUtc;
    out.options.readReceipt = m_actions->readReceipt->isChecked();
    out.options.deliveryReport = m_actions->deliveryReport->isChecked();
    out.options.sign = m_actions->sign->isChecked();
    out.options.encrypt = m_actions->encrypt->isChecked();
    out.options.acceptsUnproven = m_seals->acceptsUnproven();
    return out;
}

QString ComposerWindow::accountKey() const
{
    return m_head->from()->accountKey();
}

QMenu *ComposerWindow::signatureMenu() const
{
    return m_actions->signature;
}

QMenu *ComposerWindow::templateMenu() const
{
    return m_actions->templates;
}

QString ComposerWindow::statusText() const
{
    return m_status->text();
}

void ComposerWindow::say(const QString &status)
{
    m_status->setText(status);
}

void ComposerWindow::changed()
{
    if (m_loading)
        return;
    m_keeping->changed();
    if (m_toast->isVisible())
        m_toast->hide(); // what it offers to undo is no longer the last thing done
}

void ComposerWindow::showMode()
{
    const bool rich = m_editor->isRich();
    m_actions->rich->setChecked(rich);
    m_formatting->setRich(rich);
    m_formattingBar->setVisible(rich);
}

void ComposerWindow::setRich(bool rich)
{
    if (rich == m_editor->isRich())
        return;
    const Draft before = draft();
    m_loading = true;
    if (rich)
        m_editor->showRichText(plainAsRich(before.text), {}, false);
    else
        m_editor->showPlain(htmlToText(before.html));
    m_loading = false;
    showMode();
    changed();
    if (!rich && hasFormatting(before.html))
        m_toast->say("info"_L1, tr("The formatting is gone."), tr("Undo"), [this, before] {
            showDraft(before);
            changed();
        });
    m_editor->setFocus();
}

void ComposerWindow::setBusy(bool busy)
{
    if (busy) {
        m_keeping->stop();
        say(tr("Sending…"));
    } else {
        say({});
        m_keeping->goOn();
        if (isHidden())
            show();
    }
    m_head->setReadOnly(busy);
    m_editor->setReadOnly(busy);
    m_attachments->setEnabled(!busy);
    for (QAction *action : {m_actions->send, m_actions->attach, m_actions->rich, m_actions->discard})
        action->setEnabled(!busy
                           && (m_base.act != DraftAct::Redirect || action == m_actions->send
                               || action == m_actions->discard));
    m_formatting->setRich(!busy && m_editor->isRich());
}

void ComposerWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && !m_done)
        m_keeping->keepNow(KeepDraft::Here);
}

void ComposerWindow::showRevisions()
{
    m_keeping->keepNow(KeepDraft::Here); // what stands there now can be had again, too
    auto *dialog = new RevisionsDialog(m_engine->letters(), m_base.messageId, this);
    connect(dialog, &RevisionsDialog::restored, this, &ComposerWindow::showContent);
    dialog->open();
}

} // namespace kw
