// The end of an export on this machine: a file that takes the place of the old one when it is whole.
#pragma once

#include <QSaveFile>
#include <QString>

#include <atomic>

#include "client/core/message_stream.h"

namespace banhang::client {

/// Until then nothing of it stands under its name, and nothing stays if it is given up. Thread: `rows` and `isWhole`
/// any; the rest as MessageSink.
class ExportFile final : public MessageSink
{
public:
    explicit ExportFile(const QString& path);

    /// Throws: AppError Refused "file.not_writable".
    void take(const google::protobuf::Message& message) override;
    int rows() const { return m_rows; }
    bool isWhole() const { return m_isWhole; }

private:
    QSaveFile m_file;
    std::atomic<int> m_rows = 0;
    std::atomic<bool> m_isWhole = false;
};

} // namespace banhang::client
