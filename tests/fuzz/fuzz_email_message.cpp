// Any bytes as a mail: a letter or none, never more; and the files in it have names that every system stores.
#include "client/email/email_parser.h"
#include "client/email/plain_text.h"
#include "common/file_name.h"
#include "tests/fuzz/fuzz_check.h"

using namespace banhang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = fuzz::asText(data, size);
    email::plainText(bytes);
    try {
        for (const auto& file : email::parseEmailMessage(bytes).files)
            fuzz::require(isSafeFileName(file.name), "names of files are safe");
    } catch (const email::EmailParseError&) {
        return 0;
    }
    return 0;
}
