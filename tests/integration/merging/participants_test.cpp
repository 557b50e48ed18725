// Every key to a customer takes part in merges: what a later table forgets, this test finds.
#include <set>

#include "server/merging/participant.h"
#include "tests/support/pg_fixture.h"

namespace banhang::test {
namespace {

using MergeParticipants = PgFixture;

TEST_F(MergeParticipants, coverEveryKeyToACustomer)
{
    std::set<std::string> inCatalogue;
    const server::Rows rows = sql().run("SELECT k.conrelid::regclass::text || '.' || a.attname FROM pg_constraint k"
                                        " CROSS JOIN LATERAL unnest(k.conkey) AS used (attnum)"
                                        " JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = used.attnum"
                                        " WHERE k.contype = 'f' AND k.confrelid = 'banhang.customer'::regclass");
    for (const server::Row row : rows) {
        const std::string name = row.string(0);
        inCatalogue.insert(name.starts_with("banhang.") ? name.substr(8) : name);
    }
    std::multiset<std::string> declared;
    for (const auto& participant : server::mergeParticipants())
        for (const std::string& key : participant->keys())
            declared.insert(key);
    for (const std::string& key : inCatalogue)
        EXPECT_EQ(declared.count(key), 1U) << key << ": name it in server/merging/participants.cpp";
    for (const std::string& key : declared)
        EXPECT_EQ(inCatalogue.count(key), 1U) << key << " is no key to a customer (any more)";
}

} // namespace
} // namespace banhang::test
