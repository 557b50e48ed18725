#include <QObject>

QString counts(int count)
{
    return QObject::tr("%n rows", nullptr, count) + QObject::tr("%Ln calls", nullptr, count) +
           QObject::tr("Moved %1 customers").arg(count) + QObject::tr("%1 with errors").arg(count);
}
