#include "client/imports/rows_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>
#include <QTimer>

#include "client/imports/import_texts.h"

namespace banhang::client {

namespace {

/// What fits between two frames.
constexpr std::size_t kSliceRows = 200;

} // namespace

RowsFile::RowsFile(const DirectoryCache& directory, QObject* parent) : QObject(parent), m_directory(directory) {}

RowsFile::~RowsFile()
{
    if (m_closing)
        m_closing->wait();
}

void RowsFile::write(std::shared_ptr<const ImportPlan> plan, const QString& path)
{
    if (isWriting())
        return;
    m_plan = std::move(plan);
    m_path = path;
    m_rows = m_plan->rowsToMend();
    m_next = 0;
    try {
        begin();
        QTimer::singleShot(0, this, &RowsFile::writeSlice);
    } catch (const std::exception&) {
        end(false);
    }
}

void RowsFile::begin()
{
    std::vector<std::string> titles;
    titles.reserve(static_cast<std::size_t>(m_plan->map().columnCount()) + 1);
    for (int column = 0; column < m_plan->map().columnCount(); ++column)
        titles.push_back(m_plan->map().title(column));
    titles.push_back(tr("What was found").toStdString());
    m_writer = std::make_shared<sheets::SheetWriter>(m_path.toStdString(), sheets::SheetFormat::Xlsx, titles);
}

void RowsFile::writeSlice()
{
    try {
        for (const std::size_t end = std::min(m_next + kSliceRows, m_rows.size()); m_next < end; ++m_next)
            writeRow(m_rows[m_next]);
    } catch (const std::exception&) {
        end(false);
        return;
    }
    if (m_next < m_rows.size())
        QTimer::singleShot(0, this, &RowsFile::writeSlice);
    else
        close();
}

void RowsFile::writeRow(int row)
{
    std::vector<sheets::SheetValue> cells;
    cells.reserve(static_cast<std::size_t>(m_plan->map().columnCount()) + 1);
    for (int column = 0; column < m_plan->map().columnCount(); ++column)
        cells.emplace_back(std::string(m_plan->cell(row, column)));
    cells.emplace_back(rowProblemText(*m_plan, row, m_directory).toStdString());
    m_writer->add(cells);
}

/// Packing a large workbook takes seconds.
void RowsFile::close()
{
    auto* thread = QThread::create([self = QPointer(this), writer = std::exchange(m_writer, nullptr)] {
        bool isWhole = true;
        try {
            writer->close();
        } catch (const std::exception&) {
            isWhole = false;
        }
        QMetaObject::invokeMethod(qApp, [self, isWhole] {
            if (self)
                self->end(isWhole);
        });
    });
    m_closing = thread;
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void RowsFile::end(bool isWhole)
{
    m_writer.reset();
    if (m_closing)
        m_closing->wait();
    m_closing.clear();
    m_plan.reset();
    if (isWhole) {
        emit written(static_cast<int>(m_rows.size()), m_path);
        return;
    }
    QFile::remove(m_path);
    emit failed(AppError(ErrorCode::Refused, "file.not_writable", {{"path", m_path.toStdString()}}));
}

} // namespace banhang::client
