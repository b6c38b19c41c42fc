#pragma once

#include "core/account/signatures.h"

#include <QWidget>

class QCheckBox;
class QPlainTextEdit;
class QTextEdit;

namespace kw {

// What stands below mail from one address: as text, or as HTML with a view of what comes of it. GUI thread.
class SignatureEdit : public QWidget
{
    Q_OBJECT
public:
    explicit SignatureEdit(QWidget *parent = nullptr);

    void setSignature(const Signature &signature);
    Signature signature() const;

Q_SIGNALS:
    void edited();

private:
    void switchOver(bool toHtml);
    void showPreview();

    QPlainTextEdit *m_text;
    QCheckBox *m_asHtml;
    QTextEdit *m_preview;
    bool m_setting = false;
};

} // namespace kw
