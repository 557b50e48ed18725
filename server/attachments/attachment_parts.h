// What all streams of files share.
#pragma once

#include <cstdint>
#include <functional>

namespace banhang::server {

class CallerSource;
class DatabasePool;

struct AttachmentParts
{
    DatabasePool& app;
    CallerSource& callers;
    std::int64_t maxBytes;
    /// Called after each change that others see, on any thread: ChangeHub::wake.
    std::function<void()> committed;
};

} // namespace banhang::server
