#include "ui/look/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

QByteArray source(const QString &file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

QPixmap render(const QString &file, const QColor &color, QSize size, qreal ratio)
{
    const QString key = u"kw/%1/%2/%3x%4@%5"_s.arg(file, color.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QByteArray svg = source(file);
    if (svg.isEmpty())
        return pixmap;
    if (color.isValid())
        svg.replace("#000", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setOpacity(color.isValid() ? color.alphaF() : 1.0);
    const int side = qMin(size.width(), size.height());
    renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class SymbolEngine final : public QIconEngine
{
public:
    SymbolEngine(QString file, QColor color, bool symbolic)
        : m_file(std::move(file))
        , m_color(color)
        , m_symbolic(symbolic)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, render(m_file, colorFor(mode), rect.size(), ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QSize logical(qRound(size.width() / scale), qRound(size.height() / scale));
        return render(m_file, colorFor(mode), logical, scale);
    }

    QIconEngine *clone() const override { return new SymbolEngine(*this); }
    QString key() const override { return u"kw-symbol"_s; }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        if (!m_symbolic)
            return {};
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_color.isValid() ? m_color : palette.color(QPalette::Active, QPalette::WindowText);
    }

    QString m_file;
    QColor m_color;
    bool m_symbolic;
};

QString fileOf(QLatin1StringView name)
{
    return u":/kw/icons/%1.svg"_s.arg(name);
}

} // namespace

QIcon icon(QLatin1StringView name)
{
    return icon(name, {});
}

QIcon icon(QLatin1StringView name, const QColor &color)
{
    return QIcon(new SymbolEngine(fileOf(name), color, true));
}

QPixmap iconPixmap(QLatin1StringView name, const QColor &color, int size, qreal ratio)
{
    return render(fileOf(name), color, QSize(size, size), ratio);
}

QIcon colorDot(const QColor &color)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 1));
    painter.setBrush(color);
    painter.drawEllipse(QRectF(2, 2, 12, 12));
    return QIcon(pixmap);
}

QIcon appIcon()
{
    return QIcon(new SymbolEngine(u":/kw/kittiwake.svg"_s, {}, false));
}

} // namespace kw
