#pragma once

#include "core/crypto/gnupguser.h"
#include "core/mime/seal.h"

#include <gpgme++/context.h>
#include <gpgme++/data.h>

#include <QByteArray>

#include <memory>

// For those that speak to GnuPG, within this room.
namespace kw {

void initializeGnupg();
GpgME::Data dataOf(QByteArrayView octets); // borrows them
QByteArray octetsOf(GpgME::Data &data);
QDateTime timeOf(time_t seconds); // 0: not valid

// One operation.
class GnupgTurn
{
public:
    GnupgTurn(GnupgUser &user, Seal::Kind kind);
    ~GnupgTurn();
    GnupgTurn(const GnupgTurn &) = delete;
    GnupgTurn &operator=(const GnupgTurn &) = delete;

    explicit operator bool() const { return m_context && !m_cancelled; }
    Seal::Opening obstacle() const { return m_context ? Seal::Opening::Cancelled : Seal::Opening::NoProgram; }
    GpgME::Context *operator->() const { return m_context.get(); }
    GpgME::Context &operator*() const { return *m_context; }

private:
    GnupgUser &m_user;
    const std::unique_ptr<GpgME::Context> m_context; // null where the program is missing
    bool m_cancelled = false;
};

} // namespace kw
