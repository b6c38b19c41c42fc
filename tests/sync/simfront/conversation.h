#pragma once

#include "tests/sync/sim/simsession.h"
#include "tests/sync/simfront/words.h"

namespace kw::simfront {

using sim::SimFolder;
using sim::SimMessage;

// One client's connection in IMAP's own words: what SimSession does and says, as RFC 3501, 2177, 4315, 5161,
// 6851 and 7162 write it. Lives on its server's thread.
class Conversation
{
public:
    using Say = std::function<void(const QByteArray &)>;
    using Hang = std::function<void()>; // ends the connection

    Conversation(sim::SimNet &net, Say say, Hang hang);
    ~Conversation();
    Conversation(const Conversation &) = delete;
    Conversation &operator=(const Conversation &) = delete;

    void greet();
    // A whole command with its literals, or the line DONE.
    void take(const QByteArray &line);

private:
    using Words = QList<Word>;
    using Answer = void (Conversation::*)(const Words &);
    struct Verb {
        const char *name;
        Answer answer;
        qsizetype words; // at least so many after the verb
    };
    static const QList<Verb> &verbs();

    // --- account and folders
    void capability(const Words &);
    void login(const Words &args);
    void enable(const Words &args);
    void noop(const Words &) { ok("done"); }
    void logout(const Words &);
    void list(const Words &args);
    void status(const Words &args);
    void create(const Words &args);
    void remove(const Words &args);
    void rename(const Words &args);
    void subscribe(const Words &args);
    void append(const Words &args);
    void quotaRoot(const Words &args);
    void idle(const Words &);
    // --- the selected mailbox
    void select(const Words &args);
    void examine(const Words &args);
    void open(const Words &args, bool readOnly);
    void close(const Words &args);
    void uid(const Words &args);
    void fetch(const Words &args);
    void store(const Words &args);
    void search(const Words &args);
    void copy(const Words &args);
    void move(const Words &args);
    void expunge(const Words &args);

    struct Known {
        quint32 uid;
        quint64 modseq; // as told
    };

    QByteArray capabilities() const;
    bool has(const char *capability) const;
    void transfer(const Words &args, bool move);
    std::optional<UidSet> chosen(const Word &set) const; // as UIDs
    QByteArray record(const SimMessage &message, const QList<Word> &items) const;
    void tellFlags(const SimMessage &message);
    // What changed in the selected mailbox since it was last told; expunges only where they are allowed.
    void tellNews(bool expunges);
    void tellGone();
    void heard(const QString &path, sim::SimServer::Event event, const void *by);
    const SimFolder *box() const { return m_net.server.folder(m_selected); }
    void learn(); // all messages of the selected mailbox are told now

    void untagged(const QByteArray &text) { m_say("* " + text + "\r\n"); }
    void ok(const QByteArray &text);
    void bad(const QByteArray &text) { m_say(m_tag + " BAD " + text + "\r\n"); }
    bool refused(const Error &error);
    template <class T> bool refused(const Result<T> &result) { return !result && refused(result.error()); }

    sim::SimNet &m_net;
    const Say m_say;
    const Hang m_hang;
    std::shared_ptr<sim::SimSession> m_session;
    QByteArray m_tag;
    bool m_signedIn = false;
    bool m_qresync = false;
    bool m_uid = false; // the command in hand begins with UID
    bool m_idling = false;
    QString m_selected;
    bool m_readOnly = true;
    QList<Known> m_known; // by sequence number
    int m_watch = 0;
};

QByteArray flagWords(quint32 bits, const QStringList &keywords);
MessageFlags toFlags(const QList<Word> &words);

} // namespace kw::simfront
