// One demo company, served, for all cases of a suite: they use different people or records.
#pragma once

#include <memory>

#include <gtest/gtest.h>

#include "tests/e2e/support/banhangd.h"
#include "tests/e2e/support/ctl.h"

namespace banhang::test {

inline void makeDemoOffice(Banhangd& office)
{
    office.output({"demo"});
    office.serve();
}

/// Suite: the class of the test itself, so that each suite has an office of its own.
template <typename Suite>
class DemoOfficeFixture : public ::testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_office = std::make_unique<Banhangd>();
        makeDemoOffice(*s_office);
    }
    static void TearDownTestSuite() { s_office.reset(); }

    static Banhangd& office() { return *s_office; }

private:
    static inline std::unique_ptr<Banhangd> s_office;
};

} // namespace banhang::test
