// Care requests in merges: the survivor has them all, and gives them back.
#include "banhang/v1/merges.grpc.pb.h"
#include "server/merging/merges_service.h"
#include "tests/integration/care/care_fixture.h"

namespace banhang::test {

namespace {

using MergesStub = v1::MergesService::Stub;

class MergedCare : public CareFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = CareFixture::makeServices(parts);
        services.push_back(std::make_unique<server::MergesService>(parts.calls, parts.signer));
        return services;
    }
    std::int64_t customerOf(std::int64_t id)
    {
        return sql().number("SELECT customer_id FROM banhang.care_request WHERE id = $1::bigint", {std::to_string(id)});
    }
};

TEST_F(MergedCare, goesToTheSurvivorAndComesBack)
{
    const v1::Customer again = create(lanToken, person("Nguyễn Thị Mai", "0912345678"));
    v1::CareRequest ofAgain = complaint();
    ofAgain.set_customer_id(again.id());
    const std::int64_t own = take(lanToken, ofAgain).id();
    ofAgain.set_owner_user_id(tuan.id);
    const std::int64_t colleagues = take(anToken, ofAgain).id();

    const auto merges = stub<v1::MergesService>();
    v1::GetMergePreviewRequest preview;
    preview.add_customer_ids(mai.id());
    preview.add_customer_ids(again.id());
    preview.set_survivor_id(mai.id());
    const v1::MergePreview shown = call(*merges, &MergesStub::GetMergePreview, preview, lanToken);
    int counted = 0;
    for (const v1::MergeLinkCount& link : shown.links())
        counted += link.link() == "care_request" ? static_cast<int>(link.count()) : 0;
    EXPECT_EQ(counted, 2);

    v1::MergeCustomersRequest merging;
    merging.set_survivor_id(mai.id());
    for (const v1::Customer& customer : shown.customers()) {
        merging.add_versions()->set_customer_id(customer.id());
        merging.mutable_versions()->rbegin()->set_version(customer.version());
    }
    *merging.mutable_result() = shown.proposed();
    for (const v1::MergeField& field : shown.fields())
        if (!field.equal())
            merging.mutable_update_mask()->add_paths(field.field());
    merging.set_request_id(newRequestId());
    const auto merged = call(*merges, &MergesStub::MergeCustomers, merging, lanToken);
    EXPECT_EQ(customerOf(own), mai.id());
    EXPECT_EQ(customerOf(colleagues), mai.id());
    const v1::CareRequest since = take(lanToken, complaint());

    v1::UndoMergeRequest undo;
    undo.set_merge_id(merged.merge_id());
    undo.set_request_id(newRequestId());
    call(*merges, &MergesStub::UndoMerge, undo, lanToken);
    EXPECT_EQ(customerOf(own), again.id());
    EXPECT_EQ(customerOf(colleagues), again.id());
    EXPECT_EQ(customerOf(since.id()), mai.id()) << "what was written since is the survivor's own";
}

} // namespace

} // namespace banhang::test
