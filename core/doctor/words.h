#pragma once

#include <QCoreApplication>

// What the doctor's sentences are made with.
namespace kw::doctor {

// One place for the translation context.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Doctor)
};

inline constexpr QChar ForeignBegin(0x2068); // FIRST STRONG ISOLATE
inline constexpr QChar ForeignEnd(0x2069); // POP DIRECTIONAL ISOLATE

// Text that comes from a server, a domain or the person: cut, in one line, and marked (by Unicode's isolates,
// which also keep its writing direction to itself), so that a report for others can leave it out.
QString foreign(const QString &text, qsizetype most = 300);
QString foreign(const QByteArray &text, qsizetype most = 300); // UTF-8, or what can be read as such

} // namespace kw::doctor
