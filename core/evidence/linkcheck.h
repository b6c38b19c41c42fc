#pragma once

#include <QString>
#include <QUrl>

namespace kw {

// Why a link may not lead where a person thinks.
struct LinkConcern {
    enum class Kind {
        None,
        OtherHost, // its text names another place than its target
        Deceptive, // its host is written with letters that pass for others
        Address, // a number instead of a name
        Credentials, // "https://bank.example@evil.example/"
    };
    Kind kind = Kind::None;
    QString shown; // the host that the text names, for OtherHost
    QString host; // where it really goes; IDNs in both forms where they are deceptive
};

// `text`: what the message shows for it; empty where that is not known. Pure; any thread.
LinkConcern judgeLink(const QString &text, const QUrl &target);

} // namespace kw
