// A file that a command writes for its person.
#pragma once

#include <string>
#include <string_view>

#include "common/platform/private_file_writer.h"

namespace banhang::client {

/// Readable by its owner alone, since what commands write is mostly about customers, unless a file stood there that its
/// owner shares. A command that fails half-way, or whose connection is cut, leaves what stood there before. All throw
/// UsageError where it cannot be written.
class OutputFile
{
public:
    explicit OutputFile(const std::string& name);

    void write(std::string_view piece);
    void finish();

private:
    std::string m_name;
    platform::PrivateFileWriter m_writer;
};

} // namespace banhang::client
