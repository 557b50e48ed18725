#include "common/demo/office.h"

namespace banhang::demo {

namespace {

constexpr std::string_view kSales = "Nhân viên kinh doanh";
constexpr std::string_view kLeader = "Trưởng phòng";
constexpr std::string_view kDirector = "Giám đốc chi nhánh";
constexpr std::string_view kCare = "Chăm sóc khách hàng";
constexpr std::string_view kAdmin = "Quản trị";

constexpr OfficeUnit kUnits[] = {
    {"CN Hà Nội", "Chi nhánh Hà Nội", ""},
    {"CN Đà Nẵng", "Chi nhánh Đà Nẵng", ""},
    {"CN TP.HCM", "Chi nhánh TP. Hồ Chí Minh", ""},
    {"Nhóm KD 1", "Nhóm Kinh doanh 1", "CN Hà Nội"},
    {"Nhóm KD 2", "Nhóm Kinh doanh 2", "CN Hà Nội"},
    {"P. Chăm sóc", "Phòng Chăm sóc khách hàng", "CN Hà Nội"},
    {"Nhóm KD Đà Nẵng", "Nhóm Kinh doanh Đà Nẵng", "CN Đà Nẵng"},
    {"Nhóm KD Sài Gòn", "Nhóm Kinh doanh Sài Gòn", "CN TP.HCM"},
    {"Nhóm KD miền Tây", "Nhóm Kinh doanh miền Tây", "CN TP.HCM"},
};

constexpr OfficePerson kPeople[] = {
    {"quantri", "Đỗ Thành Trung", "", kAdmin, false},
    {"son", "Nguyễn Hoàng Sơn", "CN Hà Nội", kDirector, false},
    {"ha", "Trần Thu Hà", "Nhóm KD 1", kLeader, true},
    {"minh", "Lê Quang Minh", "Nhóm KD 1", kSales, true},
    {"diep", "Phạm Ngọc Diệp", "Nhóm KD 1", kSales, true},
    {"nhung", "Hoàng Hồng Nhung", "Nhóm KD 1", kSales, true},
    {"huy", "Nguyễn Quốc Huy", "Nhóm KD 1", kSales, true},
    {"linh", "Đặng Khánh Linh", "Nhóm KD 1", kSales, true},
    {"bao", "Trịnh Gia Bảo", "Nhóm KD 1", kSales, true},
    {"ducanh", "Vũ Đức Anh", "Nhóm KD 2", kLeader, true},
    {"thao", "Bùi Phương Thảo", "Nhóm KD 2", kSales, true},
    {"tuan", "Ngô Anh Tuấn", "Nhóm KD 2", kSales, true},
    {"mai", "Dương Thị Mai", "Nhóm KD 2", kSales, true},
    {"yen", "Lý Hải Yến", "P. Chăm sóc", kCare, false},
    {"ngan", "Tạ Kim Ngân", "P. Chăm sóc", kCare, false},
    {"phuc", "Hồ Văn Phúc", "CN Đà Nẵng", kDirector, false},
    {"trang", "Huỳnh Thùy Trang", "Nhóm KD Đà Nẵng", kLeader, true},
    {"khoa", "Võ Đăng Khoa", "Nhóm KD Đà Nẵng", kSales, true},
    {"vy", "Phan Tường Vy", "Nhóm KD Đà Nẵng", kSales, true},
    {"dung", "Lâm Tiến Dũng", "CN TP.HCM", kDirector, false},
    {"thuy", "Trương Thanh Thủy", "Nhóm KD Sài Gòn", kLeader, true},
    {"nam", "Đoàn Hoài Nam", "Nhóm KD Sài Gòn", kSales, true},
    {"quynh", "Mai Như Quỳnh", "Nhóm KD Sài Gòn", kSales, true},
    {"loc", "Châu Tấn Lộc", "Nhóm KD miền Tây", kLeader, true},
    {"hanh", "Kiều Mỹ Hạnh", "Nhóm KD miền Tây", kSales, true},
};

} // namespace

std::span<const OfficeUnit> units()
{
    return kUnits;
}

std::span<const OfficePerson> people()
{
    return kPeople;
}

} // namespace banhang::demo
