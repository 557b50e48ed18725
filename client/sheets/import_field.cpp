#include "client/sheets/import_field.h"

#include <algorithm>

#include "client/sheets/import_cells.h"
#include "common/vn/address.h"
#include "common/vn/company_name.h"
#include "common/vn/fold.h"
#include "common/vn/person_name.h"
#include "common/vn/tax_code.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

using Row = RowInput;
using Cell = std::string_view;
using Check = ColumnCheck;

v1::Address& mainAddress(v1::Customer& customer)
{
    return customer.addresses().empty() ? *customer.add_addresses() : *customer.mutable_addresses(0);
}

v1::Contact& mainContact(v1::Customer& customer)
{
    return customer.contacts().empty() ? *customer.add_contacts() : *customer.mutable_contacts(0);
}

std::vector<ImportField> makeFields()
{
    using K = SheetCellKind;
    return {
        {"kind",
         {"loai khach hang", "loai", "loai kh", "kind"},
         false,
         [](Row& r, Cell c, K, Check& check) { fillKind(r, c, check); }},
        {"name",
         {"ten khach hang", "ten don vi", "ten cong ty", "ho va ten", "ho ten", "ho ten khach hang", "ten day du",
          "cong ty", "khach hang", "don vi", "ten doanh nghiep", "ten kh", "ten", "name", "full name", "company",
          "customer", "company name"},
         false,
         [](Row& r, Cell c, K, Check& check) { fillName(r, c, check); }},
        {"family_name",
         {"ho dem", "ho va ten dem", "ho lot", "ho", "surname", "last name", "family name"},
         false,
         [](Row& r, Cell c, K, Check&) { r.familyName = c; }},
        {"given_name",
         {"ten rieng", "ten goi", "first name", "given name"},
         false,
         [](Row& r, Cell c, K, Check&) { r.givenName = c; }},
        {"honorific",
         {"danh xung", "xung ho", "cach xung ho", "title", "salutation"},
         false,
         [](Row& r, Cell c, K, Check& check) { fillHonorific(r, c, check); }},
        {"tax_code",
         {"ma so thue", "mst", "ma thue", "mst cccd", "tax code", "tax id", "vat"},
         false,
         [](Row& r, Cell c, K, Check& check) { fillTaxCode(r, c, check); }},
        {"phones",
         {"dien thoai", "so dien thoai", "dien thoai di dong", "di dong", "dt", "sdt", "so dt", "tel", "mobile",
          "dien thoai ban", "hotline", "dtdd", "phone", "phones", "phone number", "zalo"},
         true,
         [](Row& r, Cell c, K, Check& check) {
             fillPhones(r, {*r.customer.mutable_phones(), "phones", "Về số điện thoại: "}, c, check);
         }},
        {"emails",
         {"email", "e mail", "mail", "thu dien tu", "hop thu", "dia chi email", "emails"},
         true,
         [](Row& r, Cell c, K, Check& check) { fillEmails(*r.customer.mutable_emails(), c, check); }},
        {"gender",
         {"gioi tinh", "phai", "nam nu", "gender", "sex"},
         false,
         [](Row& r, Cell c, K, Check& check) { fillGender(r, c, check); }},
        {"birthday",
         {"ngay sinh", "sinh nhat", "ngay thang nam sinh", "nam sinh", "ntns", "birthday", "date of birth", "dob"},
         false,
         [](Row& r, Cell c, K k, Check& check) { fillBirthday(r, c, k, check); }},
        {"founded_date",
         {"ngay thanh lap", "thanh lap", "ngay cap phep", "founded", "founded date"},
         false,
         [](Row& r, Cell c, K k, Check& check) {
             fillDay(r, "founded_date", *r.customer.mutable_founded_date(), c, k, check);
         }},
        {"address",
         {"dia chi", "dia chi lien he", "dia chi tru so", "noi o", "tru so", "address", "full address"},
         false,
         [](Row& r, Cell c, K, Check&) { r.address = c; }},
        {"street",
         {"so nha duong", "so nha", "duong", "duong pho", "street"},
         false,
         [](Row& r, Cell c, K, Check&) { mainAddress(r.customer).set_street(std::string(c)); }},
        {"ward",
         {"phuong xa", "xa phuong", "phuong", "xa", "ward"},
         false,
         [](Row& r, Cell c, K, Check&) { mainAddress(r.customer).set_ward(std::string(c)); }},
        {"district",
         {"quan huyen", "huyen quan", "quan", "huyen", "district"},
         false,
         [](Row& r, Cell c, K, Check&) { mainAddress(r.customer).set_district(std::string(c)); }},
        {"province",
         {"tinh thanh", "tinh thanh pho", "tinh tp", "tinh", "thanh pho", "khu vuc", "province", "city"},
         false,
         [](Row& r, Cell c, K, Check&) { mainAddress(r.customer).set_province(std::string(c)); }},
        {"contact_name",
         {"nguoi lien he", "nguoi lh", "nguoi dai dien", "dau moi", "lien he", "contact", "contact person",
          "contact name"},
         false,
         [](Row& r, Cell c, K, Check& check) { fillContactName(mainContact(r.customer), c, check); }},
        {"contact_position",
         {"chuc vu", "chuc danh", "vi tri", "position", "job title", "contact position"},
         false,
         [](Row& r, Cell c, K, Check&) { mainContact(r.customer).set_position(std::string(c)); }},
        {"contact_phones",
         {"dien thoai nguoi lien he", "sdt nguoi lien he", "dt nguoi lien he", "dt lien he", "dien thoai lien he",
          "contact phone", "contact phones"},
         true,
         [](Row& r, Cell c, K, Check& check) {
             fillPhones(
                 r,
                 {*mainContact(r.customer).mutable_phones(), "contacts[0].phones", "Về số điện thoại người liên hệ: "},
                 c, check);
         }},
        {"contact_emails",
         {"email nguoi lien he", "email lien he", "contact email", "contact emails"},
         true,
         [](Row& r, Cell c, K, Check& check) { fillEmails(*mainContact(r.customer).mutable_emails(), c, check); }},
        {"website",
         {"website", "web", "trang web", "trang chu"},
         false,
         [](Row& r, Cell c, K, Check&) { r.customer.set_website(std::string(c)); }},
        {"source_key",
         {"nguon", "nguon khach", "nguon khach hang", "source", "lead source"},
         false,
         [](Row& r, Cell c, K, Check& check) {
             r.customer.set_source_key(choice(r, "source", "source_key", c, check));
         }},
        {"trade_key",
         {"nganh", "nhom nganh", "trade"},
         false,
         [](Row& r, Cell c, K, Check& check) { r.customer.set_trade_key(choice(r, "trade", "trade_key", c, check)); }},
        {"business_text",
         {"nganh nghe", "linh vuc", "linh vuc kinh doanh", "nganh nghe kinh doanh", "industry"},
         false,
         [](Row& r, Cell c, K, Check&) { r.customer.set_business_text(std::string(c)); }},
        {"occupation_key",
         {"nghe nghiep", "occupation"},
         false,
         [](Row& r, Cell c, K, Check& check) {
             r.customer.set_occupation_key(choice(r, "occupation", "occupation_key", c, check));
         }},
        {"income_band_key",
         {"thu nhap", "muc luong", "muc thu nhap", "income"},
         false,
         [](Row& r, Cell c, K, Check& check) {
             r.customer.set_income_band_key(choice(r, "income_band", "income_band_key", c, check));
         }},
        {"status_key",
         {"trang thai", "tinh trang", "status"},
         false,
         [](Row& r, Cell c, K, Check& check) {
             r.customer.set_status_key(choice(r, "status", "status_key", c, check));
         }},
        {"tier_key",
         {"cap", "hang", "hang khach hang", "phan hang", "tier", "loai khach hang", "loai kh", "loai"},
         false,
         [](Row& r, Cell c, K, Check& check) { r.customer.set_tier_key(choice(r, "tier", "tier_key", c, check)); }},
        {"group_key",
         {"nhom", "nhom khach hang", "phan nhom", "group"},
         false,
         [](Row& r, Cell c, K, Check& check) { r.customer.set_group_key(choice(r, "group", "group_key", c, check)); }},
        {"tag_keys",
         {"the", "nhan", "tag", "tags"},
         true,
         [](Row& r, Cell c, K, Check& check) { fillTags(r, c, check); }},
        {"owner",
         {"phu trach", "nguoi phu trach", "nhan vien", "nhan vien phu trach", "nv", "nv phu trach", "sale", "owner"},
         false,
         [](Row& r, Cell c, K, Check& check) { fillOwner(r, c, check); }},
        {"do_not_call",
         {"khong goi", "khong nhan quang cao", "khong goi quang cao", "do not call", "dnc"},
         false,
         [](Row& r, Cell c, K, Check&) { r.customer.set_do_not_call(isYes(c)); }},
        {"needs_text",
         {"nhu cau", "quan tam", "san pham quan tam", "needs", "interest"},
         false,
         [](Row& r, Cell c, K, Check&) { addLine(*r.customer.mutable_needs_text(), c); }},
        {"watch_points",
         {"dieu can luu y", "luu y", "can luu y"},
         false,
         [](Row& r, Cell c, K, Check&) { r.customer.add_watch_points()->set_text(std::string(c)); }},
        {"note",
         {"ghi chu", "dien giai", "mo ta", "note", "notes", "remark", "comment"},
         true,
         [](Row& r, Cell c, K, Check&) { addLine(*r.customer.mutable_note(), c); }},
    };
}

/// A name with a legal form, or the tax code of a business, is an organisation's.
v1::CustomerKind kindOf(const v1::Customer& customer)
{
    const auto taxKind = vn::parseTaxCode(customer.tax_code()).kind;
    const bool isBusiness = taxKind == vn::TaxCodeKind::Business || taxKind == vn::TaxCodeKind::Branch;
    // What only an organisation has; lists of companies often leave the legal form out.
    const bool isFounded = customer.has_founded_date();
    const bool hasPeople = !customer.contacts().empty() && !customer.contacts(0).name().empty();
    return isBusiness || isFounded || hasPeople || !vn::parseCompanyName(customer.name()).legalShort.empty()
               ? v1::CUSTOMER_KIND_ORGANISATION
               : v1::CUSTOMER_KIND_INDIVIDUAL;
}

/// Columns of their own say more than the line; the line gives what they leave open.
void splitAddress(RowInput& row, ColumnCheck* check)
{
    v1::Address& address = mainAddress(row.customer);
    std::vector<std::string> parts;
    for (const std::string& part : {row.address, address.ward(), address.district(), address.province()})
        if (!part.empty())
            parts.push_back(part);
    const vn::ParsedAddress parsed = vn::parseAddress(vn::join(parts, ", "));
    if (address.street().empty())
        address.set_street(parsed.street);
    if (address.ward().empty())
        address.set_ward(parsed.ward);
    if (address.district().empty())
        address.set_district(parsed.district);
    if (address.province().empty())
        address.set_province(parsed.province);
    if (check != nullptr && !parsed.candidates.empty())
        ++check->undecided;
}

} // namespace

const std::vector<ImportField>& importFields()
{
    static const std::vector<ImportField> kFields = makeFields();
    return kFields;
}

const ImportField* importField(std::string_view name)
{
    const auto& fields = importFields();
    const auto found = std::ranges::find_if(fields, [&](const ImportField& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

ImportVocabulary vocabularyOf(const v1::ListPickItemsResponse& items, const v1::Directory& directory,
                              const vn::Date& today)
{
    ImportVocabulary words;
    words.today = today;
    for (const v1::PickItem& item : items.items()) {
        auto& list = words.picks[item.list_key()];
        list.emplace(vn::foldedName(item.key()), item.key());
        list.emplace(vn::foldedName(item.label_vi()), item.key());
        if (!item.label_en().empty())
            list.emplace(vn::foldedName(item.label_en()), item.key());
    }
    for (const v1::Person& person : directory.people()) {
        if (!person.active())
            continue;
        words.people[vn::foldedName(person.full_name())].push_back(person.user_id());
        const std::string given = vn::foldedName(vn::parsePersonName(person.full_name()).given);
        if (given != vn::foldedName(person.full_name()))
            words.people[given].push_back(person.user_id());
    }
    return words;
}

ColumnCheck& ColumnCheck::operator+=(const ColumnCheck& more)
{
    if (example.empty())
        example = more.example;
    if (unknown == 0)
        unknownExample = more.unknownExample;
    for (const auto count :
         {&ColumnCheck::filled, &ColumnCheck::zerosRestored, &ColumnCheck::converted, &ColumnCheck::serials,
          &ColumnCheck::split, &ColumnCheck::invalid, &ColumnCheck::undecided, &ColumnCheck::unknown})
        this->*count += more.*count;
    ambiguousPeople = std::max(ambiguousPeople, more.ambiguousPeople);
    return *this;
}

void finishRow(RowInput& row, ColumnCheck* addressCheck)
{
    v1::Customer& customer = row.customer;
    if (customer.name().empty() && !(row.familyName.empty() && row.givenName.empty()))
        customer.set_name(std::string(vn::trim(row.familyName + " " + row.givenName)));
    if (!row.address.empty())
        splitAddress(row, addressCheck);
    if (customer.kind() == v1::CUSTOMER_KIND_UNSPECIFIED)
        customer.set_kind(kindOf(customer));
    separateHonorific(customer);
    moveBirthYear(row);
    // A person has no contact persons: their numbers are the person's own.
    if (customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL && customer.contacts_size() == 1 &&
        customer.contacts(0).name().empty()) {
        customer.mutable_phones()->MergeFrom(customer.contacts(0).phones());
        customer.mutable_emails()->MergeFrom(customer.contacts(0).emails());
        customer.clear_contacts();
    }
}

} // namespace banhang::client
