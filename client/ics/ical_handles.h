// Owners of what libical hands out.
#pragma once

#include <cstdlib>
#include <memory>

#include <libical/ical.h>

namespace banhang::ics {

struct FreeComponent
{
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using OwnedComponent = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeWalk
{
    void operator()(icalrecur_iterator* walk) const { icalrecur_iterator_free(walk); }
};
using OwnedWalk = std::unique_ptr<icalrecur_iterator, FreeWalk>;

struct FreeText
{
    void operator()(char* text) const { std::free(text); }
};
using OwnedText = std::unique_ptr<char, FreeText>;

/// Calls `visit(property)` for each of one kind.
template <typename Visit>
void eachProperty(icalcomponent* component, icalproperty_kind kind, Visit visit)
{
    for (icalproperty* property = icalcomponent_get_first_property(component, kind); property != nullptr;
         property = icalcomponent_get_next_property(component, kind))
        visit(property);
}

} // namespace banhang::ics
