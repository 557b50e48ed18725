#include "client/customers/form/choice_chips.h"

#include <algorithm>

#include "client/core/picklist_cache.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/flow_layout.h"

namespace banhang::client {

ChoiceChips::ChoiceChips(const PicklistCache& picklists, const QString& listKey, const Keys& chosen, QWidget* parent)
    : QWidget(parent)
{
    new FlowLayout(6, this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const auto isChosen = [&chosen](const std::string& key) {
        return std::find(chosen.begin(), chosen.end(), key) != chosen.end();
    };
    for (const auto* item : picklists.choices(listKey))
        add(item->key(), PicklistCache::labelOf(*item), isChosen(item->key()));
    for (const auto& key : chosen) {
        const bool isThere =
            std::any_of(m_chips.begin(), m_chips.end(), [&key](const auto& chip) { return chip.first == key; });
        if (!isThere)
            add(key, picklists.label(listKey, key), true);
    }
}

void ChoiceChips::add(const std::string& key, const QString& label, bool isChosen)
{
    auto* chip = new Chip(Chip::Kind::Choice, label);
    chip->setCheckable(true);
    chip->setChecked(isChosen);
    layout()->addWidget(chip);
    m_chips.append({key, chip});
    connect(chip, &Chip::toggled, this, &ChoiceChips::changed);
}

ChoiceChips::Keys ChoiceChips::chosen() const
{
    Keys keys;
    for (const auto& [key, chip] : m_chips) {
        if (chip->isChecked())
            *keys.Add() = key;
    }
    return keys;
}

} // namespace banhang::client
