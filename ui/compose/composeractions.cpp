#include "ui/compose/composeractions.h"

#include "ui/look/icons.h"
#include "ui/look/widgets.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace kw {

ComposerActions::ComposerActions(QWidget *window)
    : QObject(window)
    , options(new QMenu(tr("&Options"), window))
    , signature(new QMenu(tr("Si&gnature"), window))
    , templates(new QMenu(tr("Te&mplates"), window))
    , m_window(window)
{
    send = add("sendMessage"_L1, tr("Send"), "send"_L1,
               {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    attach = add("attachFiles"_L1, tr("&Attach…"), "attachment"_L1,
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    rich = add("richText"_L1, tr("&Rich Text"), "rich-text"_L1,
               {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)});
    rich->setCheckable(true);
    discard = add("discardMessage"_L1, tr("&Discard…"), "trash"_L1,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)});
    close = add("closeComposer"_L1, tr("&Close and Keep"), {},
                {QKeySequence(Qt::Key_Escape), QKeySequence(QKeySequence::Close)});
    undo = add("undoTyping"_L1, tr("&Undo"), "undo"_L1, {QKeySequence::Undo});
    redo = add("redoTyping"_L1, tr("&Redo"), "redo"_L1, {QKeySequence::Redo});
    pasteText = add("pasteText"_L1, tr("&Paste Without Formatting"), {},
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)});
    revisions = add("earlierVersions"_L1, tr("&Earlier Versions…"), "restore"_L1);
    readReceipt = option("readReceipt"_L1, tr("Ask for a &Read Receipt"),
                         tr("The recipient is asked to confirm that they have read it; they may refuse."));
    deliveryReport = option("deliveryReport"_L1, tr("Ask for a &Delivery Report"),
                            tr("The servers tell when it has been delivered, as far as they can."));
    sign = option("sign"_L1, tr("&Sign"), tr("The recipient can see that it comes from you, unchanged."));
    encrypt = option("encrypt"_L1, tr("E&ncrypt"),
                     tr("Only the recipients can read it. While you write, its copy on the server is "
                        "encrypted with your own key."));
    setNames(options, "composeOptions"_L1, tr("Options"));
    setNames(signature, "signatureMenu"_L1, tr("Signature"));
    setNames(templates, "templateMenu"_L1, tr("Templates"));
    options->setToolTipsVisible(true);
    options->addActions({sign, encrypt});
    options->addSeparator();
    options->addActions({readReceipt, deliveryReport});
    options->addSeparator();
    options->addActions({undo, redo, pasteText});
    options->addSeparator();
    options->addActions({revisions, close});
}

QAction *ComposerActions::add(QLatin1StringView name, const QString &text, QLatin1StringView iconName,
                              const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setObjectName(name);
    action->setShortcuts(keys);
    const QString bare = QString(text).remove(u'&').remove(u'…');
    action->setToolTip(keys.isEmpty() ? bare
                                      : tr("%1 (%2)", "what it does, its key")
                                            .arg(bare, keys.first().toString(QKeySequence::NativeText)));
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

QAction *ComposerActions::option(QLatin1StringView name, const QString &text, const QString &hint)
{
    QAction *action = add(name, text);
    action->setCheckable(true);
    action->setToolTip(hint);
    return action;
}

} // namespace kw
