#include "tests/integration/rights/matrix/matrix.h"

namespace banhang::test {

const Entries& matrix()
{
    static const Entries entries = [] {
        Entries all;
        for (Entries part : {peopleEntries(), customersEntries(), workEntries(), careEntries()})
            all.merge(part);
        return all;
    }();
    return entries;
}

} // namespace banhang::test
