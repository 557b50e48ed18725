#include "client/core/kept_values.h"

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

/// One thread, so that nothing older overtakes; its end waits for what is left.
QThreadPool& writer()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
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
    writer().waitForDone();
    known().clear();
}

} // namespace banhang::client
