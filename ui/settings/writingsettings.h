#pragma once

#include <QString>

namespace kw {

// How the person writes mail, where a message says nothing else; the group "compose" of settings.ini
// (docs/settings.md). Plain value.
struct WritingSettings {
    bool richText = true; // begin with formatting; else plain text
    bool answerAbove = true; // write above the quote; else below it
    bool signatureAboveQuote = true; // in answers; else at the very end
    int undoSeconds = 10; // sending can be undone for so long; 0: not at all
    bool checkSpelling = true;
    QString spellingLanguage; // "de" or "de_AT"; empty: found out from the text
    bool remindOfAttachments = true; // when the text speaks of one that is not there
    int askAboveRecipients = 20; // ask before sending to more than these; 0: never
    bool datesInUtc = false; // tell recipients no time zone
    bool requestReceipt = false; // ask recipients to confirm that they have read it (RFC 8098)

    bool operator==(const WritingSettings &) const = default;
};

} // namespace kw
