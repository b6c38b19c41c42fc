#pragma once

#include "core/crypto/sealopener.h"

#include <mutex>

namespace GpgME {
class Context;
}

namespace kw {

// Opens seals with the GnuPG of this computer (GpgME): the person's own keys, agent and passphrase dialog.
// Looks nothing up on the network. Where GnuPG is missing every answer is NoProgram. One per thread.
class Gnupg : public SealOpener
{
public:
    Opened decrypt(Seal::Kind kind, QByteArrayView sealed) override;
    Opened takeOut(Seal::Kind kind, QByteArrayView sealed) override;
    Opened verify(Seal::Kind kind, QByteArrayView covered, QByteArrayView signature) override;
    Cms kindOf(QByteArrayView octets) override;

    // Whether the person may be asked for a passphrase; if not, what needs one is Cancelled. Between
    // operations.
    void setMayAsk(bool on) { m_mayAsk = on; }
    // Ends what is going on and whatever comes; the passphrase dialog goes. From any thread.
    void cancel();

private:
    class Turn; // one operation

    std::mutex m_mutex;
    GpgME::Context *m_context = nullptr; // while an operation runs
    bool m_cancelled = false;
    bool m_mayAsk = true;
};

} // namespace kw
