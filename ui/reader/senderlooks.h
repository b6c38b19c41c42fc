#pragma once

#include <QString>

#include <optional>

namespace kw {

// In which of its two ways a sender's mail is read, where the person has chosen: looks.ini in the profile's
// configuration folder. Blocking file I/O of a few KB. GUI thread.
class SenderLooks
{
public:
    void setDirectory(const QString &configDirectory); // empty: nothing is kept
    std::optional<bool> prefersPlain(const QString &email) const;
    void setPrefersPlain(const QString &email, bool plain);

private:
    QString m_file;
};

} // namespace kw
