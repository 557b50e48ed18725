#include "server/customers/rules/address_rules.h"

#include <string>
#include <vector>

#include "common/vn/address.h"
#include "common/vn/units.h"
#include "common/vn/utf8.h"

namespace banhang::server {

using vn::Unit;
using vn::UnitLevel;
using vn::Units;

namespace {

std::string codeOf(const Unit* unit)
{
    return unit != nullptr ? std::string(unit->code) : std::string();
}

/// Units that the written parts name, where they leave one choice.
void fillFromText(v1::Address& address)
{
    const std::string text = vn::formatAddress({}, address.ward(), address.district(), address.province());
    if (text.empty())
        return;
    const vn::ParsedAddress read = vn::parseAddress(text);
    // A lone name in the field of the ward is the ward's, though a province may bear it too ("Hòa Bình").
    if (read.province == address.ward() && address.province().empty())
        return;
    address.set_old_province_code(codeOf(read.oldProvince));
    address.set_province_code(codeOf(read.provinceNow));
    address.set_old_ward_code(codeOf(read.oldWard));
    address.set_ward_code(codeOf(read.wardNow));
}

/// The one unit of today behind a code of the old list; empty if there is a choice.
std::string successor(UnitLevel level, const std::string& oldCode)
{
    const Unit* old = Units::builtin().findOld(level, oldCode);
    if (old == nullptr)
        return {};
    const auto now = Units::builtin().current(*old);
    return now.size() == 1 ? codeOf(now.front()) : std::string();
}

void checkCode(UnitLevel level, const std::string& code, bool old, const std::string& path, Issues& issues)
{
    if (code.empty())
        return;
    const Units& units = Units::builtin();
    if ((old ? units.findOld(level, code) : units.findCurrent(level, code)) == nullptr)
        addError(issues, path, "address.unknown_unit", {{"code", code}});
}

void warnOfGone(UnitLevel level, const std::string& oldCode, const std::string& chosen, const std::string& path,
                Issues& issues)
{
    const Units& units = Units::builtin();
    const Unit* old = oldCode.empty() ? nullptr : units.findOld(level, oldCode);
    if (old == nullptr || old->isCurrent())
        return;
    const auto now = units.current(*old);
    const bool isWard = level == UnitLevel::Ward;
    if (now.size() == 1) {
        const std::string name = now.front()->fullName();
        // A province that only changed its kind ("Tỉnh" to "Thành phố") still answers to its name.
        if (isWard || now.front()->name != old->name)
            addWarning(issues, path, isWard ? "address.ward_gone" : "address.province_gone",
                       {{"before", old->fullName()}, {"now", name}}, name);
    } else if (now.size() > 1 && chosen.empty()) {
        std::vector<std::string> names;
        names.reserve(now.size());
        for (const Unit* unit : now)
            names.push_back(unit->fullName());
        addWarning(issues, path, "address.ward_divided", {{"before", old->fullName()}, {"now", vn::join(names, ", ")}});
    }
}

} // namespace

void fillUnitCodes(v1::Address& address)
{
    if (address.province_code().empty() && address.ward_code().empty() && address.old_province_code().empty() &&
        address.old_ward_code().empty())
        return fillFromText(address);
    if (address.ward_code().empty())
        address.set_ward_code(successor(UnitLevel::Ward, address.old_ward_code()));
    if (address.province_code().empty())
        if (const Unit* ward = Units::builtin().findCurrent(UnitLevel::Ward, address.ward_code()))
            address.set_province_code(std::string(ward->province));
    if (address.province_code().empty())
        address.set_province_code(successor(UnitLevel::Province, address.old_province_code()));
}

bool mayLieIn(const v1::Address& address, std::string_view oldProvince)
{
    const Units& units = Units::builtin();
    if (const Unit* old = units.findOld(UnitLevel::Province, address.old_province_code()))
        return old->name == oldProvince;
    const Unit* now = units.findCurrent(UnitLevel::Province, address.province_code());
    if (now == nullptr)
        return false;
    return now->name == oldProvince ||
           std::ranges::any_of(units.formerOf(*now), [&](const Unit* old) { return old->name == oldProvince; });
}

std::string formerProvince(const v1::Address& address)
{
    if (!address.old_province_code().empty())
        return address.old_province_code();
    const Units& units = Units::builtin();
    const Unit* place = units.findCurrent(UnitLevel::Ward, address.ward_code());
    if (place == nullptr)
        place = units.findCurrent(UnitLevel::Province, address.province_code());
    if (place == nullptr)
        return {};
    std::string found;
    for (const Unit* former : units.formerOf(*place)) {
        const std::string code = codeOf(units.provinceOf(*former));
        if (!found.empty() && code != found)
            return {};
        found = code;
    }
    return found;
}

void checkAddresses(const google::protobuf::RepeatedPtrField<v1::Address>& addresses, std::string_view path,
                    Issues& issues)
{
    for (int i = 0; i < addresses.size(); ++i) {
        const v1::Address& address = addresses[i];
        const std::string at = element(path, i);
        checkCode(UnitLevel::Province, address.province_code(), false, at + ".province_code", issues);
        checkCode(UnitLevel::Ward, address.ward_code(), false, at + ".ward_code", issues);
        checkCode(UnitLevel::Province, address.old_province_code(), true, at + ".old_province_code", issues);
        checkCode(UnitLevel::Ward, address.old_ward_code(), true, at + ".old_ward_code", issues);
        const Unit* ward = Units::builtin().findCurrent(UnitLevel::Ward, address.ward_code());
        if (ward != nullptr && ward->province != address.province_code())
            addError(issues, at + ".ward_code", "address.ward_elsewhere");
        warnOfGone(UnitLevel::Province, address.old_province_code(), address.province_code(), at + ".province", issues);
        warnOfGone(UnitLevel::Ward, address.old_ward_code(), address.ward_code(), at + ".ward", issues);
    }
}

} // namespace banhang::server
