// A list as a file on this machine: asks where, fetches it, says where it lies.
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

#include "banhang/v1/exports.pb.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"
#include "client/exports/exports_api.h"

class QWidget;

namespace banhang::client {

class ExportFile;

/// One export at a time. The page that began it may be left meanwhile.
/// Thread: UI.
class ExportCommand final : public QObject
{
    Q_OBJECT
public:
    ExportCommand(const Workplace& workplace, ExportsApi& api, QObject* parent = nullptr);
    ~ExportCommand() override;

    /// Asks for a file beside `window` and begins. filter, query, customer_ids, sort, descending and columns are taken
    /// from `wanted`; format and words are set here.
    void run(const v1::ExportCustomersRequest& wanted, QWidget* window);
    /// The same into a known file: ".csv" makes CSV, all else a workbook.
    void runInto(v1::ExportCustomersRequest request, const QString& path);
    bool isRunning() const { return m_file != nullptr; }
    void stop();

signals:
    void progressed(int rows);
    void finished(int rows, const QString& path);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void onEnd(const QString& path, const std::optional<AppError>& error);
    void addWords(v1::ExportCustomersRequest& request) const;

    Workplace m_workplace;
    ExportsApi& m_api;
    CallHandle m_call;
    QTimer m_ticks;
    std::shared_ptr<ExportFile> m_file; ///< while one is under way
};

} // namespace banhang::client
