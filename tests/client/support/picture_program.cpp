#include "tests/client/support/picture_program.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

#include "client/core/language.h"
#include "client/ui/look/look.h"
#include "tests/client/support/quiet.h"

namespace banhang::test {

namespace {
constexpr int kLongerThanAnyPauseMs = 600;
}

PictureProgram::PictureProgram(int& argc, char** argv)
    : m_application(argc, argv), m_arguments(QApplication::arguments())
{
    using client::Appearance;
    using client::Language;
    const auto isAsked = [this](const char* option) { return m_arguments.contains(QLatin1String(option)); };
    auto& look = client::Look::instance();
    look.install(m_application);
    look.setAppearance(isAsked("--dark") ? Appearance::Dark : Appearance::Light);
    look.setTextPercent(value("--text", QStringLiteral("100")).toInt());
    client::setLanguage(isAsked("--english") ? Language::English : Language::Vietnamese);
}

QString PictureProgram::value(const char* option, const QString& otherwise) const
{
    const qsizetype at = m_arguments.indexOf(QLatin1String(option));
    return at < 0 ? otherwise : m_arguments.value(at + 1);
}

QSize PictureProgram::size(const QSize& otherwise) const
{
    return {value("--width", QString::number(otherwise.width())).toInt(),
            value("--height", QString::number(otherwise.height())).toInt()};
}

int PictureProgram::save(QWidget& shown) const
{
    QPixmap picture = shown.grab();
    if (auto* popup = QApplication::activePopupWidget()) {
        QPainter painter(&picture);
        painter.drawPixmap(shown.mapFromGlobal(popup->pos()), popup->grab());
    }
    return picture.save(m_arguments.value(1)) ? 0 : 1;
}

void settle(const client::RpcClient& rpc)
{
    waitUntilQuiet(rpc, kLongerThanAnyPauseMs);
}

} // namespace banhang::test
