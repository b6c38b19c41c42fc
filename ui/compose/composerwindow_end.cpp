// How a message window ends: what is kept, what is thrown away.
#include "core/sync/engine.h"
#include "core/sync/facade/letters.h"
#include "ui/compose/attachmentstrip.h"
#include "ui/compose/composeeditor.h"
#include "ui/compose/composerhead.h"
#include "ui/compose/composerwindow.h"
#include "ui/compose/draftsending.h"
#include "ui/compose/recipientsedit.h"
#include "ui/reader/bannerstack.h"

#include <QCloseEvent>
#include <QLineEdit>
#include <QSettings>

#include <utility>

using namespace Qt::StringLiterals;

namespace kw {

bool ComposerWindow::isEmpty() const
{
    return m_head->to()->isEmpty() && m_head->cc()->isEmpty() && m_head->bcc()->isEmpty()
        && m_head->subject()->text().trimmed().isEmpty() && m_editor->isBlank()
        && m_attachments->attachments().isEmpty() && m_base.redirected.isEmpty();
}

void ComposerWindow::askDiscard()
{
    if (isEmpty() || (draft() == m_begun && !m_setup.isKept)) {
        discard();
        return;
    }
    auto *banner = m_banners->add(u"discardQuestion"_s, Tone::Warning, "trash"_L1,
                                  tr("Discard this message? It is then nowhere, not even among the drafts."),
                                  {{tr("Discard"), [this] { discard(); }}, {tr("Keep Writing"), [this] {
                                                                                m_banners->remove(
                                                                                    u"discardQuestion"_s);
                                                                                m_editor->setFocus();
                                                                            }}});
    if (auto *keep = banner->findChild<QWidget *>("discardQuestionButton2"_L1))
        keep->setFocus();
}

void ComposerWindow::discard()
{
    m_keeping->stop();
    m_done = true;
    const Draft last = draft();
    if (!isEmpty() || m_keeping->wasKept() || m_setup.isKept)
        m_engine->letters()->discard(m_base.messageId);
    Q_EMIT discarded(accountKey(), last);
    close();
}

// A draft is kept, an answer without a word of one's own is not.
void ComposerWindow::endOf(const Draft &now)
{
    const bool untouched = now == m_begun;
    const bool worthless = !m_setup.isKept && (untouched || isEmpty());
    if (!worthless) {
        m_keeping->keepNow(KeepDraft::OnServer);
        if (!untouched)
            Q_EMIT keptAsDraft(now.messageId, now.subject);
    } else if (m_keeping->wasKept() || !isEmpty()) {
        m_engine->letters()->discard(now.messageId);
    }
    m_keeping->stop();
}

void ComposerWindow::closeEvent(QCloseEvent *event)
{
    if (m_sending->isUnderWay()) { // it comes back should sending fail
        event->ignore();
        hide();
        return;
    }
    if (!std::exchange(m_done, true))
        endOf(draft());
    if (!m_setup.configDirectory.isEmpty()) {
        QSettings file(m_setup.configDirectory + "/window.ini"_L1, QSettings::IniFormat);
        file.setValue("composer/geometry"_L1, saveGeometry());
    }
    event->accept();
}

} // namespace kw
