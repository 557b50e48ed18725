#include <QObject>

QString greeting()
{
    return QObject::tr("Good morning");
}

QString farewell(int count)
{
    return QObject::tr("%n customers", nullptr, count) + QObject::tr("Open %1").arg(1) + QObject::tr("New text") + QObject::tr("Mine");
}
