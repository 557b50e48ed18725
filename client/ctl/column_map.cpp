#include "client/ctl/column_map.h"

#include <algorithm>

#include <fmt/format.h>

#include "client/ctl/exit_code.h"
#include "common/vn/company_name.h"
#include "common/vn/date_text.h"
#include "common/vn/fold.h"
#include "common/vn/phone.h"
#include "common/vn/tax_code.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

v1::Address& mainAddress(v1::Customer& customer)
{
    return customer.addresses().empty() ? *customer.add_addresses() : *customer.mutable_addresses(0);
}

void fillKind(v1::Customer& customer, const std::string& cell)
{
    const std::string folded = vn::foldedName(cell);
    if (folded == "individual" || folded == "ca nhan" || folded == "person")
        customer.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
    else if (folded == "organisation" || folded == "company" || folded == "to chuc" || folded == "doanh nghiep" ||
             folded == "cong ty")
        customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    else
        throw UsageError(fmt::format("unknown kind \"{}\": write individual or organisation", cell));
}

void fillGender(v1::Customer& customer, const std::string& cell)
{
    const std::string folded = vn::foldedName(cell);
    if (folded == "nam" || folded == "male" || folded == "m")
        customer.set_gender(v1::GENDER_MALE);
    else if (folded == "nu" || folded == "female" || folded == "f")
        customer.set_gender(v1::GENDER_FEMALE);
    else
        customer.set_gender(v1::GENDER_OTHER);
}

// A day that cannot be read goes to the server as it is not: the row would lose it silently, so it is refused here.
v1::Date dayFrom(const std::string& cell)
{
    const auto day = vn::parseDate(cell, {1970, 1, 1}, vn::YearHint::Past);
    if (!day)
        throw UsageError(fmt::format("\"{}\" is no day (write day/month/year)", cell));
    v1::Date date;
    date.set_year(day->year);
    date.set_month(day->month);
    date.set_day(day->day);
    return date;
}

/// "15/08 âm lịch", "15/08 âm lịch nhuận": so people write a lunar birthday, and so does an export.
void fillBirthday(v1::Customer& customer, const std::string& cell)
{
    const std::size_t end = std::min(cell.find_first_not_of("0123456789/-. "), cell.size());
    auto& birthday = *customer.mutable_birthday();
    for (const auto& word : vn::foldWords(cell.substr(end))) {
        birthday.set_lunar(birthday.lunar() || word == "am" || word == "al");
        birthday.set_leap_month(birthday.leap_month() || word == "nhuan");
    }
    *birthday.mutable_date() = dayFrom(birthday.lunar() ? cell.substr(0, end) : cell);
}

void fillPhones(v1::Customer& customer, const std::string& cell)
{
    const auto phones = vn::parsePhones(cell);
    for (const auto& phone : phones)
        customer.add_phones()->set_number(phone.typed);
}

void fillEmails(v1::Customer& customer, const std::string& cell)
{
    std::string part;
    const auto flush = [&] {
        if (const auto address = vn::trim(part); !address.empty())
            customer.add_emails()->set_address(std::string(address));
        part.clear();
    };
    for (const char c : cell) {
        if (c == ';' || c == ',' || c == '\n')
            flush();
        else
            part += c;
    }
    flush();
}

} // namespace

const std::vector<ImportField>& importFields()
{
    using C = v1::Customer;
    using T = const std::string;
    static const std::vector<ImportField> kFields = {
        {"kind", {"loai", "loai khach hang", "kind"}, fillKind},
        {"name",
         {"ten khach hang", "ho ten", "ho va ten", "ten", "ten cong ty", "cong ty", "khach hang", "name"},
         [](C& c, T& cell) { c.set_name(cell); }},
        {"tax_code", {"ma so thue", "mst", "tax code"}, [](C& c, T& cell) { c.set_tax_code(cell); }},
        {"phones", {"dien thoai", "so dien thoai", "dt", "sdt", "di dong", "phone", "phones"}, fillPhones},
        {"emails", {"email", "e mail", "thu dien tu", "emails"}, fillEmails},
        {"gender", {"gioi tinh", "gender"}, fillGender},
        {"birthday", {"ngay sinh", "sinh nhat", "birthday"}, fillBirthday},
        {"founded_date",
         {"ngay thanh lap", "founded"},
         [](C& c, T& cell) { *c.mutable_founded_date() = dayFrom(cell); }},
        {"street",
         {"dia chi", "so nha duong", "address", "street"},
         [](C& c, T& cell) { mainAddress(c).set_street(cell); }},
        {"ward", {"phuong xa", "phuong", "xa", "ward"}, [](C& c, T& cell) { mainAddress(c).set_ward(cell); }},
        {"district",
         {"quan huyen", "quan", "huyen", "district"},
         [](C& c, T& cell) { mainAddress(c).set_district(cell); }},
        {"province",
         {"tinh thanh", "tinh", "thanh pho", "tinh thanh pho", "province"},
         [](C& c, T& cell) { mainAddress(c).set_province(cell); }},
        {"website", {"website", "web", "trang web"}, [](C& c, T& cell) { c.set_website(cell); }},
        {"source_key", {"nguon"}, [](C& c, T& cell) { c.set_source_key(cell); }},
        {"trade_key", {}, [](C& c, T& cell) { c.set_trade_key(cell); }},
        {"business_text", {"nganh nghe", "linh vuc", "industry"}, [](C& c, T& cell) { c.set_business_text(cell); }},
        {"status_key", {}, [](C& c, T& cell) { c.set_status_key(cell); }},
        {"needs_text", {"nhu cau", "needs"}, [](C& c, T& cell) { c.set_needs_text(cell); }},
        {"note", {"ghi chu", "note"}, [](C& c, T& cell) { c.set_note(cell); }},
    };
    return kFields;
}

namespace {

const ImportField& fieldNamed(std::string_view name)
{
    const auto& fields = importFields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
    if (found != fields.end())
        return *found;
    std::vector<std::string> names;
    for (const auto& field : fields)
        names.emplace_back(field.name);
    throw UsageError(fmt::format("--map: no field \"{}\"; there are {}", name, vn::join(names, ", ")));
}

std::size_t columnTitled(std::string_view title, const std::vector<std::string>& header)
{
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (vn::foldedName(header[i]) == vn::foldedName(title))
            return i;
    }
    throw UsageError(fmt::format("--map: no column \"{}\"; there are {}", title, vn::join(header, ", ")));
}

} // namespace

ColumnMap ColumnMap::fromSpec(const std::string& spec, const std::vector<std::string>& header)
{
    ColumnMap map;
    std::size_t at = 0;
    while (at <= spec.size()) {
        const std::size_t comma = std::min(spec.find(',', at), spec.size());
        const std::string_view pair = std::string_view(spec).substr(at, comma - at);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos)
            throw UsageError(fmt::format("--map: \"{}\" is not field=column", pair));
        map.m_columns.emplace_back(columnTitled(pair.substr(equals + 1), header),
                                   &fieldNamed(vn::trim(pair.substr(0, equals))));
        at = comma + 1;
    }
    map.require("name");
    return map;
}

ColumnMap ColumnMap::fromHeader(const std::vector<std::string>& header)
{
    ColumnMap map;
    for (const auto& field : importFields()) {
        const auto column = std::find_if(header.begin(), header.end(), [&](const std::string& title) {
            const std::string folded = vn::foldedName(title);
            return folded == vn::foldedName(field.name) ||
                   std::find(field.headers.begin(), field.headers.end(), folded) != field.headers.end();
        });
        if (column != header.end())
            map.m_columns.emplace_back(static_cast<std::size_t>(column - header.begin()), &field);
    }
    map.require("name");
    return map;
}

void ColumnMap::require(std::string_view field) const
{
    const bool present = std::any_of(m_columns.begin(), m_columns.end(),
                                     [&](const auto& column) { return column.second->name == field; });
    if (!present)
        throw UsageError(fmt::format("no column for \"{}\"; say which with --map {}=<title>", field, field));
}

v1::Customer ColumnMap::customerFrom(const std::vector<std::string>& row) const
{
    v1::Customer customer;
    for (const auto& [column, field] : m_columns) {
        // Not tidied: notes keep their lines, and the server knows which fields have lines.
        if (const std::string cell(vn::trim(row.at(column))); !cell.empty())
            field->fill(customer, cell);
    }
    if (customer.kind() == v1::CUSTOMER_KIND_UNSPECIFIED) {
        const auto taxKind = vn::parseTaxCode(customer.tax_code()).kind;
        const bool isBusiness = taxKind == vn::TaxCodeKind::Business || taxKind == vn::TaxCodeKind::Branch;
        customer.set_kind(isBusiness || !vn::parseCompanyName(customer.name()).legalShort.empty()
                              ? v1::CUSTOMER_KIND_ORGANISATION
                              : v1::CUSTOMER_KIND_INDIVIDUAL);
    }
    return customer;
}

std::string ColumnMap::describe(const std::vector<std::string>& header) const
{
    std::vector<std::string> parts;
    for (const auto& [column, field] : m_columns)
        parts.push_back(fmt::format("{}={}", field->name, header.at(column)));
    return vn::join(parts, ", ");
}

} // namespace banhang::client
