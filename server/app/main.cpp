// banhangd, the server of banhang.
#include "server/app/commands/command_line.h"

int main(int argc, char** argv)
{
    return static_cast<int>(banhang::server::runCommandLine(argc, argv));
}
