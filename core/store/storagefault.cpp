#include "core/store/storagefault.h"

#include "core/base/logging.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace kw {

using namespace Qt::StringLiterals;

bool isDamage(int code)
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

Error newerSchema()
{
    return {ErrorKind::Unsupported,
            QCoreApplication::translate(
                "kw::Store",
                "This profile was written by a newer version of Kittiwake. Nothing was changed; "
                "please update this one."),
            u"schema"_s};
}

Error storageFault(int code, const QString &directory, const char *detail)
{
    qCWarning(logStore, "SQLite %d: %s", code, sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorKind::Storage,
                QCoreApplication::translate(
                    "kw::Store",
                    "The disk is full: nothing could be saved in %1. Free some space; Kittiwake goes on by "
                    "itself.")
                    .arg(directory),
                u"full"_s};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {
            ErrorKind::Storage,
            QCoreApplication::translate(
                "kw::Store", "The mail cache in %1 cannot be written: check the permissions of that folder.")
                .arg(directory),
            u"readonly"_s};
    case SQLITE_CANTOPEN:
        return {ErrorKind::Storage,
                QCoreApplication::translate(
                    "kw::Store",
                    "The mail cache in %1 cannot be opened: check that the folder exists and is yours.")
                    .arg(directory),
                u"cantopen"_s};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Busy,
                QCoreApplication::translate("kw::Store", "The mail cache in %1 is in use by another program.")
                    .arg(directory),
                u"busy"_s};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {
            ErrorKind::Storage,
            QCoreApplication::translate(
                "kw::Store",
                "The mail cache in %1 is damaged. Restart Kittiwake: it rebuilds the cache from the server.")
                .arg(directory),
            u"damaged"_s};
    default:
        return {ErrorKind::Storage,
                QCoreApplication::translate("kw::Store", "The mail cache in %1 failed: %2.")
                    .arg(directory, QString::fromUtf8(detail)),
                {}};
    }
}

} // namespace kw
