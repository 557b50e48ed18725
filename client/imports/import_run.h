// The work of an import, batch by batch: dry run, saving, undoing; it waits out a lost connection.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "client/core/rpc_client.h"
#include "client/imports/import_plan.h"
#include "client/imports/imports_api.h"

namespace banhang::client {

/// One work at a time. `plan` must outlive it. Thread: UI; each step is short.
class ImportRun final : public QObject
{
    Q_OBJECT
public:
    enum class Work { None, Checking, Saving, Undoing };

    explicit ImportRun(ImportsApi& api, QObject* parent = nullptr);

    void check(ImportPlan& plan);
    void save(ImportPlan& plan);
    void undo(qint64 importId);
    /// What was done stays done; saving and undoing can be taken up again.
    void stop();

    Work work() const { return m_work; }
    qint64 importId() const { return m_import.id(); }
    int keptCount() const { return m_keptCount; }
    qint64 elapsedMs() const { return m_clock.elapsed(); }
    /// The connection came back.
    void onOnline();

signals:
    void progressed(int done, int total);
    /// No connection; the work goes on by itself when it is back.
    void waiting(const banhang::AppError& error);
    void finished(banhang::client::ImportRun::Work work);
    void stopped(banhang::client::ImportRun::Work work);
    void failed(banhang::client::ImportRun::Work work, const banhang::AppError& error);

private:
    /// Rows that go to the server in one call, until they are answered.
    struct Batch
    {
        std::vector<int> rows;
        std::string requestId; ///< the same for its repeats
        CallHandle call;       ///< whose handler must not hold the batch: dropping it is what ends the call
    };
    using BatchPtr = std::shared_ptr<Batch>;

    void begin(Work work);
    void goOn();
    void sendNext();
    void send(const BatchPtr& batch);
    void sendCheck(const BatchPtr& batch);
    void sendTwins(const BatchPtr& batch);
    void sendSave(const BatchPtr& batch);
    void enqueue(const std::vector<int>& rows);
    std::vector<int> rowsToSave(bool isTwin) const;
    /// The batch is answered: on to the next.
    void onAnswered(const BatchPtr& batch);
    void onBatchError(const BatchPtr& batch, const AppError& error);
    void nextStage();
    void createImport();
    void takeSaved(const v1::SaveImportRowsResponse& reply);
    void undoNext();
    void onError(const AppError& error);
    void finish();

    ImportsApi& m_api;
    ImportPlan* m_plan = nullptr;
    Work m_work = Work::None;
    /// Rows in any order, then those that need an answer about others first: rows of one customer.
    enum class Stage { Rows, Twins } m_stage = Stage::Rows;
    std::deque<BatchPtr> m_queue;
    std::vector<BatchPtr> m_flying;
    int m_done = 0;
    int m_total = 0;
    CallHandle m_call;
    QTimer m_retry;
    QElapsedTimer m_clock;
    v1::Import m_import;
    std::string m_undoRequestId;
    int m_undoTotal = 0;
    int m_keptCount = 0;
};

} // namespace banhang::client
