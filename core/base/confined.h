#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace kw {

// Where a helper program of ours is installed; empty: nowhere.
QString helperProgram(const QString &name);

struct Confines {
    int seconds = 5; // of processor time and of waiting
    qint64 memory = qint64(1) << 30; // octets that it may write to
    std::function<bool()> stop = {}; // asked every few hundredths of a second; true: ended, without an answer
};

// Gives octets that a stranger wrote to a helper program and returns what it says. The helper may open no
// file for writing, leaves no core and no standard error, and is ended at its limits, so that a fault in the
// library that it uses costs nothing but its answer. Nothing where it failed. Blocks; any thread but the
// GUI's.
std::optional<QByteArray> runConfined(const QString &program, const QStringList &arguments,
                                      const QByteArray &input, const Confines &confines = {});

} // namespace kw
