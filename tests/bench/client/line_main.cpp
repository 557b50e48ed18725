// banhang-bench-line: a longer cable to a server, for measurements of clients far away.
#include <chrono>
#include <iostream>
#include <limits>

#include <CLI/CLI.hpp>

#include "tests/e2e/support/proxy.h"

namespace {

/// What cannot be done ends as an exception.
int run(int argc, char** argv)
{
    CLI::App app("A line on loopback that is as long as asked: prints where it begins, and ends with its input.");
    int serverPort = 0;
    int delayMs = 0;
    app.add_option("--to", serverPort, "Port of the server on this machine")->required();
    app.add_option("--delay-ms", delayMs, "How long bytes are under way, in each direction")->required();
    CLI11_PARSE(app, argc, argv);
    banhang::test::Proxy line(serverPort);
    line.setDelay(std::chrono::milliseconds(delayMs));
    std::cout << line.address() << '\n' << std::flush;
    std::cin.ignore(std::numeric_limits<std::streamsize>::max());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "banhang-bench-line: " << error.what() << '\n';
        return 1;
    }
}
