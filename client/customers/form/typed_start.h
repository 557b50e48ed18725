// What a new customer is begun with when something was typed where customers are searched.
#pragma once

#include <QString>

namespace banhang::client {

enum class TypedStart {
    Nothing, ///< a piece of a number
    Name,
    Phone,
    TaxCode,
};

/// Ten digits may be both a number to call and a tax code: a mobile is what people type more often.
TypedStart typedStartOf(const QString& typed);

} // namespace banhang::client
