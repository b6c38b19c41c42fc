#include "ui/accounts/signatureedit.h"

#include "core/compose/signatureblock.h"
#include "ui/look/widgets.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int Lines = 4;

// Shows what it is given and asks nobody for more.
class Preview final : public QTextEdit
{
public:
    using QTextEdit::QTextEdit;
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

SignatureEdit::SignatureEdit(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_asHtml(new QCheckBox(tr("&HTML"), this))
    , m_preview(new Preview(this))
{
    setNames(this, "signatureEdit"_L1, tr("Signature"));
    setNames(m_text, "signatureText"_L1, tr("Signature"));
    setNames(m_asHtml, "signatureAsHtml"_L1, tr("Write the signature in HTML"));
    setNames(m_preview, "signaturePreview"_L1, tr("How the signature looks"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("Stands below what you write from this address"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    const int height = m_text->fontMetrics().lineSpacing() * Lines + 12;
    m_text->setFixedHeight(height);
    m_preview->setFixedHeight(height);
    auto *label = plainLabel(tr("Si&gnature:"), "signatureLabel"_L1, this);
    label->setBuddy(m_text);
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addStretch(1);
    head->addWidget(m_asHtml);
    auto *body = new QHBoxLayout;
    body->addWidget(m_text, 1);
    body->addWidget(m_preview, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(body);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        showPreview();
        if (!m_setting)
            Q_EMIT edited();
    });
    connect(m_asHtml, &QCheckBox::toggled, this, &SignatureEdit::switchOver);
    m_preview->hide();
}

void SignatureEdit::setSignature(const Signature &signature)
{
    const bool html = !signature.html.isEmpty();
    m_setting = true;
    m_asHtml->setChecked(html);
    m_text->setPlainText(html ? signature.html : signature.text);
    m_setting = false;
    showPreview();
}

Signature SignatureEdit::signature() const
{
    const QString written = m_text->toPlainText().trimmed().isEmpty() ? QString() : m_text->toPlainText();
    return m_asHtml->isChecked() ? Signature{{}, written} : Signature{written, {}};
}

void SignatureEdit::switchOver(bool toHtml)
{
    m_text->setFont(toHtml ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : font());
    m_preview->setVisible(toHtml);
    if (m_setting)
        return;
    const QString written = m_text->toPlainText();
    m_text->setPlainText(toHtml ? asHtml({written, {}}).html : asText({{}, written}).text);
}

void SignatureEdit::showPreview()
{
    if (m_asHtml->isChecked())
        m_preview->setHtml(signatureHtml(signature()));
}

} // namespace kw
