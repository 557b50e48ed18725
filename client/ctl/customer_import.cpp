#include "client/ctl/customer_import.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "client/ctl/exit_code.h"
#include "client/ctl/output.h"
#include "client/ctl/remote.h"
#include "client/ctl/request_id.h"

namespace banhang::client {

namespace {

// Errors that say something about one row; all others would come back for every row.
bool concernsOneRow(ErrorCode code)
{
    return code == ErrorCode::Invalid || code == ErrorCode::AlreadyExists || code == ErrorCode::Refused ||
           code == ErrorCode::NotFound || code == ErrorCode::Internal;
}

struct RowOutcome
{
    bool saved = false;
    bool hasWarnings = false;
    std::string reason;
};

std::string duplicatesText(const v1::CheckCustomerResponse& check)
{
    for (const auto& hit : check.duplicates()) {
        if (hit.has_hidden())
            return fmt::format("customer.duplicate_unconfirmed [owner={}]", hit.hidden().owner_user_id());
        if (hit.visible().rank() >= v1::DUPLICATE_RANK_LIKELY)
            return fmt::format("customer.duplicate_unconfirmed [code={}]", hit.visible().code());
    }
    return {};
}

RowOutcome checkRow(Remote& remote, const v1::Customer& customer, const ImportOptions& options)
{
    v1::CheckCustomerRequest request;
    *request.mutable_customer() = customer;
    const auto answer = remote.call(&v1::CustomersService::Stub::CheckCustomer, request);
    RowOutcome outcome;
    for (const auto& issue : answer.issues()) {
        outcome.hasWarnings = true;
        if (issue.severity() == v1::SEVERITY_ERROR)
            outcome.reason += (outcome.reason.empty() ? "" : "; ") + issueText(issue);
    }
    if (outcome.reason.empty() && options.duplicateReason.empty())
        outcome.reason = duplicatesText(answer);
    outcome.saved = outcome.reason.empty();
    return outcome;
}

RowOutcome saveRow(Remote& remote, const v1::Customer& customer, const ImportOptions& options,
                   const std::string& requestId)
{
    v1::CreateCustomerRequest request;
    *request.mutable_customer() = customer;
    request.set_duplicate_reason(options.duplicateReason);
    request.set_request_id(requestId);
    const auto answer = remote.call(&v1::CustomersService::Stub::CreateCustomer, request);
    return {true, !answer.warnings().empty(), {}};
}

/// What the threads of one import share.
class ImportRun
{
public:
    ImportRun(Remote& remote, const CsvTable& table, const ColumnMap& map, const ImportOptions& options,
              const ImportProgress& progress)
        : m_remote(remote), m_table(table), m_map(map), m_options(options), m_progress(progress)
    {
    }

    ImportResult run()
    {
        {
            std::vector<std::jthread> workers;
            const std::size_t wanted = static_cast<std::size_t>(std::max(1, m_options.parallel));
            for (std::size_t i = 0; i < std::min(wanted, m_table.rows.size()); ++i)
                workers.emplace_back([this] { work(); });
        }
        if (m_fault)
            std::rethrow_exception(m_fault);
        std::sort(m_result.rejected.begin(), m_result.rejected.end(),
                  [](const RejectedRow& a, const RejectedRow& b) { return a.row < b.row; });
        return std::move(m_result);
    }

private:
    void work()
    {
        while (!m_stop) {
            const std::size_t row = m_next++;
            if (row >= m_table.rows.size())
                return;
            try {
                finish(row, takeRow(row));
            } catch (...) {
                const std::lock_guard lock(m_mutex);
                if (!m_fault)
                    m_fault = std::current_exception();
                m_stop = true;
            }
        }
    }

    RowOutcome takeRow(std::size_t row)
    {
        try {
            const v1::Customer customer = m_map.customerFrom(m_table.rows[row]);
            if (m_options.dryRun)
                return checkRow(m_remote, customer, m_options);
            const std::string name = fmt::format("{}/{}/{}", m_table.digest, m_map.describe(m_table.header), row);
            return saveRow(m_remote, customer, m_options, derivedRequestId(name));
        } catch (const UsageError& fault) {
            return {false, false, fault.what()};
        } catch (const AppError& error) {
            if (!concernsOneRow(error.code()))
                throw;
            return {false, false, reasonOf(error, row)};
        }
    }

    /// The refusal does not say who is in the books already, the check does; it may still find nobody when the other
    /// one is gone by now.
    std::string reasonOf(const AppError& error, std::size_t row)
    {
        if (error.key() == "customer.duplicate_unconfirmed") {
            const RowOutcome checked = checkRow(m_remote, m_map.customerFrom(m_table.rows[row]), m_options);
            if (!checked.reason.empty())
                return checked.reason;
        }
        return errorText(error);
    }

    void finish(std::size_t row, RowOutcome outcome)
    {
        const std::lock_guard lock(m_mutex);
        if (outcome.saved) {
            ++m_result.saved;
            m_result.warnings += outcome.hasWarnings ? 1 : 0;
        } else {
            m_result.rejected.push_back({row, std::move(outcome.reason)});
        }
        if (m_progress)
            m_progress(++m_done, m_table.rows.size());
    }

    Remote& m_remote;
    const CsvTable& m_table;
    const ColumnMap& m_map;
    const ImportOptions& m_options;
    const ImportProgress& m_progress;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    std::size_t m_done = 0;
    std::exception_ptr m_fault;
    ImportResult m_result;
};

} // namespace

ImportResult importCustomers(Remote& remote, const CsvTable& table, const ColumnMap& map, const ImportOptions& options,
                             const ImportProgress& progress)
{
    return ImportRun(remote, table, map, options, progress).run();
}

void writeRejected(const std::filesystem::path& file, const CsvTable& table, const ImportResult& result)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    // The byte order mark makes Excel read the file as UTF-8.
    out << "\xEF\xBB\xBF";
    auto header = table.header;
    header.emplace_back("reason");
    out << csvLine(header) << "\r\n";
    for (const auto& rejected : result.rejected) {
        auto cells = table.rows[rejected.row];
        cells.push_back(rejected.reason);
        out << csvLine(cells) << "\r\n";
    }
    out.flush();
    if (!out)
        throw UsageError(fmt::format("{}: cannot be written", file.string()));
}

} // namespace banhang::client
