#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThread>

#include <functional>
#include <memory>

namespace kw {

class SpellWorker;

// A paragraph to be checked.
struct SpellTask {
    QString text; // the whole of it, which tells its language
    QStringList words; // to look up
    QString language; // of a dictionary; empty: found out from the text
    QString usual; // the language where that cannot be found out
};

struct SpellAnswer {
    QString language; // that was used; empty: there is no dictionary
    QSet<QString> misspelt;
};

// KDE's Sonnet on a thread of its own: loading a dictionary takes a tenth of a second and more, and the
// library is used from one thread alone. All windows share one; it is there as long as one of them holds it.
// GUI thread.
class SpellService : public QObject
{
    Q_OBJECT
public:
    static std::shared_ptr<SpellService> shared();
    ~SpellService() override;

    bool isReady() const { return m_ready; } // it is known which dictionaries there are
    QStringList dictionaries() const { return m_dictionaries; } // "de_DE", sorted
    // The dictionary for a language or place, "de" or "de_AT"; the same language elsewhere where it has none.
    // Empty: there is none.
    QString dictionaryFor(const QString &code) const;
    // That of the desktop's language, else English, else any.
    QString usualDictionary() const;

    // `done` runs on this thread, unless `context` is gone by then; in the order of the tasks.
    void check(const SpellTask &task, QObject *context, const std::function<void(const SpellAnswer &)> &done);
    // Waits: a tenth of a second for odd words. For a menu that is about to open.
    QStringList suggestions(const QString &word, const QString &language) const;
    // Right from now on: always, or until the program ends.
    void accept(const QString &word, const QString &language, bool always);

Q_SIGNALS:
    void ready();
    void accepted(); // texts may be checked anew

private:
    SpellService();

    QThread m_thread;
    SpellWorker *m_worker; // lives on the thread, deleted when it ends
    QStringList m_dictionaries;
    bool m_ready = false;
};

// "Deutsch (Schweiz)": as the people who speak it call it.
QString dictionaryTitle(const QString &code);

} // namespace kw
