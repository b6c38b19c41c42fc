#include "core/sync/lettershost.h"

#include "core/sync/enginecore.h"
#include "core/sync/folder/bodyreader.h"

namespace kw {

LettersHost::LettersHost(EngineCore *core, BodyReader *reader)
    : m_core(core)
    , m_reader(reader)
{
}

int LettersHost::begin(const Beginning &)
{
    return ++m_last;
}
int LettersHost::edit(MessageId)
{
    return ++m_last;
}
int LettersHost::open(const QString &, int)
{
    return ++m_last;
}
int LettersHost::takeBack(const QString &)
{
    return ++m_last;
}
void LettersHost::keep(const QString &, const Draft &, KeepDraft) { }
void LettersHost::discard(const QString &) { }
int LettersHost::send(const QString &, const Draft &, qint64)
{
    return ++m_last;
}
void LettersHost::sendNow(const QString &) { }
void LettersHost::confirm(const QString &) { }
QList<Letter> LettersHost::drafts() const
{
    return {};
}
QList<Letter> LettersHost::outgoing() const
{
    return {};
}
QList<LetterRevision> LettersHost::revisions(const QString &) const
{
    return {};
}

} // namespace kw
