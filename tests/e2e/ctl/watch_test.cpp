// The change feed as scripts read it.
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/platform/private_file.h"
#include "tests/e2e/ctl/demo_office_fixture.h"

namespace banhang::test {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

/// `watch` left running by one person.
class Watcher
{
public:
    Watcher(const Ctl& person, const std::filesystem::path& output, std::vector<std::string> more = {})
        : m_output(output)
    {
        more.insert(more.begin(), {"--json", "watch"});
        m_process = person.start(std::move(more), output);
    }
    ~Watcher()
    {
        if (m_process)
            m_process->stop(platform::ChildProcess::Manner::Gentle, 10s);
    }
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    std::vector<json> events() const
    {
        std::istringstream output(platform::readFile(m_output));
        std::vector<json> events;
        for (std::string line; std::getline(output, line);)
            if (line.ends_with('}'))
                events.push_back(json::parse(line));
        return events;
    }

    /// From here on nothing is missed.
    void awaitStart()
    {
        const auto until = std::chrono::steady_clock::now() + 30s;
        while (!std::filesystem::exists(m_output) || events().empty())
            if (m_process.value().waitFor(10ms) || std::chrono::steady_clock::now() > until)
                throw std::runtime_error("the watch did not start: " + platform::readFile(m_output));
    }

    std::optional<int> exitCode() { return m_process.value().waitFor(30s); }

    /// Every change of customers in the order of arrival, "changed 12".
    std::vector<std::string> changes() const
    {
        std::vector<std::string> changes;
        for (const json& event : events())
            for (const json& change : event.value("batch", json::object()).value("changes", json::array()))
                if (change.at("entity") == "customer")
                    changes.push_back((change.at("kind") == "CHANGE_KIND_GONE" ? "gone " : "changed ") +
                                      change.at("id").get<std::string>());
        return changes;
    }

private:
    std::filesystem::path m_output;
    std::optional<platform::ChildProcess> m_process;
};

class CtlWatch : public DemoOfficeFixture<CtlWatch>
{
protected:
    static std::filesystem::path log(const std::string& name) { return office().directory() / name; }
};

TEST_F(CtlWatch, endsAfterSoManyEvents)
{
    const Ctl minh(office(), "minh");
    Watcher watcher(minh, log("count.log"), {"--count", "1"});
    watcher.awaitStart();
    const std::string id = minh.create({{"kind", 1}, {"name", "Một Sự Kiện"}}).at("id");

    EXPECT_EQ(watcher.exitCode(), 0);
    EXPECT_EQ(watcher.changes(), std::vector<std::string>{"changed " + id});
}

TEST_F(CtlWatch, goesOnWhereATokenSays)
{
    const Ctl diep(office(), "diep");
    std::string token;
    {
        Watcher watcher(diep, log("before.log"));
        watcher.awaitStart();
        token = watcher.events().back().at("resume_token");
    }
    const std::string id = diep.create({{"kind", 1}, {"name", "Trong Lúc Vắng"}}).at("id");
    Watcher resumed(diep, log("after.log"), {"--from", token, "--count", "1"});

    EXPECT_EQ(resumed.exitCode(), 0);
    EXPECT_EQ(resumed.changes(), std::vector<std::string>{"changed " + id});
}

TEST_F(CtlWatch, tellsTheFormerOwnerThatACustomerIsGoneAndStrangersNothing)
{
    const Ctl leader(office(), "ha");
    const Ctl nhung(office(), "nhung");
    const Ctl stranger(office(), "khoa");
    const std::string id = nhung.create({{"kind", 1}, {"name", "Người Ra Đi"}}).at("id");
    Watcher former(nhung, log("former.log"), {"--count", "1"});
    Watcher outside(stranger, log("outside.log"), {"--count", "1"});
    former.awaitStart();
    outside.awaitStart();
    leader.json({"customer", "assign", "--to", std::to_string(leader.userId()), id});

    EXPECT_EQ(former.exitCode(), 0);
    EXPECT_EQ(former.changes(), std::vector<std::string>{"gone " + id});
    // What the stranger does see comes later; had there been news of the other, it would have been the first event.
    const std::string own = stranger.create({{"kind", 1}, {"name", "Của Riêng"}}).at("id");
    EXPECT_EQ(outside.exitCode(), 0);
    EXPECT_EQ(outside.changes(), std::vector<std::string>{"changed " + own});
}

TEST_F(CtlWatch, endsWithTheSession)
{
    const Ctl huy(office(), "huy");
    Watcher watcher(huy, log("ended.log"));
    watcher.awaitStart();
    office().json({"user", "disable", "huy"});

    EXPECT_EQ(watcher.exitCode(), 3);
}

TEST_F(CtlWatch, endsWithTheServer)
{
    const Ctl minh(office(), "minh");
    Watcher watcher(minh, log("server.log"));
    watcher.awaitStart();
    office().kill();

    EXPECT_EQ(watcher.exitCode(), 8);
    office().serve();
}

} // namespace
} // namespace banhang::test
