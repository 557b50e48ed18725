#include "client/customers/form/typed_start.h"

#include <algorithm>

#include "common/vn/phone.h"
#include "common/vn/tax_code.h"

namespace banhang::client {

TypedStart typedStartOf(const QString& typed)
{
    if (std::ranges::any_of(typed, [](QChar c) { return c.isLetter(); }))
        return TypedStart::Name;
    const auto text = typed.toStdString();
    const auto phone = vn::parsePhone(text);
    if (phone.kind == vn::PhoneKind::Mobile)
        return TypedStart::Phone;
    // Not with a zero put back: that would take a landline for an identity number.
    if (const auto code = vn::parseTaxCode(text); code.isValid() && code.issue == vn::TaxCodeIssue::None)
        return TypedStart::TaxCode;
    return phone.isValid() ? TypedStart::Phone : TypedStart::Nothing;
}

} // namespace banhang::client
