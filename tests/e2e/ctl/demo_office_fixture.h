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
        suiteOffice = std::make_unique<Banhangd>();
        makeDemoOffice(*suiteOffice);
    }
    static void TearDownTestSuite() { suiteOffice.reset(); }

    static Banhangd& office() { return *suiteOffice; }

private:
    friend Suite;
    DemoOfficeFixture() = default;

    static inline std::unique_ptr<Banhangd> suiteOffice;
};

} // namespace banhang::test
