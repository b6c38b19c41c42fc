#include <QTest>
class T : public QObject { Q_OBJECT private Q_SLOTS: void x() {} };
QTEST_MAIN(T)
#include "composer_test.moc"
