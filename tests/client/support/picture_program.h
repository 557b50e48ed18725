// What the programs have in common that write pictures of pages, to be looked at:
//   NAME_pictures FILE.png [--page PAGE] [--dark] [--english] [--text PERCENT] [--width N] [--height N]
#pragma once

#include <QApplication>
#include <QSize>
#include <QString>
#include <QStringList>

class QWidget;

namespace banhang::client {
class RpcClient;
}

namespace banhang::test {

/// The application, with the look and the language that its command line asks for.
class PictureProgram final
{
public:
    PictureProgram(int& argc, char** argv);

    /// What follows `option`; `otherwise` without it.
    QString value(const char* option, const QString& otherwise = {}) const;
    QString page(const char* otherwise) const { return value("--page", QString::fromLatin1(otherwise)); }
    QSize size(const QSize& otherwise) const;
    /// Writes the picture, with the menu that is open over it. Exit code of the program.
    int save(QWidget& shown) const;

private:
    QApplication m_application;
    QStringList m_arguments;
};

/// Until the page shows all that it asked for; it also asks by itself, a pause after something is typed.
void settle(const client::RpcClient& rpc);

} // namespace banhang::test
