#include "client/exports/export_file.h"

#include "banhang/v1/exports.pb.h"
#include "common/error.h"

namespace banhang::client {

ExportFile::ExportFile(const QString& path) : m_file(path) {}

void ExportFile::take(const google::protobuf::Message& message)
{
    const auto& piece = static_cast<const v1::ExportCustomersResponse&>(message);
    const auto size = static_cast<qint64>(piece.data().size());
    const bool isOpen = m_file.isOpen() || m_file.open(QIODevice::WriteOnly);
    // What a full disk refuses may show with the last bytes only.
    if (!isOpen || m_file.write(piece.data().data(), size) != size || (piece.complete() && !m_file.commit()))
        throw AppError(ErrorCode::Refused, "file.not_writable", {{"path", m_file.fileName().toStdString()}});
    m_rows = piece.row_count();
    m_isWhole = piece.complete();
}

} // namespace banhang::client
