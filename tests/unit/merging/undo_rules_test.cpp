// A customer's later changes, told again without a merge.
#include "server/merging/undo_rules.h"

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

using nlohmann::json;

json change(const std::string& field, const json& before, const json& after)
{
    return {{field, {{"old", before}, {"new", after}}}};
}
json phones(const std::vector<std::string>& numbers)
{
    json list = json::array();
    for (const std::string& number : numbers)
        list.push_back({{"number", number}});
    return list;
}
std::string numbers(const v1::Customer& customer)
{
    std::string text;
    for (const v1::Phone& phone : customer.phones())
        text += phone.number();
    return text;
}
v1::Customer withPhone(const std::string& number)
{
    v1::Customer customer;
    customer.add_phones()->set_number(number);
    return customer;
}

TEST(UndoRules, leaveOutWhatTheMergeDid)
{
    v1::Customer base = withPhone("a");
    base.set_note("eins");
    const std::vector<PastChange> changes{
        {2, change("phones", phones({"a"}), phones({"a", "b"}))},
        {2, change("note", "eins", "zwei")},
        {3, change("phones", phones({"a", "b"}), phones({"a", "b", "c"}))},
    };
    const v1::Customer after = retold(base, changes, {{1, 2}});
    EXPECT_EQ(numbers(after), "ac");
    EXPECT_EQ(after.note(), "eins");
}

TEST(UndoRules, keepAValueThatWasSetAgain)
{
    v1::Customer base;
    base.set_note("eins");
    const std::vector<PastChange> changes{
        {2, change("note", "eins", "zwei")}, {3, change("note", "zwei", "drei")}, {4, change("note", "drei", "zwei")}};
    EXPECT_EQ(retold(base, changes, {{1, 2}}).note(), "zwei") << "what the merge had set, a person set since";
}

TEST(UndoRules, leaveOutEarlierMergesWithTheirUndo)
{
    v1::Customer base;
    base.set_note("eins");
    const std::vector<PastChange> changes{
        {2, change("note", "eins", "zwei")}, {3, change("note", "zwei", "drei")}, {4, change("note", "drei", "zwei")}};
    EXPECT_EQ(retold(base, changes, {{1, 2}, {2, 3}, {3, 4}}).note(), "eins");
}

TEST(UndoRules, keepWhatALaterMergeBringsToo)
{
    const std::vector<PastChange> changes{{2, change("phones", phones({"a"}), phones({"a", "b"}))},
                                          {3, json::object(), {{"phones", phones({"b"})}}}};
    EXPECT_EQ(numbers(retold(withPhone("a"), changes, {{1, 2}})), "ab");
    EXPECT_EQ(numbers(retold(withPhone("a"), changes, {{1, 2}, {2, 3}})), "a");
}

TEST(UndoRules, passOverWhatIsNoField)
{
    const std::vector<PastChange> changes{{2, change("merged", nullptr, json::array())},
                                          {3, change("contacts", json::array(), json::array())}};
    EXPECT_EQ(numbers(retold(withPhone("a"), changes, {})), "a");
}

} // namespace
} // namespace banhang::server
