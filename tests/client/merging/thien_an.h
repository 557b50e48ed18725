// The story of the merge page: one company, entered twice.
#pragma once

#include "banhang/v1/merges.pb.h"

namespace banhang::client {

inline v1::MergeField& addField(v1::MergePreview& preview, const char* name, std::initializer_list<int> ids,
                                const char* reason)
{
    auto& field = *preview.add_fields();
    field.set_field(name);
    for (const int id : ids)
        field.add_customer_ids(id);
    field.set_reason_key(reason);
    return field;
}

inline v1::MergePreview thienAnTwice()
{
    v1::MergePreview preview;
    auto& left = *preview.add_customers();
    left.set_id(412);
    left.set_code("KH000412");
    left.set_version(3);
    left.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    left.set_name("Công ty TNHH Thương mại Thiên Ân");
    left.set_tax_code("0106697817");
    left.add_phones()->set_number("0389 333 999");
    left.mutable_phones(0)->set_key("84389333999");
    left.add_contacts()->set_id(1);
    left.mutable_contacts(0)->set_name("Phan Thị Lan");
    left.set_note("Chỉ nghe máy sau 14 giờ");
    left.mutable_create_time()->set_seconds(1'710'374'400);
    auto& right = *preview.add_customers();
    right.set_id(436);
    right.set_code("KH000436");
    right.set_version(1);
    right.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    right.set_name("CTY TNHH TM THIEN AN");
    right.set_tax_code("106697817");
    right.add_phones()->set_number("0243 555 0126");
    right.mutable_phones(0)->set_key("842435550126");
    right.add_contacts()->set_id(2);
    right.mutable_contacts(0)->set_name("Vũ Đình Cường");
    right.set_note("Hay đổi địa chỉ");
    right.set_do_not_call(true);
    right.mutable_create_time()->set_seconds(1'762'646'400);
    auto& proposed = *preview.mutable_proposed();
    proposed = left;
    *proposed.add_phones() = right.phones(0);
    *proposed.add_contacts() = right.contacts(0);
    proposed.set_note("Chỉ nghe máy sau 14 giờ\nHay đổi địa chỉ");
    proposed.set_do_not_call(true);
    addField(preview, "name", {412}, "merge.fuller_name");
    addField(preview, "tax_code", {412}, "merge.lost_zero").set_doubtful(true);
    addField(preview, "phones", {412, 436}, "merge.keep_all").set_adds_up(true);
    addField(preview, "contacts", {412, 436}, "merge.keep_all").set_adds_up(true);
    addField(preview, "note", {412, 436}, "merge.keep_all").set_adds_up(true);
    addField(preview, "do_not_call", {436}, "merge.stricter").set_doubtful(true);
    addField(preview, "website", {}, "").set_equal(true);
    addField(preview, "trade_key", {}, "").set_equal(true);
    return preview;
}

} // namespace banhang::client
