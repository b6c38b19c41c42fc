#include "ui/compose/spellservice.h"

#include <QHash>
#include <QLocale>
#include <QPointer>

#include <Sonnet/GuessLanguage>
#include <Sonnet/Speller>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype MostRemembered = 50'000; // words of one language
constexpr qsizetype LongestGuessed = 600; // letters; more do not tell more
constexpr qsizetype ShortestGuessed = 20;
constexpr qsizetype FewestWords = 3;
constexpr qsizetype MostSuggestions = 6;

QString dictionaryAmong(const QStringList &dictionaries, const QString &code)
{
    QString wanted = QString(code).replace(u'-', u'_');
    if (wanted.isEmpty() || dictionaries.contains(wanted))
        return wanted;
    const QString language = wanted.section(u'_', 0, 0);
    // "de" means Germany before Belgium.
    QString home = QLocale(language).name();
    if (dictionaries.contains(home) && home.startsWith(language + u'_'))
        return home;
    const auto found = std::ranges::find_if(dictionaries, [&language](const QString &one) {
        return one == language || one.startsWith(language + u'_');
    });
    return found == dictionaries.cend() ? QString() : *found;
}

} // namespace

// Everything that knows Sonnet.
class SpellWorker final : public QObject
{
public:
    QStringList dictionaries()
    {
        if (!m_any)
            m_any = std::make_unique<Sonnet::Speller>();
        m_dictionaries = m_any->availableDictionaries().values();
        m_dictionaries.sort();
        return m_dictionaries;
    }

    SpellAnswer check(const SpellTask &task)
    {
        SpellAnswer out;
        out.language = task.language.isEmpty() ? guessed(task) : task.language;
        out.misspelt = misspelt(task.words, out.language);
        // A guess that finds most of it wrong was none.
        if (task.language.isEmpty() && out.language != task.usual
            && out.misspelt.size() * 2 > QSet(task.words.cbegin(), task.words.cend()).size()) {
            const QSet<QString> other = misspelt(task.words, task.usual);
            if (other.size() < out.misspelt.size())
                out = {task.usual, other};
        }
        return out;
    }

    QStringList suggestions(const QString &word, const QString &language)
    {
        const Sonnet::Speller *one = speller(language);
        return one ? one->suggest(word).mid(0, MostSuggestions) : QStringList();
    }

    void accept(const QString &word, const QString &language, bool always)
    {
        m_known[language].insert(word, true);
        Sonnet::Speller *one = speller(language);
        if (one && always)
            one->addToPersonal(word);
        else if (one)
            one->addToSession(word);
    }

private:
    QString guessed(const SpellTask &task)
    {
        if (task.words.size() < FewestWords || task.text.size() < ShortestGuessed)
            return task.usual;
        const QString code = m_guess.identify(task.text.left(LongestGuessed), m_dictionaries);
        if (code.section(u'_', 0, 0) == task.usual.section(u'_', 0, 0))
            return task.usual;
        const QString dictionary = dictionaryAmong(m_dictionaries, code.section(u'_', 0, 0));
        return dictionary.isEmpty() ? task.usual : dictionary;
    }

    QSet<QString> misspelt(const QStringList &words, const QString &language)
    {
        QSet<QString> out;
        const Sonnet::Speller *one = speller(language);
        if (!one)
            return out;
        QHash<QString, bool> &known = m_known[language];
        if (known.size() > MostRemembered)
            known.clear();
        for (const QString &word : words) {
            auto right = known.constFind(word);
            if (right == known.cend())
                right = known.insert(word, isRight(*one, word));
            if (!*right)
                out.insert(word);
        }
        return out;
    }

    // Word processors write another apostrophe than dictionaries.
    static bool isRight(const Sonnet::Speller &speller, const QString &word)
    {
        return speller.isCorrect(word)
            || (word.contains(u'’') && speller.isCorrect(QString(word).replace(u'’', u'\'')));
    }

    Sonnet::Speller *speller(const QString &language)
    {
        if (language.isEmpty() || !m_dictionaries.contains(language))
            return nullptr;
        auto &one = m_spellers[language];
        if (!one)
            one = std::make_shared<Sonnet::Speller>(language);
        return one->isValid() ? one.get() : nullptr;
    }

    std::unique_ptr<Sonnet::Speller> m_any;
    Sonnet::GuessLanguage m_guess;
    QStringList m_dictionaries;
    QHash<QString, std::shared_ptr<Sonnet::Speller>> m_spellers;
    QHash<QString, QHash<QString, bool>> m_known; // language, word: right
};

std::shared_ptr<SpellService> SpellService::shared()
{
    static std::weak_ptr<SpellService> one;
    auto out = one.lock();
    if (!out) {
        out.reset(new SpellService);
        one = out;
    }
    return out;
}

SpellService::SpellService()
    : m_worker(new SpellWorker)
{
    m_thread.setObjectName(u"spelling"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker] {
        const QStringList found = worker->dictionaries();
        QMetaObject::invokeMethod(this, [this, found] {
            m_dictionaries = found;
            m_ready = true;
            Q_EMIT ready();
        });
    });
}

SpellService::~SpellService()
{
    m_thread.quit();
    m_thread.wait();
}

QString SpellService::dictionaryFor(const QString &code) const
{
    return dictionaryAmong(m_dictionaries, code);
}

QString SpellService::usualDictionary() const
{
    for (const QString &code : {QLocale().name(), QLocale::system().name(), u"en_US"_s, u"en"_s}) {
        const QString dictionary = dictionaryFor(code);
        if (!dictionary.isEmpty())
            return dictionary;
    }
    return m_dictionaries.value(0);
}

void SpellService::check(const SpellTask &task, QObject *context,
                         const std::function<void(const SpellAnswer &)> &done)
{
    const QPointer<QObject> whose(context);
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, task, whose, done] {
        const SpellAnswer answer = worker->check(task);
        QMetaObject::invokeMethod(this, [whose, done, answer] {
            if (whose)
                done(answer);
        });
    });
}

QStringList SpellService::suggestions(const QString &word, const QString &language) const
{
    QStringList out;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, &out, word, language] { out = worker->suggestions(word, language); },
        Qt::BlockingQueuedConnection);
    return out;
}

void SpellService::accept(const QString &word, const QString &language, bool always)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, word, language, always] { worker->accept(word, language, always); });
    Q_EMIT accepted();
}

QString dictionaryTitle(const QString &code)
{
    const QLocale locale(code);
    const QString language = locale.nativeLanguageName();
    if (language.isEmpty() || locale.language() == QLocale::C)
        return code;
    const bool hasPlace = code.contains(u'_') || code.contains(u'-');
    return hasPlace ? u"%1 (%2)"_s.arg(language, locale.nativeTerritoryName()) : language;
}

} // namespace kw
