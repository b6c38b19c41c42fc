#pragma once

#include "core/base/mailtypes.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kw::reference {

// What mail in one language is made of.
struct Language {
    QString name; // "German"
    QStringList words; // of everyday mail, with accents, endings and capitals as they are written
    QList<Address> people;
    QStringList files;
    QStringList folders; // names beside the usual ones
    QString blank; // between words; empty where the script leaves none
    QString stop; // at the end of a sentence
    QString answer; // in front of an answer's subject
    QString lead; // begins every word of a message's own; in none of `words`
    QStringList digits; // syllables that such words are made of, ten or more, none the beginning of another
};

const QList<Language> &languages();

} // namespace kw::reference
