#include "client/imports/import_run.h"

#include <QUuid>

#include <algorithm>
#include <numeric>

namespace banhang::client {

namespace {

/// Rows are read and taken in by the UI thread, so a batch is what fits between two frames.
constexpr std::size_t kBatchRows = 60;
/// Batches on their way at a time: while the server works on one, the next one is made and travels.
constexpr std::size_t kFlying = 3;
constexpr int kUndoRows = 200;
constexpr int kRetryMs = 2000;

std::string newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Unavailable || code == ErrorCode::Timeout || code == ErrorCode::Throttled;
}

} // namespace

ImportRun::ImportRun(ImportsApi& api, QObject* parent) : QObject(parent), m_api(api)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ImportRun::goOn);
}

void ImportRun::begin(Work work)
{
    stop();
    m_work = work;
    m_stage = Stage::Rows;
    m_done = 0;
    m_clock.start();
}

void ImportRun::check(ImportPlan& plan)
{
    begin(Work::Checking);
    m_plan = &plan;
    plan.forgetFindings();
    std::vector<int> rows(static_cast<std::size_t>(plan.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    m_total = plan.rowCount();
    enqueue(rows);
    sendNext();
}

void ImportRun::save(ImportPlan& plan)
{
    begin(Work::Saving);
    m_plan = &plan;
    plan.beginSaving();
    m_import.Clear();
    const auto rows = rowsToSave(false);
    m_total = static_cast<int>(rows.size() + rowsToSave(true).size());
    enqueue(rows);
    createImport();
}

void ImportRun::undo(qint64 importId)
{
    begin(Work::Undoing);
    m_import.Clear();
    m_import.set_id(importId);
    m_undoRequestId.clear();
    m_undoTotal = 0;
    m_keptCount = 0;
    undoNext();
}

void ImportRun::stop()
{
    m_retry.stop();
    m_call.cancel();
    m_queue.clear();
    m_flying.clear();
    if (const Work work = std::exchange(m_work, Work::None); work != Work::None)
        emit stopped(work);
}

void ImportRun::onOnline()
{
    if (m_retry.isActive()) {
        m_retry.stop();
        goOn();
    }
}

void ImportRun::goOn()
{
    if (m_work == Work::Undoing)
        undoNext();
    else if (m_work == Work::Saving && m_import.id() == 0)
        createImport();
    else if (m_work != Work::None)
        sendNext();
}

/// Those that look like an earlier row wait until that one is saved: what they fill must be there.
std::vector<int> ImportRun::rowsToSave(bool isTwin) const
{
    std::vector<int> rows;
    for (int row = 0; row < m_plan->rowCount(); ++row)
        if (!m_plan->isSettled(row) && m_plan->action(row) != RowAction::Undecided &&
            (m_plan->finding(row) == RowFinding::Twin) == isTwin)
            rows.push_back(row);
    return rows;
}

void ImportRun::enqueue(const std::vector<int>& rows)
{
    for (std::size_t first = 0; first < rows.size(); first += kBatchRows) {
        auto batch = std::make_shared<Batch>();
        const std::size_t last = std::min(first + kBatchRows, rows.size());
        batch->rows.assign(rows.begin() + static_cast<std::ptrdiff_t>(first),
                           rows.begin() + static_cast<std::ptrdiff_t>(last));
        m_queue.push_back(std::move(batch));
    }
}

void ImportRun::sendNext()
{
    // One customer may have many rows: those go one batch after the other.
    const std::size_t most = m_work == Work::Saving && m_stage == Stage::Twins ? 1 : kFlying;
    if (m_work == Work::None)
        return;
    while (!m_queue.empty() && m_flying.size() < most && !m_retry.isActive()) {
        const BatchPtr batch = m_queue.front();
        m_queue.pop_front();
        m_flying.push_back(batch);
        send(batch);
    }
    if (m_queue.empty() && m_flying.empty())
        nextStage();
}

void ImportRun::send(const BatchPtr& batch)
{
    if (m_work == Work::Saving)
        sendSave(batch);
    else if (m_stage == Stage::Rows)
        sendCheck(batch);
    else
        sendTwins(batch);
}

void ImportRun::sendCheck(const BatchPtr& batch)
{
    auto read = std::make_shared<CheckBatch>(m_plan->checkBatch(batch->rows));
    v1::CheckImportRowsRequest request;
    *request.mutable_rows() = read->wire;
    batch->call = m_api.check(
        request, this, [this, place = std::weak_ptr(batch), read](const Outcome<v1::CheckImportRowsResponse>& outcome) {
            const BatchPtr answered = place.lock();
            if (!outcome) {
                onBatchError(answered, outcome.error());
                return;
            }
            m_plan->takeChecked(*read, outcome->rows());
            onAnswered(answered);
        });
}

void ImportRun::sendTwins(const BatchPtr& batch)
{
    v1::FindDuplicateRowsRequest request;
    *request.mutable_rows() = m_plan->checkBatch(batch->rows).wire;
    batch->call = m_api.findDuplicateRows(
        request, this, [this, place = std::weak_ptr(batch)](const Outcome<v1::FindDuplicateRowsResponse>& outcome) {
            const BatchPtr answered = place.lock();
            if (!outcome) {
                onBatchError(answered, outcome.error());
                return;
            }
            for (const v1::DuplicateRow& duplicateRow : outcome->duplicate_rows())
                m_plan->takeDuplicateRow(duplicateRow);
            onAnswered(answered);
        });
}

void ImportRun::sendSave(const BatchPtr& batch)
{
    v1::SaveImportRowsRequest request;
    request.set_import_id(m_import.id());
    for (const int row : batch->rows)
        if (auto wire = m_plan->saveRow(row))
            *request.add_rows() = std::move(*wire);
    if (batch->requestId.empty())
        batch->requestId = newRequestId();
    request.set_request_id(batch->requestId);
    batch->call = m_api.save(request, this,
                             [this, place = std::weak_ptr(batch)](const Outcome<v1::SaveImportRowsResponse>& outcome) {
                                 const BatchPtr answered = place.lock();
                                 if (!outcome) {
                                     onBatchError(answered, outcome.error());
                                     return;
                                 }
                                 takeSaved(outcome.value());
                                 onAnswered(answered);
                             });
}

void ImportRun::onAnswered(const BatchPtr& batch)
{
    std::erase(m_flying, batch);
    if (m_work == Work::Saving || m_stage == Stage::Rows)
        m_done += static_cast<int>(batch->rows.size());
    emit progressed(m_done, m_total);
    sendNext();
}

void ImportRun::onBatchError(const BatchPtr& batch, const AppError& error)
{
    std::erase(m_flying, batch);
    m_queue.push_front(batch);
    onError(error);
}

void ImportRun::nextStage()
{
    if (m_stage == Stage::Twins) {
        finish();
        return;
    }
    m_stage = Stage::Twins;
    if (m_work == Work::Saving) {
        enqueue(rowsToSave(true));
    } else {
        for (auto& group : m_plan->takeTwinGroups()) {
            m_queue.push_back(std::make_shared<Batch>());
            m_queue.back()->rows = std::move(group);
        }
    }
    sendNext();
}

void ImportRun::createImport()
{
    v1::CreateImportRequest request;
    request.mutable_import()->set_file_name(m_plan->file().name);
    request.mutable_import()->set_repeat_key(m_plan->repeatKey());
    request.mutable_import()->set_row_count(m_plan->rowCount());
    m_call = m_api.create(request, this, [this](const Outcome<v1::Import>& outcome) {
        if (!outcome) {
            onError(outcome.error());
            return;
        }
        m_import = std::move(outcome).value();
        sendNext();
    });
}

void ImportRun::takeSaved(const v1::SaveImportRowsResponse& reply)
{
    for (const v1::SavedRow& saved : reply.rows())
        if (const int row = m_plan->rowNumbered(saved.number()); row >= 0)
            m_plan->takeSaved(row, saved);
    m_import = reply.import();
}

void ImportRun::undoNext()
{
    v1::UndoImportRequest request;
    request.set_import_id(m_import.id());
    request.set_row_limit(kUndoRows);
    if (m_undoRequestId.empty())
        m_undoRequestId = newRequestId();
    request.set_request_id(m_undoRequestId);
    m_call = m_api.undo(request, this, [this](const Outcome<v1::UndoImportResponse>& outcome) {
        if (!outcome) {
            onError(outcome.error());
            return;
        }
        m_undoRequestId.clear();
        m_keptCount += outcome->kept_size();
        m_undoTotal = std::max(m_undoTotal, outcome->remaining_count() + kUndoRows);
        emit progressed(m_undoTotal - outcome->remaining_count(), m_undoTotal);
        if (outcome->remaining_count() > 0)
            undoNext();
        else
            finish();
    });
}

/// The batches that are under way beside a lost one come to their own ends.
void ImportRun::onError(const AppError& error)
{
    if (isPassing(error.code())) {
        m_retry.start(kRetryMs);
        emit waiting(error);
        return;
    }
    m_retry.stop();
    m_queue.clear();
    m_flying.clear();
    const Work work = std::exchange(m_work, Work::None);
    emit failed(work, error);
}

void ImportRun::finish()
{
    const Work work = std::exchange(m_work, Work::None);
    emit finished(work);
}

} // namespace banhang::client
