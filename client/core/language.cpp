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
    for (const auto& catalogue : {QStringLiteral("qtbase_vi"), QStringLiteral("banhang_vi")}) {
        if (isVi)
            QCoreApplication::installTranslator(&translator(catalogue));
        else
            QCoreApplication::removeTranslator(&translator(catalogue));
    }
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
