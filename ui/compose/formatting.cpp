#include "ui/compose/formatting.h"

#include "core/mime/html/htmlrules.h"
#include "ui/compose/composeeditor.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>
#include <QTextBlock>
#include <QTextList>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

Formatting::Formatting(ComposeEditor *editor, QWidget *window)
    : QObject(window)
    , m_editor(editor)
    , m_window(window)
    , m_sizeGroup(new QActionGroup(this))
{
    bold = add("bold"_L1, tr("&Bold"), "bold"_L1, {QKeySequence::Bold});
    italic = add("italic"_L1, tr("&Italic"), "italic"_L1, {QKeySequence::Italic});
    underline = add("underline"_L1, tr("&Underline"), "underline"_L1, {QKeySequence::Underline});
    strike = add("strike"_L1, tr("&Strike Through"), "strike"_L1);
    for (QAction *action : {bold, italic, underline, strike})
        action->setCheckable(true);
    bullets = add("bullets"_L1, tr("B&ulleted List"), "list-bullets"_L1,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_8)});
    numbers = add("numbers"_L1, tr("&Numbered List"), "list-numbers"_L1,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_7)});
    bullets->setCheckable(true);
    numbers->setCheckable(true);
    quote = add("quote"_L1, tr("&Quote"), "quote"_L1, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q)});
    unquote = add("unquote"_L1, tr("U&nquote"), "unquote"_L1,
                  {QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_Q)});
    link = add("link"_L1, tr("&Link…"), "link"_L1, {QKeySequence(Qt::CTRL | Qt::Key_K)});
    picture = add("insertPicture"_L1, tr("Insert &Picture…"), "file-image"_L1);
    clear = add("clearFormatting"_L1, tr("&Clear Formatting"), "clear-format"_L1,
                {QKeySequence(Qt::CTRL | Qt::Key_Backslash)});
    color = add("textColor"_L1, tr("Text Colo&ur"), "text-color"_L1);
    makeSizes();
    makeColors();
    connectAll();
}

QAction *Formatting::add(QLatin1StringView name, const QString &text, QLatin1StringView iconName,
                         const QList<QKeySequence> &keys)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    const QString bare = QString(text).remove(u'&').remove(u'…');
    action->setToolTip(keys.isEmpty() ? bare
                                      : tr("%1 (%2)", "what it does, its key")
                                            .arg(bare, keys.first().toString(QKeySequence::NativeText)));
    m_all.append(action);
    m_window->addAction(action);
    return action;
}

void Formatting::makeSizes()
{
    sizes = new QMenu(tr("Text Si&ze"), m_window);
    setNames(sizes, "textSizes"_L1, tr("Text size"));
    const QList<std::pair<QString, int>> all{
        {tr("&Small"), -1}, {tr("&Normal"), 0}, {tr("&Large"), 1}, {tr("&Huge"), 2}};
    for (const auto &[name, step] : all) {
        auto *action = m_sizeGroup->addAction(sizes->addAction(name));
        action->setObjectName(u"textSize%1"_s.arg(step));
        action->setCheckable(true);
        action->setData(step);
    }
    connect(m_sizeGroup, &QActionGroup::triggered, this, [this](const QAction *action) {
        QTextCharFormat format;
        format.setProperty(QTextFormat::FontSizeAdjustment, action->data().toInt());
        merge(format);
    });
}

// Colours that can be read on white and on black alike.
void Formatting::makeColors()
{
    colors = new QMenu(tr("Text Colo&ur"), m_window);
    setNames(colors, "textColors"_L1, tr("Text colour"));
    const QList<std::pair<QString, QColor>> all{{tr("As Usual"), {}},
                                                {tr("Red"), QColor(0xd1, 0x4b, 0x5a)},
                                                {tr("Orange"), QColor(0xc4, 0x66, 0x14)},
                                                {tr("Green"), QColor(0x2a, 0x8c, 0x57)},
                                                {tr("Blue"), QColor(0x3b, 0x82, 0xd6)},
                                                {tr("Purple"), QColor(0x9b, 0x59, 0xc9)},
                                                {tr("Grey"), QColor(0x76, 0x76, 0x76)}};
    for (const auto &[name, value] : all) {
        auto *action = colors->addAction(value.isValid() ? colorDot(value) : QIcon(), name);
        connect(action, &QAction::triggered, this, [this, chosen = value] {
            if (chosen.isValid()) {
                QTextCharFormat format;
                format.setForeground(chosen);
                merge(format);
                return;
            }
            QTextCharFormat format = m_editor->currentCharFormat();
            format.clearForeground();
            m_editor->setCurrentCharFormat(format);
        });
    }
    color->setMenu(colors);
}

void Formatting::connectAll()
{
    const auto onToggled = [this](QAction *action, auto change) {
        connect(action, &QAction::triggered, this, [this, change](bool on) {
            QTextCharFormat format;
            change(format, on);
            merge(format);
        });
    };
    onToggled(bold, [](QTextCharFormat &f, bool on) { f.setFontWeight(on ? QFont::Bold : QFont::Normal); });
    onToggled(italic, [](QTextCharFormat &f, bool on) { f.setFontItalic(on); });
    onToggled(underline, [](QTextCharFormat &f, bool on) { f.setFontUnderline(on); });
    onToggled(strike, [](QTextCharFormat &f, bool on) { f.setFontStrikeOut(on); });
    connect(bullets, &QAction::triggered, this, [this] { toggleList(QTextListFormat::ListDisc); });
    connect(numbers, &QAction::triggered, this, [this] { toggleList(QTextListFormat::ListDecimal); });
    connect(quote, &QAction::triggered, this, [this] { moveQuote(1); });
    connect(unquote, &QAction::triggered, this, [this] { moveQuote(-1); });
    connect(link, &QAction::triggered, this, &Formatting::askLink);
    connect(picture, &QAction::triggered, this, &Formatting::pictureWanted);
    connect(clear, &QAction::triggered, this, &Formatting::clearFormatting);
    connect(m_editor, &QTextEdit::cursorPositionChanged, this, &Formatting::follow);
    connect(m_editor, &QTextEdit::currentCharFormatChanged, this, &Formatting::follow);
}

void Formatting::setRich(bool rich)
{
    for (QAction *action : std::as_const(m_all))
        action->setEnabled(rich);
    sizes->setEnabled(rich);
    follow();
}

void Formatting::follow()
{
    if (!m_editor->isRich())
        return;
    const QTextCharFormat format = m_editor->currentCharFormat();
    bold->setChecked(format.fontWeight() >= QFont::DemiBold);
    italic->setChecked(format.fontItalic());
    underline->setChecked(format.fontUnderline() && !format.isAnchor());
    strike->setChecked(format.fontStrikeOut());
    const QTextList *list = m_editor->textCursor().currentList();
    const bool counted = list && list->format().style() <= QTextListFormat::ListDecimal
        && list->format().style() >= QTextListFormat::ListUpperRoman;
    numbers->setChecked(counted);
    bullets->setChecked(list && !counted);
    unquote->setEnabled(blocks::quoteLevel(m_editor->textCursor().block()) > 0);
    const int size = format.intProperty(QTextFormat::FontSizeAdjustment);
    for (QAction *action : m_sizeGroup->actions())
        action->setChecked(action->data().toInt() == size);
}

void Formatting::merge(const QTextCharFormat &format)
{
    m_editor->mergeCurrentCharFormat(format);
    m_editor->setFocus();
}

void Formatting::toggleList(int style)
{
    QTextCursor cursor = m_editor->textCursor();
    cursor.beginEditBlock();
    QTextList *list = cursor.currentList();
    if (list && list->format().style() == style) {
        const int first = m_editor->document()->findBlock(cursor.selectionStart()).blockNumber();
        const int last = m_editor->document()->findBlock(cursor.selectionEnd()).blockNumber();
        for (int i = first; i <= last; ++i) {
            const QTextBlock block = m_editor->document()->findBlockByNumber(i);
            if (block.textList() == list) {
                list->remove(block);
                QTextBlockFormat format = block.blockFormat();
                format.setIndent(0);
                QTextCursor(block).setBlockFormat(format);
            }
        }
    } else {
        QTextListFormat format = list ? list->format() : QTextListFormat();
        format.setStyle(QTextListFormat::Style(style));
        if (list)
            list->setFormat(format);
        else
            cursor.createList(format);
    }
    cursor.endEditBlock();
    follow();
    m_editor->setFocus();
}

void Formatting::moveQuote(int step)
{
    QTextCursor cursor = m_editor->textCursor();
    const int last = m_editor->document()->findBlock(cursor.selectionEnd()).blockNumber();
    int number = m_editor->document()->findBlock(cursor.selectionStart()).blockNumber();
    cursor.beginEditBlock();
    for (; number <= last; ++number) {
        const QTextBlock block = m_editor->document()->findBlockByNumber(number);
        QTextBlockFormat format = block.blockFormat();
        blocks::setQuoteLevel(format, std::clamp(blocks::quoteLevel(block) + step, 0, 20));
        QTextCursor(block).setBlockFormat(format);
    }
    cursor.endEditBlock();
    follow();
    m_editor->viewport()->update();
    m_editor->setFocus();
}

void Formatting::askLink()
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    setNames(dialog, "linkDialog"_L1, tr("Link"));
    dialog->setWindowTitle(tr("Link"));
    dialog->setLabelText(tr("Address of the page, empty for no link:"));
    const QString now = m_editor->currentCharFormat().anchorHref();
    dialog->setTextValue(now.isEmpty() ? u"https://"_s : now);
    dialog->resize(420, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, &Formatting::setLink);
    dialog->open();
}

void Formatting::setLink(const QString &given)
{
    QString address = given.trimmed();
    if (!address.isEmpty() && !address.contains(u':'))
        address.prepend(address.contains(u'@') ? "mailto:"_L1 : "https://"_L1);
    address = address == "https://"_L1 ? QString() : safeLink(address);
    QTextCursor cursor = m_editor->textCursor();
    QTextCharFormat format;
    format.setAnchor(!address.isEmpty());
    format.setAnchorHref(address);
    format.setFontUnderline(!address.isEmpty());
    format.setForeground(address.isEmpty() ? m_editor->palette().color(QPalette::Text)
                                           : linkText(m_editor->palette()));
    if (!cursor.hasSelection() && !address.isEmpty()) {
        const QTextCharFormat around = cursor.charFormat();
        cursor.insertText(address, format);
        cursor.setCharFormat(around);
    } else {
        cursor.mergeCharFormat(format);
        if (address.isEmpty()) {
            QTextCharFormat bare = cursor.charFormat();
            bare.clearForeground();
            cursor.setCharFormat(bare);
        }
    }
    m_editor->setTextCursor(cursor);
    m_editor->setFocus();
}

void Formatting::clearFormatting()
{
    QTextCursor cursor = m_editor->textCursor();
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::BlockUnderCursor);
    cursor.setCharFormat({});
    m_editor->setCurrentCharFormat({});
    m_editor->setFocus();
}

QToolBar *Formatting::makeBar(QWidget *parent) const
{
    auto *bar = new QToolBar(tr("Formatting"), parent);
    setNames(bar, "formattingBar"_L1, tr("Formatting"));
    bar->setMovable(false);
    bar->setIconSize(QSize(18, 18));
    auto *size = flatButton("text-size"_L1, tr("Text size"), "textSizeButton"_L1, bar);
    size->setMenu(sizes);
    size->setPopupMode(QToolButton::InstantPopup);
    bar->addWidget(size);
    bar->addActions({bold, italic, underline, color});
    bar->addSeparator();
    bar->addActions({bullets, numbers, quote, unquote});
    bar->addSeparator();
    bar->addActions({link, picture, clear});
    for (QAction *action : bar->actions()) {
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action))) {
            button->setAccessibleName(QString(action->text()).remove(u'&').remove(u'…'));
            button->setObjectName(action->objectName() + "Button"_L1);
            if (action->menu())
                button->setPopupMode(QToolButton::InstantPopup);
        }
    }
    return bar;
}

} // namespace kw
