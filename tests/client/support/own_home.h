// Settings, drafts and caches of a program of tests, in a directory that goes with it: several of them run at once.
#pragma once

#include <memory>

namespace banhang::test {
class TempDirectory;
}

namespace banhang::test {

/// Before the application is made. Compiled by itself: what the main program brings along, the linker would look for in
/// it, and programs with a main of their own would get two.
class OwnHome
{
public:
    OwnHome();
    ~OwnHome();
    OwnHome(const OwnHome&) = delete;
    OwnHome& operator=(const OwnHome&) = delete;

private:
    std::unique_ptr<test::TempDirectory> m_directory;
};

} // namespace banhang::test
