// Any bytes as a file of a list: refused with a key or read, never more; and what was read can be mapped and built.
#include "client/sheets/archive_check.h"
#include "client/sheets/column_map.h"
#include "client/sheets/sheet_file.h"
#include "common/error.h"
#include "tests/fuzz/fuzz_check.h"

using namespace banhang;

namespace {

/// Small ones, so that the fuzzer looks for faults and not for memory.
constexpr client::SheetLimits kLimits{256UL * 1024, 2'000};

void useRows(const client::SheetFile& file)
{
    const client::ColumnMap map(file.table, client::guessHeaderRow(file.table));
    std::vector<client::ColumnCheck> checks(static_cast<std::size_t>(map.columnCount()));
    client::ImportVocabulary words;
    words.today = {2026, 11, 22};
    for (int row = 0; row < std::min(file.table.rowCount(), 20); ++row) {
        client::BuiltRow built = map.build(file.table, row, words, checks);
        client::dropFaultyValues(built.customer, built.issues);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes = fuzz::asText(data, size);
    try {
        useRows(client::readSheetBytes(bytes, "fuzz", {}, kLimits));
    } catch (const AppError& error) {
        fuzz::require(error.key().rfind("sheet.", 0) == 0, "a refusal names what is wrong with the file");
    }
    try {
        client::checkedArchive(bytes);
    } catch (const AppError& error) {
        fuzz::require(!error.key().empty(), "a refusal has a key");
    }
    return 0;
}
