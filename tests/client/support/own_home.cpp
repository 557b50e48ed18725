#include "tests/client/support/own_home.h"

#include <QByteArray>

#include "tests/support/temp_directory.h"

namespace banhang::test {

OwnHome::OwnHome() : m_directory(std::make_unique<test::TempDirectory>())
{
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        qputenv(variable, (*m_directory / variable).c_str());
}

OwnHome::~OwnHome() = default;

} // namespace banhang::test
