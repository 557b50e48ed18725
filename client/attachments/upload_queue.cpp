#include "client/attachments/upload_queue.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

#include "client/attachments/file_ends.h"
#include "client/core/change_feed.h"
#include "client/core/session.h"
#include "common/file_name.h"

namespace banhang::client {

namespace {

constexpr int kAtOnce = 2;
constexpr int kTickMs = 100;
constexpr int kAgainMs = 3000;

/// Worth another try without anybody's doing: the line, a server that is busy, or a session that ended, whose person
/// will be back.
bool isOfTheMoment(const AppError& error)
{
    return error.code() == ErrorCode::Unavailable || error.code() == ErrorCode::Timeout ||
           error.code() == ErrorCode::Throttled || error.code() == ErrorCode::SignedOut;
}

std::string newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

UploadQueue::UploadQueue(const Workplace& workplace, QObject* parent)
    : QObject(parent), m_workplace(workplace), m_api(workplace.rpc)
{
    m_ticks.setInterval(kTickMs);
    m_again.setInterval(kAgainMs);
    m_again.setSingleShot(true);
    connect(&m_ticks, &QTimer::timeout, this, &UploadQueue::changed);
    connect(&m_again, &QTimer::timeout, this, &UploadQueue::resume);
    connect(&workplace.session, &Session::ended, this, &UploadQueue::pause);
    connect(&workplace.feed, &ChangeFeed::stateChanged, this, [this] {
        if (m_workplace.feed.isOnline())
            resume();
    });
}

UploadQueue::~UploadQueue() = default;

void UploadQueue::add(const QString& path, const FilesParent& parent)
{
    take(path, parent, safeFileName(QFileInfo(path).fileName().toStdString()), false);
}

void UploadQueue::addOwnCopy(const QString& path, const FilesParent& parent, const std::string& name)
{
    take(path, parent, name, true);
}

QString UploadQueue::scratchPath()
{
    return m_scratch.filePath(QString::number(++m_scratchCount));
}

void UploadQueue::take(const QString& path, const FilesParent& parent, const std::string& name, bool isOwnCopy)
{
    if (!m_workplace.session.isSignedIn())
        return; // what was being read while its person signed out
    auto upload = std::make_unique<Upload>();
    upload->id = ++m_lastId;
    upload->userId = m_workplace.session.userId();
    upload->parent = parent;
    upload->path = path;
    if (parent.activityId != 0)
        upload->announced.set_activity_id(parent.activityId);
    else
        upload->announced.set_customer_id(parent.customerId);
    upload->announced.set_name(name);
    upload->requestId = newId();
    upload->sizeBytes = QFileInfo(path).size();
    upload->isOwnCopy = isOwnCopy;
    m_uploads.push_back(std::move(upload));
    startSome();
    emit changed();
}

void UploadQueue::cancel(quint64 id)
{
    // What the server has of it goes with it.
    if (const auto* upload = uploadOf(id); upload != nullptr && upload->tries > 0)
        m_api.cancelUpload(upload->requestId);
    remove(id);
    startSome();
    emit changed();
}

void UploadQueue::retry(quint64 id)
{
    if (auto* upload = uploadOf(id))
        upload->state = Upload::State::Waiting;
    startSome();
    emit changed();
}

void UploadQueue::resume()
{
    for (const auto& upload : m_uploads)
        if (upload->state == Upload::State::CutOff && isOfNow(*upload))
            upload->state = Upload::State::Waiting;
    startSome();
    emit changed();
}

/// Nobody is signed in.
void UploadQueue::pause()
{
    for (const auto& upload : m_uploads) {
        if (upload->state == Upload::State::Refused)
            continue;
        upload->call.cancel();
        upload->state = Upload::State::CutOff;
    }
    startSome();
    emit changed();
}

bool UploadQueue::isOfNow(const Upload& upload) const
{
    return upload.userId == m_workplace.session.userId();
}

std::vector<quint64> UploadQueue::idsIn(const FilesParent& parent) const
{
    std::vector<quint64> ids;
    for (const auto& upload : m_uploads)
        if (isOfNow(*upload) && parent.takesIn(upload->parent))
            ids.push_back(upload->id);
    return ids;
}

int UploadQueue::onTheirWay() const
{
    return static_cast<int>(
        std::ranges::count_if(m_uploads, [](const auto& one) { return one->state != Upload::State::Refused; }));
}

int UploadQueue::percent(const Upload& upload)
{
    if (!upload.source || upload.sizeBytes == 0)
        return 0;
    constexpr qint64 kWhole = 100;
    return static_cast<int>(std::min(kWhole, upload.source->sentBytes() * kWhole / upload.sizeBytes));
}

Upload* UploadQueue::uploadOf(quint64 id) const
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
        if (upload->state != Upload::State::Waiting || !isOfNow(*upload))
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
        auto* waiting = uploadOf(id);
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
    auto* upload = uploadOf(id);
    if (upload == nullptr)
        return;
    if (!outcome.isOk()) {
        onFailure(*upload, outcome.error());
        return;
    }
    const auto parent = upload->parent;
    remove(id);
    emit stored(parent);
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
        emit refused(upload.parent, QString::fromStdString(upload.announced.name()), error);
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
