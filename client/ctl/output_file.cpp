#include "client/ctl/output_file.h"

#include <system_error>

#include <fmt/format.h>

#include "client/ctl/exit_code.h"

namespace banhang::client {

namespace {

[[noreturn]] void refuse(const std::string& name, const std::system_error& error)
{
    throw UsageError(fmt::format("{}: cannot be written: {}", name, error.code().message()));
}

} // namespace

OutputFile::OutputFile(const std::string& name)
try : m_name(name), m_writer(name, platform::PrivateFileWriter::Rights::OfTheFormer) {
} catch (const std::system_error& error) {
    refuse(name, error);
}

void OutputFile::write(std::string_view piece)
{
    try {
        m_writer.write(piece);
    } catch (const std::system_error& error) {
        refuse(m_name, error);
    }
}

void OutputFile::finish()
{
    try {
        m_writer.finish();
    } catch (const std::system_error& error) {
        refuse(m_name, error);
    }
}

} // namespace banhang::client
