#include "client/attachments/upload_queue.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

#include "client/attachments/file_ends.h"
#include "common/file_name.h"

namespace banhang::client {

namespace {

constexpr int kAtOnce = 2;
constexpr int kTickMs = 100;
constexpr int kAgainMs = 3000;

/// Worth another try without anybody's doing.
bool isOfTheMoment(const AppError& error)
{
    return error.code() == ErrorCode::Unavailable || error.code() == ErrorCode::Timeout;
}

std::string newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

UploadQueue::UploadQueue(AttachmentsApi& api, QObject* parent) : QObject(parent), m_api(api)
{
    m_ticks.setInterval(kTickMs);
    m_again.setInterval(kAgainMs);
    m_again.setSingleShot(true);
    connect(&m_ticks, &QTimer::timeout, this, &UploadQueue::changed);
    connect(&m_again, &QTimer::timeout, this, &UploadQueue::resume);
}

UploadQueue::~UploadQueue()
{
    for (const auto& upload : m_uploads)
        if (upload->isOwnCopy)
            QFile::remove(upload->path);
}

void UploadQueue::add(const QString& path, v1::Attachment announced, bool isOwnCopy)
{
    const QFileInfo file(path);
    if (announced.name().empty())
        announced.set_name(safeFileName(file.fileName().toStdString()));
    auto upload = std::make_unique<Upload>();
    upload->id = ++m_lastId;
    upload->path = path;
    upload->announced = std::move(announced);
    upload->requestId = newId();
    upload->sizeBytes = file.size();
    upload->isOwnCopy = isOwnCopy;
    m_uploads.push_back(std::move(upload));
    startSome();
    emit changed();
}

void UploadQueue::cancel(quint64 id)
{
    // What the server has of it goes with it.
    if (const auto* upload = find(id); upload != nullptr && upload->tries > 0)
        m_api.cancelUpload(upload->requestId);
    remove(id);
    startSome();
    emit changed();
}

void UploadQueue::retry(quint64 id)
{
    if (auto* upload = find(id))
        upload->state = Upload::State::Waiting;
    startSome();
    emit changed();
}

void UploadQueue::resume()
{
    for (const auto& upload : m_uploads)
        if (upload->state == Upload::State::CutOff)
            upload->state = Upload::State::Waiting;
    startSome();
    emit changed();
}

int UploadQueue::percent(const Upload& upload)
{
    if (!upload.source || upload.sizeBytes == 0)
        return 0;
    constexpr qint64 kWhole = 100;
    return static_cast<int>(std::min(kWhole, upload.source->sentBytes() * kWhole / upload.sizeBytes));
}

Upload* UploadQueue::find(quint64 id)
{
    const auto found = std::ranges::find(m_uploads, id, [](const auto& one) { return one->id; });
    return found == m_uploads.end() ? nullptr : found->get();
}

void UploadQueue::startSome()
{
    auto running = std::ranges::count(m_uploads, Upload::State::Sending, [](const auto& one) { return one->state; });
    for (const auto& upload : m_uploads) {
        if (running >= kAtOnce)
            break;
        if (upload->state != Upload::State::Waiting)
            continue;
        start(*upload);
        ++running;
    }
    if (running == 0)
        m_ticks.stop();
}

void UploadQueue::start(Upload& upload)
{
    upload.state = Upload::State::Sending;
    m_ticks.start();
    if (++upload.tries == 1) {
        send(upload, 0);
        return;
    }
    upload.call = m_api.findUpload(upload.requestId, this, [this, id = upload.id](const Outcome<v1::Upload>& outcome) {
        auto* waiting = find(id);
        if (waiting != nullptr && outcome.isOk())
            send(*waiting, outcome.value().received_bytes());
        else if (waiting != nullptr)
            onFailure(*waiting, outcome.error());
    });
}

void UploadQueue::send(Upload& upload, qint64 offset)
{
    upload.source = std::make_shared<FileSource>(upload.path, upload.announced, upload.requestId, offset);
    upload.call = m_api.upload(
        upload.source, this, [this, id = upload.id](const Outcome<v1::Attachment>& outcome) { onAnswer(id, outcome); });
}

void UploadQueue::onAnswer(quint64 id, const Outcome<v1::Attachment>& outcome)
{
    auto* upload = find(id);
    if (upload == nullptr)
        return;
    if (!outcome.isOk()) {
        onFailure(*upload, outcome.error());
        return;
    }
    remove(id);
    emit stored(outcome.value());
    startSome();
    emit changed();
}

void UploadQueue::onFailure(Upload& upload, const AppError& error)
{
    if (isOfTheMoment(error)) {
        upload.state = Upload::State::CutOff;
        m_again.start();
    } else if (error.key() == "call.request_id_reused") {
        // The file was changed between two tries: it is another one now.
        m_api.cancelUpload(upload.requestId);
        upload.requestId = newId();
        upload.tries = 0;
        upload.state = Upload::State::Waiting;
    } else {
        upload.state = Upload::State::Refused;
        upload.error = error;
        emit refused(QString::fromStdString(upload.announced.name()), error);
    }
    startSome();
    emit changed();
}

void UploadQueue::remove(quint64 id)
{
    const auto found = std::ranges::find(m_uploads, id, [](const auto& one) { return one->id; });
    if (found == m_uploads.end())
        return;
    if ((*found)->isOwnCopy)
        QFile::remove((*found)->path);
    m_uploads.erase(found);
}

} // namespace banhang::client
