#include "core/parts/partformats.h"

#include <QCoreApplication>
#include <QFile>

using namespace kw;

// kittiwake-parts FORMAT: a part's octets on standard input, what is in it on standard output (see
// core/mime/formats/partreader.h). Not for people.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    PartFormat format{};
    if (argc != 2 || !readFormat(QString::fromLocal8Bit(argv[1]), &format))
        return 2;
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    const QByteArray found = toOctets(readAs(format, in.readAll()));
    return out.write(found) == found.size() && out.flush() ? 0 : 1;
}
