#pragma once

#include <QObject>

namespace kw {

// How full the servers and this computer are, as the window sees it. Lives on the GUI thread; owned by the
// Engine.
class StorageUse : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
};

} // namespace kw
