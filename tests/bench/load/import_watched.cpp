#include "tests/bench/load/import_watched.h"

#include <algorithm>
#include <thread>
#include <vector>

#include "banhang/v1/customers.pb.h"
#include "client/connection/channel.h"
#include "tests/bench/load/deeds.h"
#include "tests/bench/load/onlookers.h"
#include "tests/bench/load/own_customers.h"
#include "tests/bench/load/process_use.h"

namespace banhang::bench {

namespace {

using nlohmann::ordered_json;
using namespace std::chrono_literals;

/// As the client sends them.
constexpr int kBatchRows = 60;

struct SavedBatch
{
    std::vector<std::int64_t> customers;
    Clock::time_point answered;
};

v1::SaveImportRowsRequest batchOf(std::int64_t importId, int first, int count, std::size_t firstNumber)
{
    v1::SaveImportRowsRequest request;
    request.set_import_id(importId);
    request.set_on_duplicate(v1::ROW_DECISION_CREATE);
    request.set_request_id(requestIdOf(firstNumber + static_cast<std::size_t>(first)));
    for (int number = first; number < first + count; ++number) {
        v1::ImportRow& row = *request.add_rows();
        row.set_number(number);
        v1::CreateCustomerRequest made;
        made.ParseFromString(newCustomerRequest(firstNumber + static_cast<std::size_t>(number)));
        *row.mutable_customer() = std::move(*made.mutable_customer());
    }
    return request;
}

ordered_json newsTimes(const std::vector<SavedBatch>& batches, const Arrivals& arrivals)
{
    Series after;
    std::size_t unseen = 0;
    for (const SavedBatch& batch : batches)
        for (const std::int64_t customer : batch.customers) {
            const auto moments = arrivals.of(customer, 1);
            unseen += moments.empty() ? 1 : 0;
            for (const Clock::time_point moment : moments)
                after.add(std::max(moment - batch.answered, Clock::duration::zero()));
        }
    return {{"rows_nobody_saw", unseen}, {"after_answer", after.summary()}};
}

} // namespace

ordered_json measureWatchedImport(const ConnectionFile& file, const WatchedImport& plan)
{
    Person seller = signIn(client::makeChannel(file), kSaver);
    Onlookers onlookers(file, plan.clients);
    onlookers.open();
    const std::size_t bytes = onlookers.arrivals().bytes;
    v1::CreateImportRequest creation;
    creation.mutable_import()->set_file_name("do-kiem.xlsx");
    creation.mutable_import()->set_row_count(plan.rows);
    creation.set_request_id(requestIdOf(plan.firstNumber));
    const std::int64_t importId = seller.remote->call(&v1::ImportsService::Stub::CreateImport, creation).id();
    Series batchTimes;
    std::vector<SavedBatch> batches;
    int rejected = 0;
    const auto start = Clock::now();
    for (int first = 1; first <= plan.rows; first += kBatchRows) {
        const auto request = batchOf(importId, first, std::min(kBatchRows, plan.rows - first + 1), plan.firstNumber);
        const auto called = Clock::now();
        const auto saved = seller.remote->call(&v1::ImportsService::Stub::SaveImportRows, request);
        SavedBatch& batch = batches.emplace_back(SavedBatch{{}, Clock::now()});
        batchTimes.add(batch.answered - called);
        for (const v1::SavedRow& row : saved.rows()) {
            if (row.outcome() == v1::ROW_OUTCOME_CREATED)
                batch.customers.push_back(row.customer_id());
            else
                ++rejected;
        }
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    std::this_thread::sleep_for(3s); // the last news come in
    ordered_json figures{{"clients", onlookers.size()},
                         {"rows", plan.rows},
                         {"rows_per_second", plan.rows / seconds},
                         {"batch_ms", batchTimes.summary()},
                         {"rejected", rejected}};
    figures.update(newsTimes(batches, onlookers.arrivals()));
    figures["resyncs"] = onlookers.arrivals().resyncs.load();
    figures["bytes_per_client"] = (onlookers.arrivals().bytes - bytes) / onlookers.size();
    if (plan.serverProcess != 0)
        figures["server_peak_mib"] = peakMemory(plan.serverProcess);
    return figures;
}

} // namespace banhang::bench
