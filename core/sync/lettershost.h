#pragma once

#include "core/sync/facade/letters.h"

namespace kw {

class BodyReader;
class EngineCore;

// The window's end of writing and sending: passes values between its thread, the reader's and the engine's.
class LettersHost final : public Letters
{
    Q_OBJECT
public:
    LettersHost(EngineCore *core, BodyReader *reader);

    int begin(const Beginning &beginning) override;
    int edit(MessageId draft) override;
    int open(const QString &messageId, int revision) override;
    int takeBack(const QString &messageId) override;
    void keep(const QString &accountKey, const Draft &draft, KeepDraft how) override;
    void discard(const QString &messageId) override;
    int send(const QString &accountKey, const Draft &draft, qint64 notBefore) override;
    void sendNow(const QString &messageId) override;
    void confirm(const QString &messageId) override;
    QList<Letter> drafts() const override;
    QList<Letter> outgoing() const override;
    QList<LetterRevision> revisions(const QString &messageId) const override;

private:
    EngineCore *m_core;
    BodyReader *m_reader;
    int m_last = 0;
};

} // namespace kw
