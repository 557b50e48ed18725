#include "client/calendar/files/file_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

#include <mutex>

#include "client/core/office_time.h"
#include "client/ics/file_reading.h"

namespace banhang::client {

namespace {

struct Answer
{
    std::shared_ptr<ics::CalendarFile> file;
    std::shared_ptr<AppError> error;
};

Answer refuse(const char* key)
{
    return {nullptr, std::make_shared<AppError>(ErrorCode::Invalid, key)};
}

Answer readFile(const QString& path, const vn::Date& today, const std::atomic_bool& stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse("calendar_file.unreadable");
    if (file.size() > static_cast<qint64>(ics::kMaxFileBytes))
        return refuse("calendar_file.too_large");
    const QByteArray bytes = file.readAll();
    // The library under it keeps its zones in one place for the whole program.
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    try {
        return {std::make_shared<ics::CalendarFile>(
                    ics::readCalendar({bytes.constData(), static_cast<std::size_t>(bytes.size())}, today, stop)),
                nullptr};
    } catch (const ics::FileError& error) {
        return refuse(error.reason() == ics::FileError::Reason::TooLarge ? "calendar_file.too_large"
                                                                         : "calendar_file.none");
    }
}

} // namespace

CalendarFileReader::~CalendarFileReader()
{
    stop();
}

bool CalendarFileReader::isCalendar(const QString& path)
{
    return path.endsWith(QStringLiteral(".ics"), Qt::CaseInsensitive) ||
           path.endsWith(QStringLiteral(".ical"), Qt::CaseInsensitive);
}

void CalendarFileReader::read(const QString& path)
{
    stop();
    m_stop = std::make_shared<std::atomic_bool>(false);
    const vn::Date today = officeToday();
    QThreadPool::globalInstance()->start([self = QPointer(this), stop = m_stop, path, today] {
        const Answer answer = readFile(path, today, *stop);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, stop, answer] {
            if (!self || self->m_stop != stop)
                return;
            self->m_stop.reset();
            if (answer.file)
                emit self->loaded(answer.file);
            else
                emit self->failed(*answer.error);
        });
    });
}

void CalendarFileReader::stop()
{
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
}

} // namespace banhang::client
