// One file on its way from the server; goes on where the network cut it off.
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

#include "client/attachments/attachments_api.h"

namespace banhang::client {

class FileSink;

/// Thread: UI. Writing happens in gRPC's threads.
class FileDownload final : public QObject
{
    Q_OBJECT
public:
    FileDownload(AttachmentsApi& api, v1::Attachment attachment, const QString& path, QObject* parent);
    ~FileDownload() override;

    void start();
    const v1::Attachment& attachment() const { return m_attachment; }
    const QString& path() const { return m_path; }
    qint64 receivedBytes() const;

signals:
    void progressed();
    /// Once, and nothing afterwards.
    void finished();
    void failed(const banhang::AppError& error);

private:
    void onEnd(const std::optional<AppError>& error);

    AttachmentsApi& m_api;
    const v1::Attachment m_attachment;
    const QString m_path;
    std::shared_ptr<FileSink> m_sink;
    QTimer m_ticks;
    int m_tries = 0;
    CallHandle m_call;
};

} // namespace banhang::client
