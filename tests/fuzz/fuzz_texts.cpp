// Any bytes as names and words: nothing crashes, and what is folded, composed or tidied stays as it is.
#include "common/vn/company_name.h"
#include "common/vn/fold.h"
#include "common/vn/person_name.h"
#include "common/vn/sort_key.h"
#include "common/vn/utf8.h"
#include "tests/fuzz/fuzz_check.h"

using namespace banhang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::asText(data, size);
    const std::string folded = vn::fold(text);
    fuzz::require(vn::fold(folded) == folded, "fold is idempotent");
    const std::string composed = vn::toNfc(text);
    fuzz::require(vn::toNfc(composed) == composed, "toNfc is idempotent");
    fuzz::require(vn::fold(composed) == folded, "fold does not see how marks are composed");
    fuzz::require(vn::sortKey(composed) == vn::sortKey(text), "sortKey does not see how marks are composed");
    const std::string tidied = vn::tidy(text);
    fuzz::require(vn::tidy(tidied) == tidied, "tidy is idempotent");

    vn::foldWords(text);
    vn::foldedName(text);
    vn::personSortKey(text);
    vn::companySortKey(text);
    vn::parseCompanyName(text);
    vn::companyCore(text);
    vn::nameInitials(text);
    vn::nameMonogram(text);
    vn::tidyPersonName(text);
    vn::parsePersonName(text).full();
    return 0;
}
