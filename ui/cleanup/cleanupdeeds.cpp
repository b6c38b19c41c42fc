#include "ui/cleanup/cleanupdeeds.h"

#include "ui/changes/changewords.h"
#include "ui/cleanup/quotawords.h"
#include "ui/organize/questions.h"
#include "ui/reader/bannerstack.h"

using namespace Qt::StringLiterals;

namespace kw {

CleanupDeeds::CleanupDeeds(Engine *engine, CleanupReader *reader, BannerStack *banners, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_reader(reader)
    , m_banners(banners)
    , m_window(window)
{
    connect(engine, &Engine::performed, this, &CleanupDeeds::tell);
    connect(engine, &Engine::undone, this, [this] { m_banners->clear(); });
}

void CleanupDeeds::perform(Intent::Kind kind, const CleanupQuery &query, const QList<CleanupLine> &lines)
{
    if (lines.isEmpty() || m_busy)
        return;
    if (kind != Intent::Kind::Expunge) {
        now(kind, query, lines);
        return;
    }
    ask({"forGoodQuestion"_L1, tr("Delete for Good"),
         tr("Delete %Ln message(s) for good?", nullptr, int(lines.size())),
         tr("You can undo this for a few seconds."), tr("Delete for Good")},
        m_window, [this, query, lines] { now(Intent::Kind::Expunge, query, lines); });
}

// The window shows lines; what they stand for is asked from the reader's thread.
void CleanupDeeds::now(Intent::Kind kind, const CleanupQuery &query, const QList<CleanupLine> &lines)
{
    m_busy = true;
    Q_EMIT busyChanged();
    m_reader->ids(query, lines, [this, kind](const QList<MessageId> &ids) {
        m_busy = false;
        if (!ids.isEmpty())
            m_engine->perform(Intent::of(kind, ids));
        Q_EMIT busyChanged();
    });
}

void CleanupDeeds::empty(const QList<CleanupLine> &folders)
{
    int count = 0;
    qint64 bytes = 0;
    for (const CleanupLine &line : folders) {
        count += line.count;
        bytes += line.bytes;
    }
    if (count == 0)
        return;
    ask({"emptyQuestion"_L1, tr("Delete for Good"),
         tr("Delete %Ln message(s), %1, for good?", nullptr, count).arg(roomSize(bytes)),
         tr("You can undo this for a few seconds."), tr("Delete for Good")},
        m_window, [this, folders] {
            for (const CleanupLine &line : folders)
                m_engine->perform(Intent::ofFolder(Intent::Kind::EmptyFolder, line.folder));
        });
}

void CleanupDeeds::emptyTrash(const CleanupQuery &query)
{
    CleanupQuery waste = query;
    waste.kind = CleanupKind::Waste;
    waste.before = 0;
    m_reader->find(waste, [this](const CleanupReader::Answer &answer) {
        QList<CleanupLine> trash;
        for (const CleanupLine &line : answer.findings.lines) {
            if (answer.folders.value(line.folder).role == FolderRole::Trash)
                trash.append(line);
        }
        empty(trash);
    });
}

void CleanupDeeds::tell(const ActionRow &action)
{
    m_banners->clear();
    const bool deleted = action.kind == ActionKind::Delete;
    const QString done = changeTitle(action, {});
    QList<BannerButton> buttons{{tr("Undo"), [this, id = action.id] { m_engine->undo(id); }}};
    if (deleted)
        buttons.append({tr("Empty Trash…"), [this] { Q_EMIT trashWanted(); }});
    m_banners->add("cleanupDone"_L1, Tone::Info, "check"_L1,
                   deleted ? tr("%1. The room on the server is free when the Trash is emptied.").arg(done)
                           : tr("%1.", "what was done").arg(done),
                   buttons);
}

} // namespace kw
