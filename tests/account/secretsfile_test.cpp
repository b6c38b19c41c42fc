#include "core/account/filestore.h"
#include "core/account/profilesecrets.h"
#include "core/account/secretsfile.h"

#include <QCoroTask>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QString Passphrase = u"correct horse bättery"_s;
const QString Canary = u"cänary-secret-91"_s;

template <class T> T wait(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

AccountSettings account()
{
    AccountSettings a;
    a.key = u"work"_s;
    a.address = u"anna@example.org"_s;
    a.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"anna"_s};
    return a;
}

// As few rounds as there can be: the tests are about the file, not about time.
SecretKey quickKey(const QString &passphrase, QByteArray salt = QByteArray(16, 's'))
{
    KeyRecipe recipe;
    recipe.operations = 1;
    recipe.memory = 8192;
    recipe.salt = salt;
    return *SecretKey::derive(passphrase, recipe);
}

QByteArray octetsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replace(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(octets), octets.size());
}

} // namespace

// The encrypted file: what it holds, who can read it, and what is said when nobody can.
class SecretsFileTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    QString path() const { return m_dir->filePath(u"secrets.kw"_s); }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void what_was_written_is_read_with_the_same_passphrase()
    {
        const SecretsFile file(path());
        QVERIFY(
            file.write(quickKey(Passphrase), {{u"anna@imap.example.org"_s, Canary}, {u"b"_s, QString()}}));
        const auto read = SecretsFile(path()).read(quickKey(Passphrase));
        QVERIFY(read);
        QCOMPARE(read->value(u"anna@imap.example.org"_s), Canary);
        QCOMPARE(read->size(), 2);
    }

    void nothing_in_the_file_can_be_read_and_nobody_else_may_open_it()
    {
        QVERIFY(SecretsFile(path()).write(quickKey(Passphrase), {{u"anna@imap.example.org"_s, Canary}}));
        const QByteArray octets = octetsOf(path());
        for (const QByteArray &plain :
             {Canary.toUtf8(), QByteArray("secret-91"), QByteArray("imap.example.org"),
              Canary.toUtf8().toBase64(), Passphrase.toUtf8()})
            QVERIFY2(!octets.contains(plain), plain.constData());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(path()).permissions() & others));
    }

    void two_files_of_the_same_secrets_have_nothing_in_common()
    {
        const SecretsFile file(path());
        QVERIFY(file.write(quickKey(Passphrase), {{u"a"_s, Canary}}));
        const QByteArray one = octetsOf(path());
        QVERIFY(file.write(quickKey(Passphrase), {{u"a"_s, Canary}}));
        QVERIFY(octetsOf(path()).last(60) != one.last(60)); // another nonce
        QVERIFY(KeyRecipe::fresh().salt != KeyRecipe::fresh().salt);
    }

    void a_wrong_passphrase_is_told_apart_from_damage()
    {
        const SecretsFile file(path());
        QVERIFY(file.write(quickKey(Passphrase), {{u"a"_s, Canary}}));
        const auto wrong = file.read(quickKey(u"something else"_s));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, ErrorKind::Auth);
        QCOMPARE(wrong.error().code, QLatin1StringView(SecretCode::WrongPassphrase));
    }

    void every_changed_octet_and_every_cut_is_damage()
    {
        const SecretsFile file(path());
        QVERIFY(file.write(quickKey(Passphrase), {{u"a"_s, Canary}}));
        const QByteArray good = octetsOf(path());
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = char(bad[at] ^ 0x20);
            replace(path(), bad);
            const auto read = file.read(quickKey(Passphrase));
            QVERIFY2(!read, QByteArray::number(at).constData());
            QCOMPARE(read.error().code, QLatin1StringView(SecretCode::Damaged));
            replace(path(), good.first(at));
            QCOMPARE(file.read(quickKey(Passphrase)).error().code, QLatin1StringView(SecretCode::Damaged));
        }
        replace(path(), good);
        QVERIFY(file.read(quickKey(Passphrase)));
    }

    void a_file_cannot_ask_for_all_memory()
    {
        KeyRecipe greedy = KeyRecipe::fresh();
        QVERIFY(greedy.isReasonable());
        greedy.memory = quint64(1) << 40;
        QVERIFY(!greedy.isReasonable());
        QVERIFY(!SecretKey::derive(Passphrase, greedy));
    }

    void the_store_is_locked_until_the_passphrase_is_given()
    {
        QVERIFY(wait(FileStore(m_dir->path()).create(Passphrase, {{u"a"_s, Canary}})));
        FileStore store(m_dir->path());
        const auto locked = wait(store.read(u"a"_s));
        QVERIFY(!locked);
        QCOMPARE(locked.error().code, QLatin1StringView(SecretCode::Locked));
        QCOMPARE(wait(store.unlock(u"wrong"_s)).error().code, QLatin1StringView(SecretCode::WrongPassphrase));
        QVERIFY(store.isLocked());
        QVERIFY(wait(store.unlock(Passphrase)));
        QCOMPARE(*wait(store.read(u"a"_s)), Canary);
        QCOMPARE(wait(store.read(u"b"_s)).error().code, QLatin1StringView(SecretCode::Missing));
        QVERIFY(wait(store.write(u"b"_s, u"two"_s)));
        QVERIFY(wait(store.erase(u"a"_s)));
        QVERIFY(wait(store.erase(u"a"_s)));
        QCOMPARE(store.entries()->keys(), QStringList{u"b"_s});
    }

    void the_passphrase_can_be_changed()
    {
        FileStore store(m_dir->path());
        QVERIFY(wait(store.create(Passphrase, {{u"a"_s, Canary}})));
        QCOMPARE(wait(store.changePassphrase(u"wrong"_s, u"new"_s)).error().code,
                 QLatin1StringView(SecretCode::WrongPassphrase));
        QVERIFY(!wait(store.changePassphrase(Passphrase, {})));
        QVERIFY(wait(store.changePassphrase(Passphrase, u"the new one"_s)));
        QCOMPARE(*wait(store.read(u"a"_s)), Canary);
        FileStore again(m_dir->path());
        QVERIFY(!wait(again.unlock(Passphrase)));
        QVERIFY(wait(again.unlock(u"the new one"_s)));
    }

    void secrets_move_from_memory_into_the_file_and_back()
    {
        QVERIFY(saveSecretPlace(m_dir->path(), SecretPlace::Ask));
        const QStringList entries{keyringEntry(account())};
        {
            ProfileSecrets secrets(m_dir->path());
            QCOMPARE(wait(secrets.password(account())).error().code, QLatin1StringView(SecretCode::Ask));
            QVERIFY(wait(secrets.store(account(), Canary)));
            QVERIFY(!QFile::exists(path()));
            QVERIFY(!wait(secrets.move(SecretPlace::File, {}, entries))); // nothing would protect it
            QCOMPARE(secrets.place(), SecretPlace::Ask);
            QVERIFY(wait(secrets.move(SecretPlace::File, Passphrase, entries)));
            QCOMPARE(*wait(secrets.password(account())), Canary);
        }
        QCOMPARE(loadSecretPlace(m_dir->path()), SecretPlace::File);
        ProfileSecrets again(m_dir->path());
        QVERIFY(again.isLocked());
        QVERIFY(wait(again.unlock(Passphrase)));
        QCOMPARE(*wait(again.password(account())), Canary);
        QVERIFY(wait(again.move(SecretPlace::Ask, {}, entries)));
        QVERIFY(!QFile::exists(path()));
        QCOMPARE(*wait(again.password(account())), Canary);
        QCOMPARE(loadSecretPlace(m_dir->path()), SecretPlace::Ask);
    }

    void a_damaged_file_is_put_aside_when_the_person_begins_anew()
    {
        QVERIFY(wait(FileStore(m_dir->path()).create(Passphrase, {{u"a"_s, Canary}})));
        QVERIFY(saveSecretPlace(m_dir->path(), SecretPlace::File));
        replace(path(), octetsOf(path()).first(50));
        ProfileSecrets secrets(m_dir->path());
        QCOMPARE(wait(secrets.unlock(Passphrase)).error().code, QLatin1StringView(SecretCode::Damaged));
        QVERIFY(wait(secrets.move(SecretPlace::File, u"another one"_s, {})));
        QVERIFY(!secrets.isLocked());
        QVERIFY(QFile::exists(path() + u".damaged"_s));
        QVERIFY(wait(secrets.store(account(), Canary)));
        QCOMPARE(*wait(secrets.password(account())), Canary);
    }

    void a_file_that_nobody_could_read_is_put_aside_and_not_deleted()
    {
        QVERIFY(wait(FileStore(m_dir->path()).create(Passphrase, {{u"a"_s, Canary}})));
        QVERIFY(saveSecretPlace(m_dir->path(), SecretPlace::File));
        const QByteArray octets = octetsOf(path());
        ProfileSecrets secrets(m_dir->path());
        QVERIFY(secrets.isLocked());
        QVERIFY(wait(secrets.move(SecretPlace::Ask, {}, {u"a"_s})));
        QVERIFY(!QFile::exists(path()));
        QCOMPARE(octetsOf(path() + u".locked"_s), octets); // the passphrase may come to mind
        QVERIFY(
            wait(secrets.move(SecretPlace::File, u"another one"_s, {}))); // and is not needed for a new one
    }

    void a_file_that_is_there_is_not_overwritten_with_another_passphrase()
    {
        QVERIFY(wait(FileStore(m_dir->path()).create(Passphrase, {{u"a"_s, Canary}})));
        QVERIFY(saveSecretPlace(m_dir->path(), SecretPlace::Ask));
        ProfileSecrets secrets(m_dir->path());
        QCOMPARE(wait(secrets.move(SecretPlace::File, u"another one"_s, {})).error().code,
                 QLatin1StringView(SecretCode::WrongPassphrase));
        QCOMPARE(secrets.place(), SecretPlace::Ask);
        FileStore store(m_dir->path());
        QVERIFY(wait(store.unlock(Passphrase)));
    }

    void a_command_goes_before_every_place()
    {
        QVERIFY(saveSecretPlace(m_dir->path(), SecretPlace::Ask));
        ProfileSecrets secrets(m_dir->path());
        AccountSettings a = account();
        a.passwordCommand = u"echo from-command"_s;
        QVERIFY(wait(secrets.store(a, Canary)));
        QCOMPARE(*wait(secrets.password(a)), u"from-command"_s);
        QVERIFY(!wait(secrets.password(account())));
    }
};

QTEST_GUILESS_MAIN(SecretsFileTest)
#include "secretsfile_test.moc"
