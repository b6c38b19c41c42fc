#include "ui/accounts/certificatefacts.h"

#include "ui/accounts/certificatedialog.h"
#include "ui/look/widgets.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace kw {

CertificateFacts::CertificateFacts(const QString &title, QLatin1StringView objectName,
                                   const ShownCertificate &shown, QWidget *parent)
    : QFrame(parent)
{
    setNames(this, objectName, title.isEmpty() ? tr("Certificate") : title);
    setFrameShape(QFrame::StyledPanel);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(14, 10, 14, 10);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(6);
    if (!title.isEmpty()) {
        auto *heading = plainLabel(title, "certificateTitle"_L1, this);
        QFont bold = heading->font();
        bold.setWeight(QFont::DemiBold);
        heading->setFont(bold);
        form->addRow(heading);
    }
    const QLocale locale;
    const auto day = [&locale](const QDateTime &when) {
        return locale.toString(when.toLocalTime().date(), tr("d MMMM yyyy", "format of a date"));
    };
    constexpr qsizetype FewNames = 6;
    QString names = QStringList(shown.names.mid(0, FewNames)).join(u", "_s);
    if (shown.names.size() > FewNames)
        names = tr("%1 and %n more", nullptr, int(shown.names.size() - FewNames)).arg(names);
    add(form, tr("Belongs to:"), "certificateSubject"_L1,
        shown.organization.isEmpty()
            ? shown.subject
            : tr("%1 (%2)", "server, organisation").arg(shown.subject, shown.organization));
    add(form, tr("For servers:"), "certificateNames"_L1, names);
    add(form, tr("Issued by:"), "certificateIssuer"_L1, shown.selfSigned ? tr("itself") : shown.issuer);
    add(form, tr("Valid:"), "certificateDates"_L1,
        tr("from %1 to %2", "two dates").arg(day(shown.from), day(shown.until)));
    add(form, tr("Key:"), "certificateKey"_L1, shown.key);
    add(form, tr("Fingerprint\n(SHA-256):"), "certificateFingerprint"_L1,
        fingerprintInGroups(shown.fingerprint), true);
}

void CertificateFacts::add(QFormLayout *form, const QString &label, QLatin1StringView objectName,
                           const QString &text, bool fixedWidth)
{
    if (text.isEmpty())
        return;
    auto *what = plainLabel(label, "certificateLabel"_L1, this);
    setQuiet(what);
    what->setAlignment(Qt::AlignRight | Qt::AlignTop);
    auto *value = plainLabel(text, objectName, this);
    // A label that wraps asks for two lines, however short its text is.
    constexpr int FitsOneLine = 45;
    value->setWordWrap(!fixedWidth && text.size() > FitsOneLine);
    value->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (fixedWidth)
        value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    form->addRow(what, value);
}

} // namespace kw
