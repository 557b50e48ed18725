// Every method of every service, by its descriptor: without a session, without the right, with the right on a foreign
// row, with the right. A method that has no entry in the matrix fails the test.
#include "server/core/rpc/method_table.h"
#include "tests/integration/rights/matrix/matrix_office.h"
#include "tests/integration/rights/matrix/method_asking.h"

namespace banhang::test {

namespace {

using google::protobuf::MethodDescriptor;

class PermissionMatrix : public MatrixOffice
{
protected:
    /// "OK" or the key of the error; the bytes of the answer in `m_reply`.
    std::string ask(const MethodDescriptor& method, const std::string& token)
    {
        const auto request = matrix().at(nameOf(method)).request(target());
        MethodAnswer answer = askMethod(channel(), *context(token), method, *request);
        m_reply = std::move(answer.bytes);
        return answer.key;
    }

    static std::string nameOf(const MethodDescriptor& method) { return method.service()->name() + "." + method.name(); }
    template <typename Visit>
    void forEachMethod(Visit&& visit)
    {
        for (const auto* service : server::allServices())
            for (int i = 0; i < service->method_count(); ++i) {
                const MethodDescriptor& method = *service->method(i);
                ASSERT_TRUE(matrix().count(nameOf(method)) == 1)
                    << nameOf(method) << " has no entry in the permission matrix";
                const auto access = server::methodAccess(method);
                if (access)
                    visit(method, *access, matrix().at(nameOf(method)));
                else
                    ADD_FAILURE() << nameOf(method) << " does not say who may call it";
            }
    }

    std::string m_reply;
};

TEST_F(PermissionMatrix, namesNoMethodThatIsGone)
{
    std::size_t methods = 0;
    for (const auto* service : server::allServices())
        methods += static_cast<std::size_t>(service->method_count());
    EXPECT_EQ(matrix().size(), methods);
}

TEST_F(PermissionMatrix, withoutASessionOnlyOpenMethodsAnswer)
{
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess& access, const Entry& entry) {
        const bool isOpen = access.kind == MethodAccess::Kind::Open;
        EXPECT_EQ(ask(method, ""), isOpen ? entry.allowed : "session.missing") << nameOf(method);
        EXPECT_EQ(ask(method, "forged"), isOpen ? entry.allowed : "session.ended") << nameOf(method);
    });
}

TEST_F(PermissionMatrix, withoutTheRightGrantedMethodsAreDenied)
{
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess& access, const Entry& entry) {
        const std::string token = world().signIn(m_nobody);
        const bool isGranted = access.kind == MethodAccess::Kind::Granted;
        EXPECT_EQ(ask(method, token), isGranted                 ? "call.denied"
                                      : entry.rightless.empty() ? entry.allowed
                                                                : entry.rightless)
            << nameOf(method);
    });
    // What anybody signed in may store, a view or settings of their own, is no refusal.
    EXPECT_EQ(
        sql().number("SELECT count(*) FROM banhang.request_seen WHERE method NOT IN ('ViewsService.CreateSavedView', "
                     "'SubscriptionsService.CreateSubscription', 'AttachmentsService.CancelUpload',"
                     " 'NotificationsService.DismissReminders', 'NotificationsService.UpdateNotificationSettings')"),
        2)
        << "refused calls are not remembered";
}

TEST_F(PermissionMatrix, everyRightButTheRequiredOneIsNotEnough)
{
    int user = 0;
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess& access, const Entry&) {
        if (access.kind != MethodAccess::Kind::Granted)
            return;
        std::vector<TestGrant> others;
        for (const TestGrant& grant : allRights(v1::SCOPE_ALL))
            if (!(Right{grant.resource, grant.action} == access.right))
                others.push_back(grant);
        const TestUser almost = world().addUserWith("gan" + std::to_string(user++), world().company(), others);
        EXPECT_EQ(ask(method, world().signIn(almost)), "call.denied") << nameOf(method);
    });
}

TEST_F(PermissionMatrix, aForeignRowLooksAbsent)
{
    const std::string before = sql().text("SELECT md5(string_agg(c::text, '')) FROM banhang.customer c");
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess&, const Entry& entry) {
        if (!entry.foreign)
            return;
        EXPECT_EQ(ask(method, world().signIn(m_lan)), entry.foreign->empty() ? "OK" : *entry.foreign) << nameOf(method);
        EXPECT_EQ(m_reply.find("Trận"), std::string::npos) << nameOf(method) << " shows the foreign customer";
        EXPECT_EQ(m_reply.find("912345678"), std::string::npos) << nameOf(method) << " shows the foreign number";
    });
    EXPECT_EQ(sql().text("SELECT md5(string_agg(c::text, '')) FROM banhang.customer c"), before);
}

TEST_F(PermissionMatrix, withTheRightEveryMethodAnswers)
{
    forEachMethod([&](const MethodDescriptor& method, const MethodAccess&, const Entry& entry) {
        EXPECT_EQ(ask(method, world().signIn(m_hoa)), entry.allowed) << nameOf(method);
    });
}

} // namespace
} // namespace banhang::test
