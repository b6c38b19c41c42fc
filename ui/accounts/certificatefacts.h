#pragma once

#include "core/tls/showncertificate.h"

#include <QFrame>

class QFormLayout;

namespace kw {

// A card with what a certificate says of itself. GUI thread.
class CertificateFacts : public QFrame
{
    Q_OBJECT
public:
    CertificateFacts(const QString &title, QLatin1StringView objectName, const ShownCertificate &shown,
                     QWidget *parent = nullptr);

private:
    void add(QFormLayout *form, const QString &label, QLatin1StringView objectName, const QString &text,
             bool fixedWidth = false);
};

} // namespace kw
