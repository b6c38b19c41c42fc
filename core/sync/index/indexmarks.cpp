#include "core/sync/index/indexmarks.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QString fileIn(const QString &directory)
{
    return directory + "/index.state"_L1;
}

} // namespace

IndexMarks IndexMarks::load(const QString &directory)
{
    constexpr qint64 Longest = 4096;
    QFile file(fileIn(directory));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.read(Longest)).object();
    IndexMarks marks;
    marks.isOpen = json.value("open"_L1).toBool();
    marks.verifiedAt = json.value("verified_at"_L1).toInteger();
    marks.attachmentTexts = json.value("attachment_texts"_L1).toBool();
    marks.attachmentsReadTo = json.value("attachments_read_to"_L1).toInteger(-1);
    return marks;
}

void IndexMarks::save(const QString &directory) const
{
    QSaveFile file(fileIn(directory));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(QJsonObject{{u"open"_s, isOpen},
                                         {u"verified_at"_s, verifiedAt},
                                         {u"attachment_texts"_s, attachmentTexts},
                                         {u"attachments_read_to"_s, attachmentsReadTo}})
                   .toJson());
    file.commit();
}

} // namespace kw
