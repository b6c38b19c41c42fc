#pragma once

#include <QByteArray>
#include <QString>

namespace kw {

// What opening a file may do besides showing it.
enum class FileDanger {
    None,
    Program, // runs by itself: executables, packages, shortcuts
    Script, // is run by an interpreter
    Macros, // a document that carries programs
    WebPage, // is shown by the browser as if it came from this computer
};

struct FileJudgement {
    FileDanger danger = FileDanger::None;
    // The name promises something else than the content is ("photo.jpg" that is a program).
    bool isDisguised = false;
};

// By the name's ending and the first octets, whichever is worse. Pure; any thread.
FileJudgement judgeFile(const QString &name, const QByteArray &octets);

} // namespace kw
