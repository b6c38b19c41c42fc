#include "ui/settings/composingpage.h"

#include "ui/compose/spellservice.h"
#include "ui/look/widgets.h"

#include <QComboBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

ComposingPage::ComposingPage(QWidget *parent)
    : SettingsPage("composingPage"_L1, tr("Composing"), "edit"_L1,
                   tr("compose write writing reply forward signature sending outgoing"), parent)
    , m_service(SpellService::shared())
{
    addWriting();
    addAnswering();
    addSpelling();
    addSending();
    addHeading(tr("Names and signatures"));
    addText("composingText"_L1,
            tr("The names and addresses you write from, and their signatures, belong to each account."),
            tr("identity identities alias sender from signature"));
    auto *accounts = new QPushButton(tr("Go to Accounts"), this);
    setNames(accounts, "composingAccounts"_L1, tr("Go to Accounts"));
    accounts->setAutoDefault(false);
    accounts->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addControl({"composingAccounts"_L1, {}, {}, {}, tr("identity identities alias sender from")}, accounts);
    connect(accounts, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted("accountsPage"_L1); });
    finish();
    connect(m_service.get(), &SpellService::ready, this, &ComposingPage::showDictionaries);
    if (m_service->isReady())
        showDictionaries();
}

ComposingPage::~ComposingPage() = default;

void ComposingPage::addWriting()
{
    addHeading(tr("Writing mail"));
    addTick(
        {"writeRichText"_L1, u"compose/richText"_s, tr("Write with formatting"),
         tr("Otherwise messages begin as plain text. Each message can be switched over."),
         tr("html rich plain text bold")},
        [](const UiSettings &s) { return s.writing.richText; },
        [](UiSettings &s, bool on) { s.writing.richText = on; });
}

void ComposingPage::addAnswering()
{
    addHeading(tr("Answers"));
    addChoice(
        {"answerPlace"_L1,
         u"compose/answerAbove"_s,
         tr("Write the answer"),
         {},
         tr("reply quote top bottom posting")},
        {{tr("above the quote"), 1}, {tr("below the quote"), 0}},
        [](const UiSettings &s) { return int(s.writing.answerAbove); },
        [](UiSettings &s, int v) { s.writing.answerAbove = v != 0; });
    addChoice(
        {"signaturePlace"_L1,
         u"compose/signatureAboveQuote"_s,
         tr("Signature in answers"),
         {},
         tr("quote reply end")},
        {{tr("above the quote"), 1}, {tr("at the end"), 0}},
        [](const UiSettings &s) { return int(s.writing.signatureAboveQuote); },
        [](UiSettings &s, int v) { s.writing.signatureAboveQuote = v != 0; });
}

void ComposingPage::addSpelling()
{
    addHeading(tr("Spelling"));
    addTick(
        {"checkSpelling"_L1,
         u"compose/checkSpelling"_s,
         tr("Underline misspelt words"),
         {},
         tr("spell check checker dictionary language")},
        [](const UiSettings &s) { return s.writing.checkSpelling; },
        [](UiSettings &s, bool on) { s.writing.checkSpelling = on; });
    m_languages = addTextChoice(
        {"spellingLanguage"_L1, u"compose/spellingLanguage"_s, tr("Language"),
         tr("By itself, each paragraph is checked in the language it is written in."),
         tr("spell check dictionary")},
        {{tr("by itself"), QString()},
         {dictionaryTitle(u"en_US"_s), u"en_US"_s},
         {dictionaryTitle(u"de_DE"_s), u"de_DE"_s}},
        [](const UiSettings &s) { return s.writing.spellingLanguage; },
        [](UiSettings &s, const QString &v) { s.writing.spellingLanguage = v; });
}

// What there is besides; and which of those shown are not there.
void ComposingPage::showDictionaries()
{
    for (const QString &code : m_service->dictionaries()) {
        if (m_languages->findData(code) < 0)
            m_languages->addItem(dictionaryTitle(code), code);
    }
    for (int i = 1; i < m_languages->count(); ++i) {
        const bool there = !m_service->dictionaryFor(m_languages->itemData(i).toString()).isEmpty();
        m_languages->setItemData(i, there ? QString() : tr("There is no dictionary for it on this computer."),
                                 Qt::ToolTipRole);
    }
}

void ComposingPage::addSending()
{
    addHeading(tr("Sending"));
    addChoice(
        {"undoSend"_L1, u"compose/undoSeconds"_s, tr("Sending can be undone"),
         tr("For so long a message waits here before it leaves."), tr("delay recall undo send seconds")},
        {{tr("not at all"), 0},
         {tr("for 5 seconds"), 5},
         {tr("for 10 seconds"), 10},
         {tr("for 20 seconds"), 20},
         {tr("for 30 seconds"), 30},
         {tr("for 60 seconds"), 60}},
        [](const UiSettings &s) { return s.writing.undoSeconds; },
        [](UiSettings &s, int v) { s.writing.undoSeconds = v; });
    addTick(
        {"remindOfAttachments"_L1, u"compose/remindOfAttachments"_s, tr("Ask about a forgotten attachment"),
         tr("When the text speaks of one and none is there."), tr("attachment reminder file forgot")},
        [](const UiSettings &s) { return s.writing.remindOfAttachments; },
        [](UiSettings &s, bool on) { s.writing.remindOfAttachments = on; });
    addChoice(
        {"askAboveRecipients"_L1,
         u"compose/askAboveRecipients"_s,
         tr("Ask before sending to many"),
         {},
         tr("recipients everybody reply all confirm")},
        {{tr("never"), 0},
         {tr("more than 5"), 5},
         {tr("more than 10"), 10},
         {tr("more than 20"), 20},
         {tr("more than 50"), 50}},
        [](const UiSettings &s) { return s.writing.askAboveRecipients; },
        [](UiSettings &s, int v) { s.writing.askAboveRecipients = v; });
    addTick(
        {"datesInUtc"_L1, u"compose/datesInUtc"_s, tr("Do not tell recipients my time zone"),
         tr("The date of a message then stands in universal time."), tr("privacy utc date timezone")},
        [](const UiSettings &s) { return s.writing.datesInUtc; },
        [](UiSettings &s, bool on) { s.writing.datesInUtc = on; });
    addTick(
        {"requestReceipt"_L1, u"compose/requestReceipt"_s, tr("Ask for a confirmation of reading"),
         tr("Recipients may refuse; many programs never answer."),
         tr("read receipt return notification mdn")},
        [](const UiSettings &s) { return s.writing.requestReceipt; },
        [](UiSettings &s, bool on) { s.writing.requestReceipt = on; });
}

} // namespace kw
