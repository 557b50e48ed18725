#include "client/imports/sheet_loader.h"

#include <QCoreApplication>
#include <QThread>

namespace banhang::client {

namespace {

constexpr int kLookMs = 100;

} // namespace

SheetLoader::SheetLoader(QObject* parent) : QObject(parent)
{
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, [this] { emit progressed(m_reading->rows(), m_reading->share()); });
}

SheetLoader::~SheetLoader()
{
    if (m_reading)
        m_reading->stop();
    for (const auto& thread : m_threads)
        if (thread)
            thread->wait();
}

void SheetLoader::read(const QString& path, const QString& sheet)
{
    start([file = path.toStdString(), name = sheet.toStdString()](SheetReading& reading) {
        return readSheetFile(file, name.empty() ? std::nullopt : std::optional(name), {}, &reading);
    });
}

void SheetLoader::readPaste(const QString& text, const QString& name)
{
    start([cells = text.toStdString(), title = name.toStdString()](SheetReading& reading) {
        return readSheetPaste(cells, title, {}, &reading);
    });
}

void SheetLoader::stop()
{
    if (const Reading reading = std::exchange(m_reading, nullptr)) {
        reading->stop();
        m_look.stop();
        emit stopped();
    }
}

void SheetLoader::start(Work work)
{
    if (m_reading)
        m_reading->stop();
    m_reading = std::make_shared<SheetReading>();
    auto* thread = QThread::create([self = QPointer(this), reading = m_reading, work = std::move(work)] {
        const auto deliver = [&](std::shared_ptr<SheetFile> file, std::shared_ptr<AppError> error) {
            QMetaObject::invokeMethod(qApp, [self, reading, file = std::move(file), error = std::move(error)] {
                if (self)
                    self->end(reading, file, error.get());
            });
        };
        try {
            deliver(std::make_shared<SheetFile>(work(*reading)), nullptr);
        } catch (const AppError& error) {
            deliver(nullptr, std::make_shared<AppError>(error));
        } catch (const std::exception&) {
            deliver(nullptr, std::make_shared<AppError>(ErrorCode::Invalid, "sheet.damaged"));
        }
    });
    m_threads.removeIf([](const QPointer<QThread>& one) { return one.isNull(); });
    m_threads.append(thread);
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    m_look.start();
    emit progressed(0, 0);
}

void SheetLoader::end(const Reading& reading, const std::shared_ptr<SheetFile>& file, const AppError* error)
{
    if (reading != m_reading)
        return;
    m_reading = nullptr;
    m_look.stop();
    if (error != nullptr)
        emit failed(*error);
    else
        emit loaded(file);
}

} // namespace banhang::client
