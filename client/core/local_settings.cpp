#include "client/core/local_settings.h"

#include <QCoreApplication>
#include <QHash>
#include <QSettings>
#include <QThreadPool>

#include <optional>

namespace banhang::client {

namespace {

using Values = QHash<QString, QVariant>;

/// Nothing before the first question.
std::optional<Values>& memory()
{
    static std::optional<Values> values;
    return values;
}

/// Read whole with the first question, as the program starts: whoever asks later would wait for the lock that the
/// writer, or another window's, holds while the disk works.
Values& known()
{
    auto& values = memory();
    if (!values) {
        values.emplace();
        const QSettings settings;
        for (const auto& key : settings.allKeys())
            values->insert(key, settings.value(key));
    }
    return *values;
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

QVariant localSetting(const QString& key)
{
    return known().value(key);
}

void setLocalSetting(const QString& key, const QVariant& value)
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

void flushLocalSettings()
{
    waitForWriter();
    memory().reset();
}

} // namespace banhang::client
