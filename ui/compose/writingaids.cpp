#include "ui/compose/writingaids.h"

#include "core/compose/templates.h"
#include "ui/compose/attachmentstrip.h"
#include "ui/compose/composeeditor.h"
#include "ui/compose/composeractions.h"
#include "ui/compose/composerhead.h"
#include "ui/compose/composerwindow.h"
#include "ui/compose/identitybox.h"
#include "ui/compose/richoriginals.h"
#include "ui/compose/spelling.h"
#include "ui/compose/spellservice.h"
#include "ui/look/widgets.h"
#include "ui/reader/bannerstack.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr QLatin1StringView ProblemBanner("aidProblem");
}

WritingAids::WritingAids(ComposerWindow *window, const WritingSettings &settings,
                         const QString &configDirectory)
    : QObject(window)
    , m_window(window)
    , m_settings(settings)
    , m_directory(configDirectory)
    , m_spelling(new Spelling(window->editor()))
{
    buildSpelling();
    if (m_directory.isEmpty())
        return;
    if (auto signatures = SignatureFile::load(m_directory + "/signatures.ini"_L1))
        m_signatures = *std::move(signatures);
    fillSignatures();
    fillTemplates();
    connect(window->templateMenu(), &QMenu::aboutToShow, this, &WritingAids::fillTemplates);
    connect(window->head()->from(), &IdentityBox::chosen, this, &WritingAids::senderChanged);
}

void WritingAids::buildSpelling()
{
    m_spelling->setPassedOver(
        [](const QTextBlock &block) { return blocks::quoteLevel(block) > 0 || blocks::isSignature(block); });
    m_spelling->setLanguage(m_settings.spellingLanguage);
    m_spelling->setEnabled(m_settings.checkSpelling);
    ComposeEditor *editor = m_window->editor();
    editor->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(editor, &QWidget::customContextMenuRequested, this, &WritingAids::showMenu);

    QMenu *options = m_window->commands()->options;
    options->addSeparator();
    QAction *check = options->addAction(tr("Check Spelling"));
    check->setObjectName("checkSpelling"_L1);
    check->setCheckable(true);
    check->setChecked(m_settings.checkSpelling);
    connect(check, &QAction::toggled, m_spelling, &Spelling::setEnabled);
    auto *languages = options->addMenu(tr("Language of the Spelling"));
    languages->setObjectName("spellingLanguages"_L1);
    connect(languages, &QMenu::aboutToShow, this, [this, languages] {
        languages->clear();
        auto *one = new QActionGroup(languages);
        QStringList codes = m_spelling->dictionaries();
        codes.prepend({});
        for (const QString &code : std::as_const(codes)) {
            QAction *choice
                = languages->addAction(code.isEmpty() ? tr("As the Text Is") : dictionaryTitle(code));
            choice->setCheckable(true);
            choice->setChecked(code == m_spelling->language());
            one->addAction(choice);
            connect(choice, &QAction::triggered, this, [this, code] { m_spelling->setLanguage(code); });
        }
        if (const QString missing = m_spelling->missing(); !missing.isEmpty())
            languages->addAction(missing)->setEnabled(false);
    });
}

void WritingAids::showMenu(const QPoint &at)
{
    ComposeEditor *editor = m_window->editor();
    QMenu *menu = editor->createStandardContextMenu(at);
    setNames(menu, "editorMenu"_L1, tr("Text"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_spelling->addActionsTo(menu, at);
    menu->popup(editor->viewport()->mapToGlobal(at));
}

void WritingAids::fillSignatures()
{
    if (m_signatures.isEmpty())
        return;
    QMenu *menu = m_window->signatureMenu();
    for (auto it = m_signatures.cbegin(); it != m_signatures.cend(); ++it) {
        QAction *use = menu->addAction(it.key());
        connect(use, &QAction::triggered, this, [this, address = it.key()] { put(address); });
    }
    menu->addSeparator();
    QAction *none = menu->addAction(tr("No Signature"));
    none->setObjectName("noSignature"_L1);
    connect(none, &QAction::triggered, this, [this] { put({}); });
}

void WritingAids::sign()
{
    const QString address = m_window->head()->from()->from().email.toLower();
    if (m_signatures.contains(address))
        put(address);
}

// One that the person chose for this message stays; so does one that another sender has not.
void WritingAids::senderChanged()
{
    const QString address = m_window->head()->from()->from().email.toLower();
    if (!m_signed.isEmpty() || m_signatures.contains(address))
        put(m_signatures.contains(address) ? address : QString());
}

void WritingAids::put(const QString &address)
{
    const Signature signature = m_signatures.value(address);
    m_window->editor()->setSignature(signature.html, signature.text,
                                     m_settings.signatureAboveQuote ? SignatureStands::AboveQuote
                                                                    : SignatureStands::AtEnd);
    m_signed = address;
}

void WritingAids::fillTemplates()
{
    QMenu *menu = m_window->templateMenu();
    menu->clear();
    const QStringList names = Templates(m_directory).names();
    for (const QString &name : names)
        connect(menu->addAction(name), &QAction::triggered, this, [this, name] { useTemplate(name); });
    if (!names.isEmpty())
        menu->addSeparator();
    QAction *save = menu->addAction(tr("Save as Template…"));
    save->setObjectName("saveTemplate"_L1);
    connect(save, &QAction::triggered, this, &WritingAids::saveTemplate);
    if (names.isEmpty())
        return;
    QMenu *removal = menu->addMenu(tr("Delete Template"));
    removal->setObjectName("deleteTemplate"_L1);
    for (const QString &name : names)
        connect(removal->addAction(name), &QAction::triggered, this, [this, name] {
            if (const auto done = Templates(m_directory).remove(name); !done)
                m_window->banners()->add(ProblemBanner, Tone::Bad, "error"_L1, done.error().text);
        });
}

// Its text goes in where the cursor stands; what the message has already stays.
void WritingAids::useTemplate(const QString &name)
{
    const auto made = Templates(m_directory).load(name);
    if (!made) {
        m_window->banners()->add(ProblemBanner, Tone::Bad, "error"_L1, made.error().text);
        return;
    }
    if (m_window->head()->subject()->text().isEmpty())
        m_window->head()->subject()->setText(made->subject);
    for (const DraftAttachment &file : made->attachments) {
        if (!file.isInline)
            m_window->attachments()->add(file);
        else if (m_window->editor()->isRich())
            m_window->editor()->addPicture(file);
    }
    m_window->editor()->insertWritten(made->html, made->text);
}

void WritingAids::saveTemplate()
{
    auto *ask = new QInputDialog(m_window);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    setNames(ask, "templateName"_L1, tr("Save as Template"));
    ask->setWindowTitle(tr("Save as Template"));
    ask->setLabelText(tr("Name of the template:"));
    ask->setTextValue(m_window->head()->subject()->text().simplified());
    connect(ask, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (const auto done = Templates(m_directory).save(name, m_window->draft()); !done)
            m_window->banners()->add(ProblemBanner, Tone::Bad, "error"_L1, done.error().text);
    });
    ask->open();
}

} // namespace kw
