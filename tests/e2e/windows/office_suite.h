// The demo company on a real server, one for all cases of a suite of windows.
#pragma once

#include <QString>

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "tests/e2e/support/banhangd.h"

namespace banhang::test {

inline QString q(const char* text)
{
    return QString::fromUtf8(text);
}

/// Suites run one after another, so that one office at a time is enough for all that stand on this.
class OfficeSuite : public ::testing::Test
{
protected:
    static void SetUpTestSuite() { begin(); }
    /// `setting`: of banhangd, beyond the usual ones.
    static void begin(const std::string& setting = {})
    {
        suiteOffice = std::make_unique<Banhangd>();
        if (!setting.empty())
            suiteOffice->set(setting);
        suiteOffice->output({"demo"});
        suiteOffice->serve();
    }
    static void TearDownTestSuite() { suiteOffice.reset(); }

    static Banhangd& office() { return *suiteOffice; }

private:
    static inline std::unique_ptr<Banhangd> suiteOffice;
};

} // namespace banhang::test
