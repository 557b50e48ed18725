// The ends of a transfer on this machine: a file that is read, a file that is written; never whole in memory.
#pragma once

#include <QCryptographicHash>
#include <QFile>
#include <QString>

#include <atomic>

#include "banhang/v1/attachments.pb.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// Reads a file for an upload. Thread: `sentBytes` any; the rest as MessageSource.
class FileSource final : public MessageSource
{
public:
    /// `announced`: parent, name and description; size and digest are taken from the file while it is read the first
    /// time. `offset`: bytes that the server has already.
    FileSource(const QString& path, v1::Attachment announced, std::string requestId, qint64 offset);

    bool next(google::protobuf::Message& message) override;
    /// With those that an earlier try sent.
    qint64 sentBytes() const { return m_sent; }

private:
    void announce(v1::UploadAttachmentRequest& request);

    QFile m_file;
    v1::Attachment m_announced;
    std::string m_requestId;
    bool m_isAnnounced = false;
    std::atomic<qint64> m_sent;
};

/// Writes a download beside its place, "….part", and moves it there when it is whole. What a cut-off try has written is
/// kept for the next one. Thread: `receivedBytes` any; `take` as MessageSink; the rest in the UI thread while nothing
/// comes.
class FileSink final : public MessageSink
{
public:
    explicit FileSink(QString path);
    ~FileSink() override;

    void take(const google::protobuf::Message& message) override;
    qint64 receivedBytes() const { return m_received; }

    /// Compares size and digest, and puts the file into its place. Throws: AppError Refused "file.not_writable",
    /// Unavailable "attachment.damaged".
    void finish();

private:
    QString m_path;
    QFile m_file;
    QCryptographicHash m_digest{QCryptographicHash::Sha256};
    v1::Attachment m_attachment;
    std::atomic<qint64> m_received = 0;
    bool m_isFinished = false;
};

} // namespace banhang::client
