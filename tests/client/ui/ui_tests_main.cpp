// Runs the tests with an offscreen application that wears the real look.
#include "client/ui/look/look.h"

#include <QApplication>

#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleTest(&argc, argv);
    QApplication app(argc, argv);
    banhang::client::Look::instance().install(app);
    return RUN_ALL_TESTS();
}
