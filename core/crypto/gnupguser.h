#pragma once

#include <mutex>

namespace GpgME {
class Context;
}

namespace kw {

// Whoever has GnuPG work, one operation after the other.
class GnupgUser
{
public:
    GnupgUser() = default;
    GnupgUser(const GnupgUser &) = delete;
    GnupgUser &operator=(const GnupgUser &) = delete;

    // Whether the person may be asked for a passphrase; if not, what needs one is cancelled. Between
    // operations.
    void setMayAsk(bool on) { m_mayAsk = on; }
    // Ends what is going on and whatever comes; the passphrase dialog goes. From any thread.
    void cancel();

protected:
    ~GnupgUser() = default;

private:
    friend class GnupgTurn;

    std::mutex m_mutex;
    GpgME::Context *m_context = nullptr; // while an operation runs
    bool m_cancelled = false;
    bool m_mayAsk = true;
};

} // namespace kw
