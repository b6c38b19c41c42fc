#pragma once

#include "tests/search/reference/languages.h"
#include "tests/search/reference/referencesearch.h"

#include <random>

namespace kw::reference {

struct Folder {
    FolderId id{};
    AccountId account{};
    QString path;
    QChar separator = u'/';
    FolderRole role = FolderRole::None;
};

struct GeneratedMessage {
    Message message;
    QString language;
    // A word of its language that no other message has, also not as a beginning; without an operator it is
    // looked for unquoted.
    QString ownWord;
};

// Mail in the languages of languages.h: three accounts with folders of all roles, answers with quoted text,
// attachments, lists, tags and flags. The same seed gives the same mail.
class MailGenerator
{
public:
    explicit MailGenerator(quint32 seed);

    GeneratedMessage next(); // ids count up from 1, dates go up and down
    const QList<Folder> &folders() const { return m_folders; } // ids count up from 1
    // The person's addresses, tags and accounts.
    SearchContext context() const;

private:
    int below(int n) { return int(m_random() % quint32(n)); }
    bool oneIn(int n) { return below(n) == 0; }
    template <class List> auto anyOf(const List &list) { return list.at(below(int(list.size()))); }

    QString ownWord(const Language &language, int number);
    QString sentence(const Language &language, int words);
    QString text(const Language &language);
    QString withWord(const QString &text, const QString &word, const Language &language);
    Address person(const Language &language);
    void address(Message &message, const Language &language);
    void file(Message &message);
    void mark(Message &message, const Language &language);

    std::mt19937 m_random;
    QList<Folder> m_folders;
    int m_count = 0;
};

} // namespace kw::reference
