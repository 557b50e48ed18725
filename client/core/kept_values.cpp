#include "client/core/kept_values.h"

#include <QCoreApplication>
#include <QHash>
#include <QSettings>
#include <QThreadPool>

namespace banhang::client {

namespace {

QHash<QString, QVariant>& known()
{
    static QHash<QString, QVariant> values;
    return values;
}

QThreadPool& writer();

void waitForWriter()
{
    writer().waitForDone();
}

/// One thread, so that nothing older overtakes. What is left is written before the application goes, whose name tells
/// the place.
QThreadPool& writer()
{
    static QThreadPool* const pool = [] {
        auto* made = new QThreadPool;
        made->setMaxThreadCount(1);
        qAddPostRoutine(waitForWriter);
        return made;
    }();
    return *pool;
}

} // namespace

QVariant keptValue(const QString& key)
{
    const auto found = known().constFind(key);
    return found == known().constEnd() ? QSettings().value(key) : *found;
}

void keepValue(const QString& key, const QVariant& value)
{
    known().insert(key, value);
    writer().start([key, value] {
        QSettings settings;
        if (value.isValid())
            settings.setValue(key, value);
        else
            settings.remove(key);
    });
}

void finishKeeping()
{
    waitForWriter();
    known().clear();
}

} // namespace banhang::client
