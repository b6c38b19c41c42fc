#include "core/account/keyringcall.h"
#include "core/account/secretstore.h"
#include "core/base/deferred.h"

#include <QHash>
#include <QObject>

namespace kw {

namespace {

class KeyringStore final : public QObject, public SecretStore
{
public:
    ~KeyringStore() override
    {
        const auto asked = std::exchange(m_asked, {});
        for (const auto &waiting : asked)
            waiting.resolve(Error{ErrorKind::Cancelled, {}, {}});
    }

    Task<Result<QString>> read(QString entry) override
    {
        const auto answer = ask(KeyringCall::Kind::Read, entry);
        co_return co_await answer;
    }
    Task<Result<void>> write(QString entry, QString secret) override
    {
        const auto answer = ask(KeyringCall::Kind::Write, entry, secret);
        const auto result = co_await answer;
        co_return result ? Result<void>() : Result<void>(result.error());
    }
    Task<Result<void>> erase(QString entry) override
    {
        const auto answer = ask(KeyringCall::Kind::Forget, entry);
        const auto result = co_await answer;
        co_return result ? Result<void>() : Result<void>(result.error());
    }

private:
    Deferred<Result<QString>> ask(KeyringCall::Kind kind, const QString &entry, const QString &secret = {})
    {
        const auto number = ++m_lastCall;
        Deferred<Result<QString>> answer;
        m_asked.insert(number, answer);
        auto *call = new KeyringCall(kind, entry, secret);
        // Queued to this thread; Qt drops it safely when this object has gone meanwhile.
        connect(
            call, &KeyringCall::done, this,
            [this, number](const QString &text, const Error &error) {
                const auto waiting = m_asked.take(number);
                waiting.resolve(error.text.isEmpty() ? Result<QString>(text) : Result<QString>(error));
            },
            Qt::QueuedConnection);
        call->start();
        return answer;
    }

    QHash<quint64, Deferred<Result<QString>>> m_asked;
    quint64 m_lastCall = 0;
};

} // namespace

std::unique_ptr<SecretStore> makeKeyringStore()
{
    return std::make_unique<KeyringStore>();
}

} // namespace kw
