#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <functional>
#include <optional>

namespace kw {

// What a server says, taken apart into responses (RFC 3501 2.2.2, 4.3): a line, and the literals that stand
// in it. A literal that somebody wants as it comes is handed on octet by octet; everything else is kept,
// within limits. Everything heard is hostile. No socket; any thread.
class ResponseReader
{
public:
    // Text and literals by turns: text first, and last.
    using Response = QByteArrayList;
    // False: no more can be taken.
    using Sink = std::function<bool(QByteArrayView)>;
    // Asked when a literal of so many octets begins, with the text before it; null: it is kept.
    using Wanted = std::function<Sink(QByteArrayView before, qint64 octets)>;

    static constexpr qint64 MostKept = qint64(64) << 20; // octets of one response

    void setWanted(Wanted wanted) { m_wanted = std::move(wanted); }
    // More octets from the server.
    void hear(QByteArrayView octets);
    std::optional<Response> take();

    enum class Fault { None, TooMuch, SinkFull };
    Fault fault() const { return m_fault; }

private:
    void line(QByteArrayView text);
    qsizetype literal(QByteArrayView octets);

    Wanted m_wanted;
    Response m_current{QByteArray()};
    QList<Response> m_done;
    Sink m_sink;
    qint64 m_literalLeft = 0;
    qint64 m_kept = 0;
    Fault m_fault = Fault::None;
};

} // namespace kw
