// Tests of the client run with a real application, offscreen, with the look and the language of the office.
#include <QApplication>
#include <QStandardPaths>

#include <gtest/gtest.h>

#include "client/core/language.h"
#include "client/ui/look/look.h"

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("banhang-tests"));
    QApplication::setApplicationName(QStringLiteral("banhang-tests"));
    banhang::client::Look::instance().install(app);
    banhang::client::setLanguage(banhang::client::Language::Vietnamese);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
