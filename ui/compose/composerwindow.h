#pragma once

#include "core/compose/draft.h"
#include "core/compose/reminders.h"
#include "core/store/letter.h"
#include "ui/compose/draftkeeping.h"
#include "ui/settings/writingsettings.h"

#include <QMainWindow>
#include <QUrl>

class QLabel;
class QToolBar;
class QToolButton;

namespace kw {

class AttachmentStrip;
class BannerStack;
class ComposeEditor;
class ComposerActions;
class ComposerHead;
class DraftKeeping;
class DraftSending;
class Engine;
class Formatting;
class People;
class SealChoice;
class UndoToast;
class WritingAids;

struct ComposerSetup {
    QString configDirectory; // window.ini, settings.ini; may be empty
    bool isKept = false; // a draft that was kept before, not one that was just begun
    WritingSettings writing;
    qint64 largestMessage = 0; // octets, as the sending server told (RFC 1870); 0: not known
    DraftKeeping::Times times;
    People *people = nullptr; // whom the recipient fields know; not owned
};

// A message being written, in a window of its own that deletes itself when closed. Closing keeps what is
// there as a draft; an answer that was begun and not touched is discarded. The engine is not owned and must
// outlive it. GUI thread.
class ComposerWindow : public QMainWindow
{
    Q_OBJECT
public:
    ComposerWindow(Engine *engine, const ComposerSetup &setup, const QString &accountKey, const Draft &draft,
                   QWidget *parent = nullptr);
    ~ComposerWindow() override;

    Draft draft() const; // as it stands there now
    QString messageId() const { return m_base.messageId; } // the draft's name
    QString accountKey() const;

    ComposerHead *head() const { return m_head; }
    ComposeEditor *editor() const { return m_editor; }
    AttachmentStrip *attachments() const { return m_attachments; }
    ComposerActions *commands() const { return m_actions; }
    Formatting *formatting() const { return m_formatting; }
    SealChoice *seals() const { return m_seals; }
    BannerStack *banners() const { return m_banners; }
    UndoToast *toast() const { return m_toast; }
    WritingAids *aids() const { return m_aids; }
    // To be filled by whoever has some; their buttons are there while they hold something.
    QMenu *signatureMenu() const;
    QMenu *templateMenu() const;
    QString statusText() const;
    // What stands there now (a signature that was put in) is no change of the person's.
    void takeAsBegun();
    // Replaces what is written, as a change; who it is stays.
    void showContent(const Draft &draft);

Q_SIGNALS:
    void keptAsDraft(const QString &messageId, const QString &subject); // it is about to close
    void discarded(const QString &accountKey, const kw::Draft &draft);
    void queued(const kw::Letter &letter);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // composerwindow_build.cpp
    void build();
    void buildToolBar();
    QToolButton *menuButton(QLatin1StringView name, const QString &text, QLatin1StringView icon, QMenu *menu);
    void connectAll();
    void connectActions();
    void connectFiles();
    void restorePlace();

    void begin(const QString &accountKey, const Draft &draft);
    void showDraft(const Draft &draft);
    void focusFirst();
    void changed();
    void setRich(bool rich);
    void showMode();
    void showOptions(const DraftOptions &options);
    void setBusy(bool busy);
    void say(const QString &status);
    void chooseFiles();
    void choosePicture();
    void addFiles(const QList<QUrl> &files);
    void attachPicture(const QImage &image);
    void openAttachment(const DraftAttachment &attachment);
    void openCopy(const DraftAttachment &attachment);
    void askDiscard();
    void discard();
    void showRevisions();
    bool isEmpty() const;
    void endOf(const Draft &now);

    Engine *m_engine;
    ComposerSetup m_setup;
    Draft m_base; // what the window does not show stays as it came
    Draft m_begun; // as it stood there before the person did anything
    ComposerActions *m_actions;
    ComposerHead *m_head;
    ComposeEditor *m_editor;
    Formatting *m_formatting;
    AttachmentStrip *m_attachments;
    BannerStack *m_banners;
    SealChoice *m_seals;
    DraftKeeping *m_keeping;
    DraftSending *m_sending;
    UndoToast *m_toast;
    WritingAids *m_aids;
    QLabel *m_status = nullptr;
    QToolBar *m_formattingBar = nullptr;
    bool m_loading = false;
    bool m_done = false; // sent or discarded
};

} // namespace kw
