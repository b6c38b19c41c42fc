#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace kw::ctl {

// Standard output and standard error. Whatever a sender wrote is shown without control characters, so that
// mail cannot drive the terminal; JSON escapes them itself.
class Output
{
public:
    explicit Output(bool json)
        : m_json(json)
    {
    }
    bool wantsJson() const { return m_json; }

    // Exactly one of these per run.
    void json(const QJsonObject &object);
    void text(const QString &text);
    // Columns as wide as their widest cell; those in `right` are aligned to the right.
    void table(const QStringList &head, const QList<QStringList> &rows, const QList<int> &right = {});

    void error(const QString &sentence);
    void error(const Error &error) { this->error(error.text); }

    // False once standard output did not take everything (a full disk, a closed pipe).
    bool isGood() const { return m_good; }

private:
    void write(const QByteArray &bytes);

    bool m_json;
    bool m_good = true;
};

// Without control and direction-changing characters; line breaks and tabs stay where `lines` is set.
QString printable(const QString &text, bool lines = false);
// At most `width` columns, with … where it was cut.
QString elided(const QString &text, int width);

} // namespace kw::ctl
