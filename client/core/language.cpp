#include "client/core/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace banhang::client {

namespace {

Language theLanguage = Language::English;

QTranslator& translator(const QString& catalogue)
{
    // Owned by the application, which lets go of them before this code is unloaded.
    auto* found = QCoreApplication::instance()->findChild<QTranslator*>(catalogue);
    if (!found) {
        found = new QTranslator(QCoreApplication::instance());
        found->setObjectName(catalogue);
        if (!found->load(QStringLiteral(":/i18n/%1.qm").arg(catalogue)))
            qWarning("catalogue %s is not compiled in", qPrintable(catalogue));
    }
    return *found;
}

} // namespace

void setLanguage(Language language)
{
    theLanguage = language;
    const bool isVi = language == Language::Vietnamese;
    QLocale::setDefault(isVi ? QLocale(QLocale::Vietnamese, QLocale::Vietnam)
                             : QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QStringList vietnamese{QStringLiteral("qtbase_vi"), QStringLiteral("banhang_vi")};
    // The code's own words; of counted ones, their other form. Of Qt's, the names of the keys.
    const QStringList english{QStringLiteral("qtbase_en"), QStringLiteral("banhang_en")};
    for (const auto& catalogue : isVi ? english : vietnamese)
        QCoreApplication::removeTranslator(&translator(catalogue));
    for (const auto& catalogue : isVi ? vietnamese : english)
        QCoreApplication::installTranslator(&translator(catalogue));
}

Language language()
{
    return theLanguage;
}

bool isVietnamese()
{
    return theLanguage == Language::Vietnamese;
}

} // namespace banhang::client
