#pragma once

#include "core/compose/draft.h"
#include "core/sync/facade/sealstate.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QLabel;
class QWidget;

namespace kw {

class ComposerActions;
class ComposerHead;
class Letters;

// Signing and encrypting as the person chooses them: asks whose keys are here, switches off what is not
// possible, and says in one quiet line what will be done or what is missing. GUI thread.
class SealChoice : public QObject
{
    Q_OBJECT
public:
    SealChoice(ComposerActions *actions, ComposerHead *head, Letters *letters, QObject *parent);

    QWidget *makeLine(QWidget *parent); // hides itself while neither is chosen
    void begin(const Draft &draft); // its options stand there already

    // For those whom the message goes to now; none: it is not known yet.
    const std::optional<SealState> &state() const { return m_state; }
    // Keys that nobody vouches for will do, as long as the recipients stay the same.
    void acceptUnproven();
    bool acceptsUnproven() const { return m_acceptsUnproven; }

private:
    QList<Address> recipients() const;
    void look(); // soon, where somebody else is written to than before
    void ask();
    void show();
    void showLine();

    ComposerActions *m_actions;
    ComposerHead *m_head;
    Letters *m_letters;
    QTimer m_soon;
    QWidget *m_line = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_words = nullptr;
    QString m_signHint, m_encryptHint;
    std::optional<SealState> m_state;
    QList<Address> m_recipients; // that `m_state` is about, or will be
    Address m_from;
    bool m_acceptsUnproven = false;
    bool m_possible = true; // not with a message that is passed on as it came
    int m_request = 0;
};

} // namespace kw
