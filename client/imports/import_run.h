// The work of an import, batch by batch: dry run, saving, undoing; it waits out a lost connection.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
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

    ImportRun(ImportsApi& api, QObject* parent = nullptr) : QObject(parent), m_api(api)
    {
        m_retry.setSingleShot(true);
        connect(&m_retry, &QTimer::timeout, this, &ImportRun::goOn);
    }

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
    void begin(Work work);
    void goOn();
    void checkNext();
    void twinsNext();
    void createImport();
    void saveNext();
    void undoNext();
    void takeSaved(const v1::SaveImportRowsResponse& reply);
    void onError(const AppError& error);
    void finish();

    ImportsApi& m_api;
    ImportPlan* m_plan = nullptr;
    Work m_work = Work::None;
    CallHandle m_call;
    QTimer m_retry;
    QElapsedTimer m_clock;
    v1::Import m_import;
    int m_next = 0; ///< row that the next batch begins with
    int m_batchEnd = 0;
    std::vector<std::vector<int>> m_twinGroups;
    std::size_t m_nextGroup = 0;
    std::string m_requestId; ///< of the batch that is under way, and of its repeats
    int m_undoTotal = 0;
    int m_keptCount = 0;
};

} // namespace banhang::client
