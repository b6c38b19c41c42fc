#pragma once

#include <QString>

namespace kw::doctor {

// Words that say nothing about anybody: those of programs' messages. Lower case.
bool isPublicWord(const QString &word);
// Names of capabilities that servers of many people have.
bool isPublicCapability(const QString &name);
// Servers and domains of providers that serve the whole world ("imap.gmail.com"): they say no more than that.
bool isPublicHost(const QString &host);

} // namespace kw::doctor
