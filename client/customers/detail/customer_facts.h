// Which facts the detail of a customer shows, and in which order.
#pragma once

#include "banhang/v1/customer.pb.h"
#include "client/core/workplace.h"
#include "client/ui/parts/fact_grid.h"

namespace banhang::client {

struct CustomerFacts
{
    QList<Fact> known;
    QStringList missing; ///< labels of facts that would be good to have
};

CustomerFacts factsOf(const v1::Customer& customer, const Workplace& workplace);

} // namespace banhang::client
