#include "client/ctl/customer_import.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "client/ctl/output.h"
#include "client/ctl/output_file.h"
#include "client/ctl/remote.h"
#include "client/ctl/request_id.h"
#include "common/sheets/sheet_writer.h"

namespace banhang::client {

namespace {

std::string issuesText(const google::protobuf::RepeatedPtrField<v1::FieldIssue>& issues)
{
    std::string text;
    for (const auto& issue : issues)
        if (issue.severity() == v1::SEVERITY_ERROR)
            text += (text.empty() ? "" : "; ") + issueText(issue);
    return text;
}

/// Who is in the book already, as far as the caller may know.
std::string duplicatesText(const google::protobuf::RepeatedPtrField<v1::DuplicateHit>& hits)
{
    for (const auto& hit : hits) {
        if (hit.has_hidden())
            return fmt::format("customer.duplicate_unconfirmed [owner={}]", hit.hidden().owner_user_id());
        if (hit.visible().rank() >= v1::DUPLICATE_RANK_LIKELY)
            return fmt::format("customer.duplicate_unconfirmed [code={}]", hit.visible().code());
    }
    return {};
}

std::string reasonOf(const v1::SavedRow& row)
{
    if (std::string text = issuesText(row.issues()); !text.empty())
        return text;
    const std::string known = duplicatesText(row.duplicates());
    return known.empty() ? row.reason_key() : known;
}

/// While one batch is saved, the next is built and on its way. More would only wait: the server saves the batches of an
/// import one after the other, since each must see the customers of those before it.
constexpr std::size_t kCallsUnderWay = 2;

/// What the threads of one import share.
class ImportRun
{
public:
    ImportRun(Remote& remote, const SheetFile& file, const ColumnMap& map, const ImportVocabulary& words,
              const ImportOptions& options, const ImportProgress& progress)
        : m_remote(remote), m_file(file), m_map(map), m_words(words), m_options(options), m_progress(progress)
    {
        for (int row = map.headerRow() + 1; row < file.table.rowCount(); ++row)
            if (!file.table.isBlank(row))
                m_rows.push_back(row);
        m_result.rows = static_cast<int>(m_rows.size());
    }

    ImportResult run()
    {
        if (!m_options.dryRun && !m_rows.empty())
            begin();
        {
            std::vector<std::jthread> workers;
            for (std::size_t i = 0; i < std::min(kCallsUnderWay, batchCount()); ++i)
                workers.emplace_back([this] { work(); });
        }
        if (m_fault)
            std::rethrow_exception(m_fault);
        std::ranges::sort(m_result.rejected, {}, &RejectedRow::row);
        return std::move(m_result);
    }

private:
    std::size_t batchRows() const { return static_cast<std::size_t>(std::clamp(m_options.batchRows, 1, 200)); }
    std::size_t batchCount() const { return (m_rows.size() + batchRows() - 1) / batchRows(); }

    void begin()
    {
        v1::CreateImportRequest request;
        request.mutable_import()->set_file_name(m_file.name);
        request.mutable_import()->set_repeat_key(m_file.digest + "/" + derivedRequestId(m_map.describe()));
        request.mutable_import()->set_row_count(m_result.rows);
        request.set_request_id(randomRequestId());
        m_result.importId = m_remote.call(&v1::ImportsService::Stub::CreateImport, request).id();
    }

    void work()
    {
        while (!m_stop) {
            const std::size_t batch = m_next++;
            if (batch >= batchCount())
                return;
            try {
                takeBatch(batch * batchRows(), std::min((batch + 1) * batchRows(), m_rows.size()));
            } catch (...) {
                const std::lock_guard lock(m_mutex);
                if (!m_fault)
                    m_fault = std::current_exception();
                m_stop = true;
            }
        }
    }

    /// Rows whose cells cannot be read are rejected here, the others go to the server.
    void takeBatch(std::size_t from, std::size_t to)
    {
        google::protobuf::RepeatedPtrField<v1::ImportRow> wire;
        std::vector<RejectedRow> unreadable;
        std::vector<ColumnCheck> unseen;
        for (std::size_t i = from; i < to; ++i) {
            BuiltRow built = m_map.build(m_file.table, m_rows[i], m_words, unseen);
            const google::protobuf::RepeatedPtrField<v1::FieldIssue> issues(built.issues.begin(), built.issues.end());
            if (std::string reason = issuesText(issues); !reason.empty()) {
                unreadable.push_back({m_rows[i], std::move(reason)});
                continue;
            }
            v1::ImportRow& row = *wire.Add();
            row.set_number(m_rows[i] + 1);
            *row.mutable_customer() = std::move(built.customer);
        }
        if (m_options.dryRun)
            check(wire);
        else
            save(wire);
        const std::lock_guard lock(m_mutex);
        m_result.rejected.insert(m_result.rejected.end(), unreadable.begin(), unreadable.end());
        m_done += to - from;
        if (m_progress)
            m_progress(m_done, m_rows.size());
    }

    void check(const google::protobuf::RepeatedPtrField<v1::ImportRow>& rows)
    {
        v1::CheckImportRowsRequest request;
        *request.mutable_rows() = rows;
        const auto answer = m_remote.call(&v1::ImportsService::Stub::CheckImportRows, request);
        const std::lock_guard lock(m_mutex);
        for (const v1::CheckedRow& row : answer.rows()) {
            std::string reason = issuesText(row.issues());
            if (reason.empty() && m_options.onDuplicate == v1::ROW_DECISION_UNSPECIFIED)
                reason = duplicatesText(row.duplicates());
            m_result.warnings += row.issues().empty() ? 0 : 1;
            if (reason.empty())
                ++m_result.saved;
            else
                m_result.rejected.push_back({row.number() - 1, std::move(reason)});
        }
    }

    void save(const google::protobuf::RepeatedPtrField<v1::ImportRow>& rows)
    {
        v1::SaveImportRowsRequest request;
        request.set_import_id(m_result.importId);
        *request.mutable_rows() = rows;
        request.set_on_duplicate(m_options.onDuplicate);
        request.set_request_id(randomRequestId());
        const auto answer = m_remote.call(&v1::ImportsService::Stub::SaveImportRows, request);
        const std::lock_guard lock(m_mutex);
        for (const v1::SavedRow& row : answer.rows())
            count(row);
    }

    void count(const v1::SavedRow& row)
    {
        if (row.outcome() == v1::ROW_OUTCOME_REJECTED) {
            m_result.rejected.push_back({row.number() - 1, reasonOf(row)});
            return;
        }
        const bool isSaved = row.outcome() == v1::ROW_OUTCOME_CREATED || row.outcome() == v1::ROW_OUTCOME_FILLED;
        m_result.saved += isSaved ? 1 : 0;
        m_result.filled += row.outcome() == v1::ROW_OUTCOME_FILLED ? 1 : 0;
        m_result.skipped += row.outcome() == v1::ROW_OUTCOME_SKIPPED ? 1 : 0;
        m_result.warnings += isSaved && !row.issues().empty() ? 1 : 0;
    }

    Remote& m_remote;
    const SheetFile& m_file;
    const ColumnMap& m_map;
    const ImportVocabulary& m_words;
    const ImportOptions& m_options;
    const ImportProgress& m_progress;
    std::vector<int> m_rows; ///< of the table, that hold anything
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    std::size_t m_done = 0;
    std::exception_ptr m_fault;
    ImportResult m_result;
};

} // namespace

ImportResult importCustomers(Remote& remote, const SheetFile& file, const ColumnMap& map, const ImportVocabulary& words,
                             const ImportOptions& options, const ImportProgress& progress)
{
    return ImportRun(remote, file, map, words, options, progress).run();
}

void writeRejected(const std::string& file, const SheetFile& sheet, const ColumnMap& map, const ImportResult& result)
{
    std::vector<std::string> titles;
    titles.reserve(static_cast<std::size_t>(map.columnCount()) + 1);
    for (int column = 0; column < map.columnCount(); ++column)
        titles.push_back(map.title(column));
    titles.emplace_back("reason");
    const auto format = file.ends_with(".csv") ? sheets::SheetFormat::Csv : sheets::SheetFormat::Xlsx;
    // Made by us, so that the rows go into a file that was private from its first byte; a pipe is there already.
    if (std::error_code absent;
        !std::filesystem::exists(file, absent) || std::filesystem::is_regular_file(file, absent))
        OutputFile(file).finish();
    sheets::SheetWriter writer(file, format, titles);
    for (const RejectedRow& rejected : result.rejected) {
        std::vector<sheets::SheetValue> cells;
        cells.reserve(titles.size());
        for (int column = 0; column < map.columnCount(); ++column)
            cells.emplace_back(std::string(sheet.table.cell(rejected.row, column).text));
        cells.emplace_back(rejected.reason);
        writer.add(cells);
    }
    writer.close();
}

} // namespace banhang::client
