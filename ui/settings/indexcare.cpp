#include "ui/settings/indexcare.h"

#include "core/sync/engine.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

IndexCare::IndexCare(Engine *engine, QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel({}, "indexWords"_L1, this))
    , m_progress(new QProgressBar(this))
    , m_rebuild(new QPushButton(tr("Rebuild"), this))
{
    setNames(this, "indexCare"_L1, tr("Search index"));
    m_words->setWordWrap(true);
    setNames(m_progress, "indexProgress"_L1, tr("Messages indexed"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setRange(0, 1000);
    setNames(m_rebuild, "rebuildIndex"_L1, tr("Rebuild the search index"));
    m_rebuild->setToolTip(tr("Makes the index anew from the mail on this computer; no mail is touched."));
    m_rebuild->setAutoDefault(false);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(m_words);
    texts->addWidget(m_progress);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addLayout(texts, 1);
    layout->addWidget(m_rebuild, 0, Qt::AlignTop);
    connect(m_rebuild, &QPushButton::clicked, engine->searches(), &Searches::rebuildIndex);
    connect(engine->searches(), &Searches::indexStatusChanged, this, &IndexCare::showStatus);
    showStatus(engine->searches()->indexStatus());
}

void IndexCare::showStatus(const IndexStatus &status)
{
    const bool whole = status.indexed >= status.messages;
    QStringList sentences;
    if (whole)
        sentences << tr("All %1 are indexed, %2 of them with their text.", "so many messages, a number")
                         .arg(tr("%Ln message(s)", nullptr, int(status.messages)), number(status.withText));
    else
        sentences
            << tr("%1 of %2 messages are indexed.").arg(number(status.indexed), number(status.messages));
    sentences << tr("The index takes %1 on this computer.").arg(byteSize(status.bytes));
    if (!status.problem.text.isEmpty())
        sentences << status.problem.text;
    m_words->setText(sentences.join(u' '));
    m_progress->setVisible(!whole);
    m_progress->setValue(status.messages > 0 ? int(status.indexed * 1000 / status.messages) : 0);
}

} // namespace kw
