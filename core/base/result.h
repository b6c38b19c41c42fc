#pragma once

#include <QMetaType>
#include <QString>

#include <utility>
#include <variant>

namespace kw {

enum class ErrorKind {
    Cancelled, // we gave the work up ourselves; never shown to a person
    Network, // unreachable, refused, timed out, cut: worth a retry with back-off
    Auth, // the server refuses the credentials: ask the person, do not retry
    Tls, // the certificate or handshake is not acceptable: ask the person, do not retry
    Protocol, // the server's answer makes no sense: new session
    Refused, // a tagged NO: the server will not do this
    Storage, // the local database or disk
    NotFound,
    Unsupported,
    Invalid, // input from the person or a file is wrong
    Busy, // somebody else has it (another process on this profile)
};

// An error is a value that ends in a sentence a person can act on.
struct Error {
    ErrorKind kind = ErrorKind::Protocol;
    QString text; // the sentence, translated
    QString code; // machine-readable response code where the server gave one ("OVERQUOTA"); else empty

    bool operator==(const Error &) const = default;
    bool isRetryable() const { return kind == ErrorKind::Network || kind == ErrorKind::Protocol; }
};

// A value or an Error. Reading the value of a failed result is a programming error.
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }
    explicit operator bool() const { return m_state.index() == 0; }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }
    // Whether it went well, where the value does not matter.
    template <class T>
    Result(const Result<T> &other)
        : m_error(other ? Error{} : other.error())
        , m_failed(!other)
    {
    }
    explicit operator bool() const { return !m_failed; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace kw

Q_DECLARE_METATYPE(kw::Error)
