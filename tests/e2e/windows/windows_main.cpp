// Runs the tests with an offscreen application that wears the real look and keeps nothing of this machine.
#include <gtest/gtest.h>

#include "client/core/language.h"
#include "client/ui/look/look.h"
#include "tests/client/support/ui_guard.h"
#include "tests/support/temp_directory.h"

int main(int argc, char** argv)
{
    const banhang::test::TempDirectory home;
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        qputenv(variable, (home / variable).c_str());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleTest(&argc, argv);
    banhang::test::watchTests();
    banhang::test::GuardedApplication app(argc, argv);
    banhang::client::setLanguage(banhang::client::Language::Vietnamese);
    banhang::client::Look::instance().install(app);
    return RUN_ALL_TESTS();
}
