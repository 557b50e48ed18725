#include "common/vn/company_name.h"

#include "tests/unit/vn/text_gen.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::vn {
namespace {

struct Case
{
    std::string_view typed;
    LegalForm form;
    std::string_view legalShort;
    std::string_view distinctive;
};

TEST(CompanyName, splitsTheLegalFormOff)
{
    const Case cases[] = {
        {"Công ty TNHH Thương mại Thiên Ân", LegalForm::Limited, "TNHH", "Thương mại Thiên Ân"},
        {"CÔNG TY TRÁCH NHIỆM HỮU HẠN ABC", LegalForm::Limited, "TNHH", "ABC"},
        {"Cong ty Trach nhiem huu han ABC", LegalForm::Limited, "TNHH", "ABC"},
        {"Cty TNHH Duy Linh", LegalForm::Limited, "TNHH", "Duy Linh"},
        {"C.ty TNHH Duy Linh", LegalForm::Limited, "TNHH", "Duy Linh"},
        {"CT TNHH Duy Linh", LegalForm::Limited, "TNHH", "Duy Linh"},
        {"TNHH Duy Linh", LegalForm::Limited, "TNHH", "Duy Linh"},
        {"Công ty T.N.H.H Duy Linh", LegalForm::Limited, "TNHH", "Duy Linh"},
        {"Công ty TNHH Một Thành Viên Hòa Phát", LegalForm::LimitedOneMember, "TNHH MTV", "Hòa Phát"},
        {"Cty TNHH MTV Hòa Phát", LegalForm::LimitedOneMember, "TNHH MTV", "Hòa Phát"},
        {"TNHH 1TV Hòa Phát", LegalForm::LimitedOneMember, "TNHH MTV", "Hòa Phát"},
        {"Công ty TNHH Hai thành viên trở lên Hòa Phát", LegalForm::Limited, "TNHH", "Hòa Phát"},
        {"Công ty Cổ phần 32", LegalForm::JointStock, "CTCP", "32"},
        {"CTCP FPT", LegalForm::JointStock, "CTCP", "FPT"},
        {"Cty CP Sữa Việt Nam", LegalForm::JointStock, "CTCP", "Sữa Việt Nam"},
        {"CT CP Sữa Việt Nam", LegalForm::JointStock, "CTCP", "Sữa Việt Nam"},
        {"Công ty Hợp danh Luật Việt", LegalForm::Partnership, "HD", "Luật Việt"},
        {"Doanh nghiệp Tư nhân Phúc Lộc", LegalForm::PrivateEnterprise, "DNTN", "Phúc Lộc"},
        {"DN tư nhân Phúc Lộc", LegalForm::PrivateEnterprise, "DNTN", "Phúc Lộc"},
        {"HTX Nông nghiệp Xanh", LegalForm::Cooperative, "HTX", "Nông nghiệp Xanh"},
        {"Hợp tác xã Vận tải 1/5", LegalForm::Cooperative, "HTX", "Vận tải 1/5"},
        {"Hộ kinh doanh Bà Ba", LegalForm::Household, "HKD", "Bà Ba"},
        {"Hộ KD Bà Ba", LegalForm::Household, "HKD", "Bà Ba"},
        {"Tổng Công ty Cổ phần Khoan Dầu khí", LegalForm::JointStock, "TCT CTCP", "Khoan Dầu khí"},
        {"Tập đoàn Bảo Việt", LegalForm::None, "Tập đoàn", "Bảo Việt"},
        {"Tập đoàn Vingroup - Công ty CP", LegalForm::JointStock, "Tập đoàn CTCP", "Vingroup"},
        {"PHI Co.,Ltd", LegalForm::Limited, "TNHH", "PHI"},
        {"Saigon Foods Co., Ltd.", LegalForm::Limited, "TNHH", "Saigon Foods"},
        {"TEX-GIANG JOINT STOCK COMPANY", LegalForm::JointStock, "CTCP", "TEX-GIANG"},
        {"Nova J.S.C", LegalForm::JointStock, "CTCP", "Nova"},
        {"ABC One Member Company Limited", LegalForm::LimitedOneMember, "TNHH MTV", "ABC"},
        {"Công ty TNHH ABC (Việt Nam)", LegalForm::Limited, "TNHH", "ABC (Việt Nam)"},
        {"Trường Mầm non Hoa Sen", LegalForm::None, "", "Trường Mầm non Hoa Sen"},
        {"", LegalForm::None, "", ""},
    };
    for (const Case& c : cases) {
        const CompanyName name = parseCompanyName(c.typed);
        EXPECT_EQ(name.form, c.form) << c.typed;
        EXPECT_EQ(name.legalShort, c.legalShort) << c.typed;
        EXPECT_EQ(name.distinctive, c.distinctive) << c.typed;
    }
}

TEST(CompanyName, doesNotTakeNamesForLegalForms)
{
    EXPECT_EQ(parseCompanyName("CP Việt Nam").distinctive, "CP Việt Nam");
    EXPECT_EQ(parseCompanyName("CT Group").distinctive, "CT Group");
    EXPECT_EQ(parseCompanyName("CN Nhựa Bình Minh").distinctive, "CN Nhựa Bình Minh");
    EXPECT_EQ(parseCompanyName("Công ty TNHH").distinctive, "Công ty TNHH");
}

TEST(CompanyName, knowsDependentUnits)
{
    EXPECT_EQ(parseCompanyName("Chi nhánh Công ty Cổ phần Sữa Việt Nam").part, CompanyPart::Branch);
    EXPECT_EQ(parseCompanyName("CN Công ty CP Sữa Việt Nam").legalShort, "CN CTCP");
    EXPECT_EQ(parseCompanyName("VPĐD Cty TNHH ABC").part, CompanyPart::RepresentativeOffice);
    EXPECT_EQ(parseCompanyName("Địa điểm kinh doanh Bình Minh").part, CompanyPart::BusinessPlace);
    EXPECT_EQ(parseCompanyName("Công ty Cổ phần Sữa Việt Nam").part, CompanyPart::Whole);
}

TEST(CompanyName, oneNameHasOneCore)
{
    const std::vector<std::vector<std::string_view>> groups = {
        {"Công ty TNHH Thương mại Dịch vụ Ân Phát", "Cty TNHH TM DV Ân Phát", "CTY TNHH TMDV AN PHAT",
         "TNHH TM & DV Ân Phát", "Công ty TNHH TM và DV Ân Phát", "C.ty TNHH TM-DV Ân Phát"},
        {"CTCP Đầu tư Xây dựng Sông Đà", "Công ty CP ĐTXD Sông Đà", "Công ty cổ phần ĐT & XD Sông Đà"},
        {"Công ty TNHH Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Minh", "Cty TNHH SXTMDV XNK Minh"},
        {"Công ty Cổ phần ABC Việt Nam", "CTCP ABC VN", "ABC Vietnam JSC"},
        {"Công ty TNHH T.Mại Hoa", "Công ty TNHH Thương mại Hoa"},
    };
    for (const auto& group : groups) {
        for (const auto name : group) {
            EXPECT_EQ(parseCompanyName(name).core, parseCompanyName(group.front()).core) << name;
        }
    }
    EXPECT_NE(parseCompanyName("Công ty TNHH Ân Phát").core, parseCompanyName("Công ty TNHH Ân Phú").core);
}

RC_GTEST_PROP(CompanyNameLaws, somethingDistinctiveRemainsOfAnyText, ())
{
    const auto text = *test::textGen();
    RC_ASSERT(parseCompanyName(text).distinctive.empty() == tidy(text).empty());
}

RC_GTEST_PROP(CompanyNameLaws, theLegalFormDoesNotChangeTheCore, ())
{
    const auto name = "Z" + *test::wordGen() + " " + "Z" + *test::wordGen();
    RC_ASSERT(parseCompanyName("Công ty TNHH MTV " + name).core == companyCore(name));
    RC_ASSERT(parseCompanyName("CTCP " + name).core == companyCore(name));
    RC_ASSERT(parseCompanyName(name + " Co., Ltd").core == companyCore(name));
}

} // namespace
} // namespace banhang::vn
