// What is made of names, numbers and addresses is stored beside the customers: a change of it must reach those of
// before.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "common/match/record.h"
#include "common/running_digest.h"
#include "common/vn/sort_key.h"
#include "server/customers/list/search_text.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/saving/reading_renewal_store.h"
#include "server/duplicates/customer_record.h"

namespace banhang::server {
namespace {

struct Sample
{
    const char* name;
    const char* phone;
    const char* email;
    const char* taxCode;
    const char* street;
    const char* ward;
    const char* district;
    const char* province;
};

/// In the writings that lists have.
constexpr Sample kPeople[] = {
    {"Nguyễn Thị Minh Nguyệt", "0912 345 678", "nguyet+hoadon@thu.example", "001185012345", "Số 12 ngõ 34 Lê Lợi",
     "P. Dịch Vọng Hậu", "Q. Cầu Giấy", "Hà Nội"},
    {"NGUYEN VAN HOÀ (Tí)", "0168 9333 999 (chị Lan), gọi sau 17h", "NVHOA@THU.EXAMPLE", "", "123/4B Nguyễn Trãi",
     "Phường 7", "Quận 5", "TP.HCM"},
    {"Âu Dương Tịnh Nghi", "+84 (0)24 3555 0178 máy lẻ 12", "nghi@@thu", "1185012345", "Thôn Đoài", "Xã Kim Chung",
     "Huyện Đông Anh", "HN"},
    {"chị Lan - vợ anh Nam", "912555204 / 05", "không có", "", "", "", "", "Đồng Nai"},
    {"Traanf Vawn Hungf", "024 3555 0178/79", "hung.tran@cty.example; kho@cty.example", "", "Tổ 5 KP2", "TT Long Thành",
     "Long Thành", "Đồng Nai"},
};
constexpr Sample kCompanies[] = {
    {"Công ty TNHH MTV Thương mại Dịch vụ Thiên Ân", "1900 1234", "info@thienan.example", "0106697817",
     "Lô A2 KCN Biên Hoà 2", "An Bình", "TP Biên Hoà", "Đồng Nai"},
    {"Cty CP XNK Hoa Mai - Chi nhánh Đà Nẵng", "0511 3555 017", "", "0106697817-002", "45 Bạch Đằng", "Hải Châu 1",
     "Hải Châu", "Đà Nẵng"},
    {"Hộ kinh doanh Bà Năm", "+86 138 0013 8000", "", "106697817", "Chợ Bến Thành", "Bến Thành", "", "Hồ Chí Minh"},
};

template <std::size_t N>
void addReadings(RunningDigest& digest, const Sample (&samples)[N], v1::CustomerKind kind)
{
    for (const Sample& sample : samples) {
        v1::Customer customer;
        customer.set_kind(kind);
        customer.set_name(sample.name);
        customer.add_phones()->set_number(sample.phone);
        customer.add_emails()->set_address(sample.email);
        customer.set_tax_code(sample.taxCode);
        v1::Address& address = *customer.add_addresses();
        address.set_street(sample.street);
        address.set_ward(sample.ward);
        address.set_district(sample.district);
        address.set_province(sample.province);
        prepareCustomer(customer);
        const SearchText text = searchText(customer);
        digest.add(match::encode(recordOf(customer)));
        digest.add(text.all() + text.markedName + text.head + text.lead);
    }
}

std::string hexOf(RunningDigest& digest)
{
    std::string hex;
    for (const char byte : digest.finish())
        hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return hex.substr(0, 16);
}

TEST(ReadingVersion, growsWithWhatIsReadOfCustomers)
{
    RunningDigest digest;
    addReadings(digest, kPeople, v1::CUSTOMER_KIND_INDIVIDUAL);
    addReadings(digest, kCompanies, v1::CUSTOMER_KIND_ORGANISATION);
    EXPECT_EQ(fmt::format("{} {}", kReadingVersion, hexOf(digest)), "1 1c9279103fd34705")
        << "The readings are other ones: let kReadingVersion grow by one and write down what stands above, so that the "
           "customers of before are read once more.";
}

/// They stand in banhang.customer too, also of those in the bin, and lists are sorted by them there: to read the
/// customers once more does not reach them.
TEST(ReadingVersion, doesNotReachTheSortKeysOfTheCustomersThemselves)
{
    RunningDigest digest;
    for (const Sample& sample : kPeople)
        digest.add(vn::personSortKey(sample.name));
    for (const Sample& sample : kCompanies)
        digest.add(vn::companySortKey(sample.name));
    EXPECT_EQ(hexOf(digest), "6b0786f8a36a6d5e")
        << "The sort keys are other ones: this needs a migration by which those of all customers are written anew, in "
           "banhang.customer and in banhang.customer_search, before what stands above is written down.";
}

} // namespace
} // namespace banhang::server
