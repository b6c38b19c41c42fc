#pragma once

#include "ui/reader/htmlengine.h"

#include <QObject>

namespace kw {

class WebEnginePlugin : public QObject, public HtmlEnginePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID KW_HTML_ENGINE_IID)
    Q_INTERFACES(kw::HtmlEnginePlugin)
public:
    std::unique_ptr<HtmlEngine> make(QWidget *parent, HtmlEngine::Callbacks callbacks) override;
};

} // namespace kw
