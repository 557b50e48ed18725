// What somebody with a session, a compiler and bad intentions sends: every method, every field, other people's request
// ids and page tokens.
#include <map>
#include <set>

#include "server/core/rpc/method_table.h"
#include "tests/integration/rights/matrix/hostile_input.h"
#include "tests/integration/rights/matrix/matrix_office.h"
#include "tests/integration/rights/matrix/method_asking.h"

namespace banhang::test {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

class Attacks : public MatrixOffice
{
protected:
    MethodAnswer ask(const MethodDescriptor& method, const Message& request, const std::string& token)
    {
        return askMethod(channel(), *context(token), method, request);
    }
    static std::string nameOf(const MethodDescriptor& method) { return method.service()->name() + "." + method.name(); }
    template <typename Visit>
    void forEachMethod(Visit&& visit)
    {
        for (const auto* service : server::allServices())
            for (int i = 0; i < service->method_count(); ++i)
                visit(*service->method(i));
    }
    std::unique_ptr<Message> requestOf(const MethodDescriptor& method)
    {
        return matrix().at(nameOf(method)).request(target());
    }
    static void renew(Message& request)
    {
        if (const auto* id = request.GetDescriptor()->FindFieldByName("request_id"))
            request.GetReflection()->SetString(&request, id, newRequestId());
    }
};

/// Whatever stands in a field of what the working day is made of, it is the caller's mistake or none: never a fault of
/// the server, and never its end.
TEST_F(Attacks, noFieldBringsTheServerIntoTrouble)
{
    std::map<std::string, std::string> faults; // the first one for each field
    std::string token = world().signIn(m_hoa);
    int sent = 0;
    forEachMethod([&](const MethodDescriptor& method) {
        static const std::set<std::string> kAsked{"AttachmentsService", "CalendarEntriesService", "CareRequestsService",
                                                  "ExportsService",     "NotificationsService",   "SequencesService",
                                                  "WorkListsService"};
        if (!kAsked.contains(method.service()->name()))
            return;
        forEachHostile(*requestOf(method), [&](const Message& hostile, const std::string& what) {
            const std::unique_ptr<Message> request(hostile.New());
            request->CopyFrom(hostile);
            renew(*request);
            const std::string key = ask(method, *request, token).key;
            ++sent;
            // Keys of our own contract have a dot; what gRPC itself says has none.
            if (key == "call.fault" || key.empty() || (key != "OK" && key.find('.') == std::string::npos))
                faults.emplace(nameOf(method) + " " + what.substr(0, what.find(" = ")), what + ": " + key);
        });
    });
    for (const auto& [field, what] : faults)
        ADD_FAILURE() << field << ": " << what;
    EXPECT_GT(sent, 300);
}

TEST_F(Attacks, anotherPersonsRequestIdGivesNothingAway)
{
    forEachMethod([&](const MethodDescriptor& method) {
        if (method.client_streaming() || method.server_streaming() ||
            method.input_type()->FindFieldByName("request_id") == nullptr || !matrix().at(nameOf(method)).foreign)
            return;
        const std::unique_ptr<Message> request = requestOf(method);
        const MethodAnswer first = ask(method, *request, world().signIn(m_hoa));
        const MethodAnswer stolen = ask(method, *request, world().signIn(m_lan));
        const std::string& foreign = *matrix().at(nameOf(method)).foreign;
        if (first.key == "OK" && !foreign.empty()) {
            EXPECT_NE(stolen.key, "OK") << nameOf(method);
        }
        EXPECT_EQ(stolen.bytes.find("Trận"), std::string::npos) << nameOf(method);
    });
}

/// A page token is of one person and one question.
TEST_F(Attacks, pageTokensOfOthersAreRefused)
{
    int tried = 0;
    forEachMethod([&](const MethodDescriptor& method) {
        const auto* token = method.input_type()->FindFieldByName("page_token");
        const auto* size = method.input_type()->FindFieldByName("page_size");
        const auto* next = method.output_type()->FindFieldByName("next_page_token");
        if (token == nullptr || size == nullptr || next == nullptr || method.server_streaming())
            return;
        const std::unique_ptr<Message> request = requestOf(method);
        request->GetReflection()->SetInt32(request.get(), size, 1);
        const MethodAnswer first = ask(method, *request, world().signIn(m_hoa));
        if (first.key != "OK")
            return;
        const std::unique_ptr<Message> reply(
            google::protobuf::MessageFactory::generated_factory()->GetPrototype(method.output_type())->New());
        ASSERT_TRUE(reply->ParseFromString(first.bytes)) << nameOf(method);
        const std::string sealed = reply->GetReflection()->GetString(*reply, next);
        request->GetReflection()->SetString(request.get(), token, "forged");
        EXPECT_EQ(ask(method, *request, world().signIn(m_hoa)).key, "call.page_token") << nameOf(method);
        if (sealed.empty())
            return;
        request->GetReflection()->SetString(request.get(), token, sealed);
        EXPECT_EQ(ask(method, *request, world().signIn(m_lan)).key, "call.page_token") << nameOf(method);
        ++tried;
    });
    EXPECT_GT(tried, 0);
}

/// Whichever list: how much of it is wanted is never less than nothing.
TEST_F(Attacks, negativeSizesAreRefused)
{
    static const std::set<std::string> kSizes{"page_size", "limit", "row_limit", "coming"};
    std::set<std::string> tried;
    const std::string token = world().signIn(m_hoa);
    forEachMethod([&](const MethodDescriptor& method) {
        // What is refused for its state is refused for that first.
        if (matrix().at(nameOf(method)).allowed != "OK")
            return;
        for (const std::string& name : kSizes) {
            const auto* size = method.input_type()->FindFieldByName(name);
            if (size == nullptr)
                continue;
            const std::unique_ptr<Message> request = requestOf(method);
            request->GetReflection()->SetInt32(request.get(), size, -1);
            const v1::FieldIssue issue = ask(method, *request, token).issue;
            EXPECT_EQ(issue.key(), "call.page_size") << nameOf(method);
            EXPECT_EQ(issue.path(), name) << nameOf(method);
            tried.insert(nameOf(method));
        }
    });
    EXPECT_GE(tried.size(), 18U);
}

TEST_F(Attacks, tooManyIdsAreToldHowManyThereMayBe)
{
    constexpr int kMoreThanAny = 10'001;
    int tried = 0;
    const std::string token = world().signIn(m_hoa);
    forEachMethod([&](const MethodDescriptor& method) {
        for (int i = 0; i < method.input_type()->field_count(); ++i) {
            const auto& field = *method.input_type()->field(i);
            if (!field.is_repeated() || field.cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_INT64)
                continue;
            const std::unique_ptr<Message> request = requestOf(method);
            for (int id = 1; id <= kMoreThanAny; ++id)
                request->GetReflection()->AddInt64(request.get(), &field, 1'000'000 + id);
            const v1::FieldIssue issue = ask(method, *request, token).issue;
            EXPECT_TRUE(issue.key() == "list.too_long" || issue.key() == "merge.too_many")
                << nameOf(method) << " " << field.name() << " " << issue.key();
            EXPECT_TRUE(issue.args().contains("max")) << nameOf(method);
            EXPECT_EQ(issue.path(), field.name()) << nameOf(method);
            ++tried;
        }
    });
    EXPECT_GE(tried, 15);
}

} // namespace
} // namespace banhang::test
