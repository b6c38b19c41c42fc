#include "ui/compose/sealchoice.h"

#include "core/sync/facade/letters.h"
#include "ui/compose/composeractions.h"
#include "ui/compose/composerhead.h"
#include "ui/compose/identitybox.h"
#include "ui/compose/recipientsedit.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QAction>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr std::chrono::milliseconds AskAfter(500); // GnuPG is started for it
constexpr int IconSide = 16;
} // namespace

SealChoice::SealChoice(ComposerActions *actions, ComposerHead *head, Letters *letters, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_head(head)
    , m_letters(letters)
    , m_signHint(actions->sign->toolTip())
    , m_encryptHint(actions->encrypt->toolTip())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(AskAfter);
    connect(&m_soon, &QTimer::timeout, this, &SealChoice::ask);
    connect(head, &ComposerHead::changed, this, &SealChoice::look);
    for (QAction *action : {actions->sign, actions->encrypt})
        connect(action, &QAction::toggled, this, &SealChoice::show);
    connect(letters, &Letters::keysTold, this, [this](int request, const SealState &state) {
        if (request != m_request || request == 0)
            return;
        m_request = 0;
        m_state = state;
        show();
    });
}

QWidget *SealChoice::makeLine(QWidget *parent)
{
    m_line = new QWidget(parent);
    setNames(m_line, "composeSeal"_L1, tr("Signing and encrypting"));
    m_icon = new QLabel(m_line);
    m_icon->setObjectName("composeSealIcon"_L1);
    m_words = plainLabel({}, "composeSealWords"_L1, m_line);
    m_words->setWordWrap(true);
    setQuiet(m_words);
    auto *layout = new QHBoxLayout(m_line);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_words, 1);
    m_line->hide();
    return m_line;
}

void SealChoice::begin(const Draft &draft)
{
    m_possible = draft.act != DraftAct::Redirect;
    if (!m_possible) {
        m_actions->sign->setEnabled(false);
        m_actions->encrypt->setEnabled(false);
        return;
    }
    m_recipients = recipients();
    m_from = m_head->from()->from();
    m_soon.start();
    show();
}

QList<Address> SealChoice::recipients() const
{
    return m_head->to()->addresses() + m_head->cc()->addresses() + m_head->bcc()->addresses();
}

void SealChoice::look()
{
    const QList<Address> now = recipients();
    const Address from = m_head->from()->from();
    if (!m_possible || (now == m_recipients && from == m_from))
        return;
    m_recipients = now;
    m_from = from;
    m_state.reset();
    m_acceptsUnproven = false;
    m_request = 0;
    m_soon.start();
    show();
}

void SealChoice::ask()
{
    m_request = m_letters->askKeys(m_recipients, m_from);
}

void SealChoice::acceptUnproven()
{
    m_acceptsUnproven = true;
    show();
}

void SealChoice::show()
{
    if (!m_possible)
        return;
    const auto offer = [this](QAction *action, const QString &hint, bool sign) {
        const bool can = !m_state || m_state->kindFor(sign, !sign, true);
        action->setEnabled(can || action->isChecked()); // what is chosen can be taken back
        action->setToolTip(can ? hint : hint + u'\n' + m_state->obstacles(sign, !sign).join(u' '));
    };
    offer(m_actions->sign, m_signHint, true);
    offer(m_actions->encrypt, m_encryptHint, false);
    showLine();
}

void SealChoice::showLine()
{
    const bool sign = m_actions->sign->isChecked();
    const bool encrypt = m_actions->encrypt->isChecked();
    if (!m_line)
        return;
    m_line->setVisible(sign || encrypt);
    QString words = sign && encrypt ? tr("It will be signed and encrypted.")
        : sign                      ? tr("It will be signed.")
                                    : tr("It will be encrypted.");
    QLatin1StringView picture = encrypt ? "lock"_L1 : "signature"_L1;
    if (!m_state) {
        words = tr("Looking for the keys…");
    } else if (!m_state->kindFor(sign, encrypt, m_acceptsUnproven)) {
        words = m_state->obstacles(sign, encrypt).join(u' ');
        picture = "warning"_L1;
    }
    m_words->setText(words);
    m_line->setAccessibleDescription(words);
    const QPalette palette = m_words->palette();
    m_icon->setPixmap(
        iconPixmap(picture, palette.color(m_words->foregroundRole()), IconSide, m_icon->devicePixelRatioF()));
}

} // namespace kw
