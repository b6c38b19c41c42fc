#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace kw {

enum class FindingState {
    Running, // being looked at
    Good,
    Warning, // works, and should be looked after
    Bad, // something does not work
    Unknown, // could not be found out, or does not apply; nothing to worry about
    Skipped, // depends on something that failed
};

// What the window can offer to do about it.
enum class Remedy {
    None,
    EnterPassword,
    SignInAgain,
    EditServers,
    CleanUp,
    ShowCertificate,
    ChooseFolders,
    ShowChanges
};

// One thing that the doctor looked at. Plain value.
struct Finding {
    QString id; // "imap.tls": stays the same for good, for scripts
    QString title; // "Encryption", translated
    FindingState state = FindingState::Running;
    QString sentence; // what is so, one sentence
    QString advice; // what to do; empty: nothing
    QStringList details; // further lines for the curious
    Remedy remedy = Remedy::None;
    qint64 ms = 0; // how long the look took

    bool operator==(const Finding &) const = default;
};

// "good", "warning", "bad", "unknown", "skipped", "running": for scripts, never translated.
QString findingStateWord(FindingState state);
// "fine", "look at this", …: for people.
QString findingStateTitle(FindingState state);

// Sentences, advice and details mark what is foreign in them (doctor::foreign); this is how they are shown.
QString shownText(const QString &text);

// The group that a finding belongs to ("dns", "imap", "smtp", "computer") and its title for people.
QString findingGroup(const QString &id);
QString findingGroupTitle(const QString &group);

} // namespace kw

Q_DECLARE_METATYPE(kw::Finding)
