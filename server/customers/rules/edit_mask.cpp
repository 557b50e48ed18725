#include "server/customers/rules/edit_mask.h"

namespace banhang::server {

namespace {

const WritableFields& writable()
{
    static const WritableFields fields(*v1::Customer::descriptor(), {"id",
                                                                     "code",
                                                                     "version",
                                                                     "kind",
                                                                     "owner_user_id",
                                                                     "unit_id",
                                                                     "create_time",
                                                                     "update_time",
                                                                     "last_contact_time",
                                                                     "next_contact_time",
                                                                     "potential",
                                                                     "pursuit",
                                                                     "delete_time",
                                                                     "masked_fields",
                                                                     "merged_into_id",
                                                                     "former_codes",
                                                                     "callback_time",
                                                                     "callback_reason",
                                                                     "talk_rhythm_days",
                                                                     "creator_user_id"});
    return fields;
}

} // namespace

bool isWritable(const std::string& field)
{
    return writable().contains(field);
}

Issues checkEditMask(const google::protobuf::FieldMask& mask)
{
    return writable().check(mask);
}

FieldNames fieldsSet(const v1::Customer& customer)
{
    return writable().setIn(customer);
}

} // namespace banhang::server
