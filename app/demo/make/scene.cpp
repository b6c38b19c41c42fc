#include "app/demo/make/scene.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>

#include <cmath>

namespace kw::demo {

namespace {

void paintSky(QPainter &painter, QSize size, int hue)
{
    QLinearGradient sky(0, 0, 0, size.height() * 0.7);
    sky.setColorAt(0, QColor::fromHsv(hue, 120, 235));
    sky.setColorAt(1, QColor::fromHsv((hue + 180) % 360, 40, 250));
    painter.fillRect(QRect(QPoint(0, 0), size), sky);
}

void paintRidge(QPainter &painter, QSize size, double base, double height, QColor colour,
                QRandomGenerator &random)
{
    QPainterPath ridge(QPointF(0, size.height()));
    const double phase = random.bounded(6.28);
    const double pitch = 1.5 + random.bounded(2.5);
    for (int x = 0; x <= size.width(); x += 4) {
        const double t = double(x) / size.width();
        const double y
            = std::sin(t * pitch * 6.28 + phase) * 0.6 + std::sin(t * pitch * 17 + phase * 2) * 0.25;
        ridge.lineTo(x, (base - y * height) * size.height());
    }
    ridge.lineTo(size.width(), size.height());
    painter.fillPath(ridge, colour);
}

void paintWater(QPainter &painter, QSize size, int hue, QRandomGenerator &random)
{
    const int top = int(size.height() * 0.78);
    painter.fillRect(0, top, size.width(), size.height() - top, QColor::fromHsv(hue, 140, 150));
    painter.setPen(QPen(QColor(255, 255, 255, 70), 2));
    for (int i = 0; i < 60; ++i) {
        const int y = top + 6 + random.bounded(qMax(1, size.height() - top - 8));
        const int x = random.bounded(size.width());
        painter.drawLine(x, y, x + 12 + random.bounded(40), y);
    }
}

} // namespace

QByteArray scenePng(const QString &name, int width, int height)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1);
    QRandomGenerator random(quint32(uchar(hash.at(0))) << 16 | uchar(hash.at(1)) << 8 | uchar(hash.at(2)));
    const QSize size(width, height);
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const int hue = 180 + random.bounded(60);
    paintSky(painter, size, hue);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 244, 200));
    painter.drawEllipse(QPointF(width * (0.15 + random.bounded(0.7)), height * 0.22), height * 0.07,
                        height * 0.07);
    for (int i = 0; i < 4; ++i) {
        const QColor colour = QColor::fromHsv((hue + 280 + i * 12) % 360, 60 + i * 30, 190 - i * 35);
        paintRidge(painter, size, 0.5 + i * 0.09, 0.10 - i * 0.015, colour, random);
    }
    paintWater(painter, size, hue + 15, random);
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace kw::demo
