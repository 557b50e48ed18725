// Writes rows of an import into a workbook, slice by slice beside everything else that happens in the window.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>
#include <vector>

#include "client/core/directory_cache.h"
#include "client/imports/import_plan.h"
#include "common/error.h"
#include "common/sheets/sheet_writer.h"

namespace banhang::client {

/// The rows that need mending, with all their cells, so that they can be mended and imported again, and behind them
/// why they are here. One file at a time. Thread: UI.
class RowsFile final : public QObject
{
    Q_OBJECT
public:
    explicit RowsFile(const DirectoryCache& directory, QObject* parent = nullptr);
    ~RowsFile() override;

    void write(std::shared_ptr<const ImportPlan> plan, const QString& path);
    bool isWriting() const { return m_writer != nullptr || m_closing != nullptr; }

signals:
    void written(int rows, const QString& path);
    void failed(const banhang::AppError& error);

private:
    void begin();
    void writeSlice();
    void writeRow(int row);
    void close();
    void end(bool isWhole);

    const DirectoryCache& m_directory;
    std::shared_ptr<const ImportPlan> m_plan;
    QString m_path;
    std::vector<int> m_rows;
    std::size_t m_next = 0;
    std::shared_ptr<sheets::SheetWriter> m_writer;
    QPointer<QThread> m_closing;
};

} // namespace banhang::client
