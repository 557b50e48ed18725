#include "client/imports/import_run.h"

#include <QUuid>

#include <algorithm>

namespace banhang::client {

namespace {

/// Building rows happens in the UI thread, so a batch is what fits between two frames.
constexpr int kCheckRows = 60;
constexpr int kSaveRows = 60;
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

void ImportRun::begin(Work work)
{
    stop();
    m_work = work;
    m_next = 0;
    m_requestId.clear();
    m_clock.start();
}

void ImportRun::check(ImportPlan& plan)
{
    begin(Work::Checking);
    m_plan = &plan;
    plan.forgetFindings();
    m_twinGroups.clear();
    m_nextGroup = 0;
    checkNext();
}

void ImportRun::save(ImportPlan& plan)
{
    begin(Work::Saving);
    m_plan = &plan;
    m_import.Clear();
    createImport();
}

void ImportRun::undo(qint64 importId)
{
    begin(Work::Undoing);
    m_import.Clear();
    m_import.set_id(importId);
    m_undoTotal = 0;
    m_keptCount = 0;
    undoNext();
}

void ImportRun::stop()
{
    m_retry.stop();
    m_call.cancel();
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
    if (m_work == Work::Checking) {
        if (m_plan->isChecked())
            twinsNext();
        else
            checkNext();
    } else if (m_work == Work::Saving) {
        if (m_import.id() == 0)
            createImport();
        else
            saveNext();
    } else if (m_work == Work::Undoing) {
        undoNext();
    }
}

void ImportRun::checkNext()
{
    if (m_next >= m_plan->rowCount()) {
        m_twinGroups = m_plan->twinGroups();
        twinsNext();
        return;
    }
    m_batchEnd = std::min(m_next + kCheckRows, m_plan->rowCount());
    v1::CheckImportRowsRequest request;
    for (int row = m_next; row < m_batchEnd; ++row)
        *request.add_rows() = m_plan->checkRow(row, false);
    m_call = m_api.check(request, this, [this](Outcome<v1::CheckImportRowsResponse> outcome) {
        if (!outcome) {
            onError(outcome.error());
            return;
        }
        for (int i = 0; i < outcome->rows_size(); ++i) {
            // Counted only now: a batch that is sent again counts once.
            m_plan->checkRow(m_next + i, true);
            m_plan->takeChecked(m_next + i, outcome->rows(i));
        }
        m_next = m_batchEnd;
        emit progressed(m_next, m_plan->rowCount());
        checkNext();
    });
}

void ImportRun::twinsNext()
{
    if (m_nextGroup >= m_twinGroups.size()) {
        finish();
        return;
    }
    v1::FindTwinRowsRequest request;
    for (const int row : m_twinGroups[m_nextGroup])
        *request.add_rows() = m_plan->checkRow(row, false);
    m_call = m_api.findTwins(request, this, [this](Outcome<v1::FindTwinRowsResponse> outcome) {
        if (!outcome) {
            onError(outcome.error());
            return;
        }
        for (const v1::TwinRow& twin : outcome->twins())
            m_plan->takeTwin(twin);
        ++m_nextGroup;
        twinsNext();
    });
}

void ImportRun::createImport()
{
    v1::CreateImportRequest request;
    request.mutable_import()->set_file_name(m_plan->file().name);
    request.mutable_import()->set_repeat_key(m_plan->repeatKey());
    request.mutable_import()->set_row_count(m_plan->rowCount());
    m_call = m_api.create(request, this, [this](Outcome<v1::Import> outcome) {
        if (!outcome) {
            onError(outcome.error());
            return;
        }
        m_import = std::move(outcome).value();
        saveNext();
    });
}

void ImportRun::saveNext()
{
    if (m_next >= m_plan->rowCount()) {
        finish();
        return;
    }
    m_batchEnd = std::min(m_next + kSaveRows, m_plan->rowCount());
    v1::SaveImportRowsRequest request;
    request.set_import_id(m_import.id());
    for (int row = m_next; row < m_batchEnd; ++row)
        if (auto wire = m_plan->saveRow(row))
            *request.add_rows() = std::move(*wire);
    if (m_requestId.empty())
        m_requestId = newRequestId();
    request.set_request_id(m_requestId);
    m_call = m_api.save(request, this, [this](Outcome<v1::SaveImportRowsResponse> outcome) {
        if (outcome)
            takeSaved(outcome.value());
        else
            onError(outcome.error());
    });
}

void ImportRun::takeSaved(const v1::SaveImportRowsResponse& reply)
{
    for (const v1::SavedRow& saved : reply.rows())
        if (const int row = m_plan->rowNumbered(saved.number()); row >= 0)
            m_plan->takeSaved(row, saved);
    m_import = reply.import();
    m_next = m_batchEnd;
    m_requestId.clear();
    emit progressed(m_next, m_plan->rowCount());
    saveNext();
}

void ImportRun::undoNext()
{
    v1::UndoImportRequest request;
    request.set_import_id(m_import.id());
    request.set_row_limit(kUndoRows);
    if (m_requestId.empty())
        m_requestId = newRequestId();
    request.set_request_id(m_requestId);
    m_call = m_api.undo(request, this, [this](Outcome<v1::UndoImportResponse> outcome) {
        if (!outcome) {
            onError(outcome.error());
            return;
        }
        m_requestId.clear();
        m_keptCount += outcome->kept_size();
        m_undoTotal = std::max(m_undoTotal, outcome->remaining_count() + kUndoRows);
        emit progressed(m_undoTotal - outcome->remaining_count(), m_undoTotal);
        if (outcome->remaining_count() > 0)
            undoNext();
        else
            finish();
    });
}

void ImportRun::onError(const AppError& error)
{
    if (isPassing(error.code())) {
        emit waiting(error);
        m_retry.start(kRetryMs);
        return;
    }
    const Work work = std::exchange(m_work, Work::None);
    emit failed(work, error);
}

void ImportRun::finish()
{
    const Work work = std::exchange(m_work, Work::None);
    emit finished(work);
}

} // namespace banhang::client
