#include "app/kittiwake/lastwindow.h"

#include <QGuiApplication>

namespace kw {

void quitWithLastWindow(QGuiApplication &app)
{
    QObject::connect(&app, &QGuiApplication::lastWindowClosed, &app, &QCoreApplication::quit,
                     Qt::QueuedConnection);
}

} // namespace kw
