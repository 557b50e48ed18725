#include "client/customers/filter/filter_bar.h"

#include <QMenu>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/picklist_cache.h"
#include "client/customers/filter/condition_panel.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/flow_layout.h"
#include "client/ui/parts/tab_order.h"

namespace banhang::client {

namespace {

constexpr int kGap = 8;

bool isSame(const Condition& condition, ConditionField field, bool isNot)
{
    return condition.field == field && condition.isNot == isNot;
}

} // namespace

FilterBar::FilterBar(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_flow(new FlowLayout(kGap, this)),
      m_add(new Chip(Chip::Kind::Add, tr("Add condition")))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_add->setToolTip(
        tr("Conditions (%1)").arg(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F).toString(QKeySequence::NativeText)));
    m_flow->addWidget(m_add);
    connect(m_add, &Chip::clicked, this, &FilterBar::openAddMenu);
    connect(&m_workplace.picklists, &PicklistCache::changed, this, &FilterBar::rebuild);
    connect(&m_workplace.directory, &DirectoryCache::changed, this, &FilterBar::rebuild);
    reset(true);
}

v1::CustomerFilter FilterBar::filter() const
{
    v1::CustomerFilter filter;
    writeConditions(m_conditions, filter);
    return filter;
}

void FilterBar::setFilter(const v1::CustomerFilter& filter)
{
    m_conditions = conditionsOf(filter);
    if (m_panel)
        m_panel->close();
    rebuild();
}

v1::CustomerFilter FilterBar::usualFilter()
{
    v1::CustomerFilter filter;
    filter.add_not_status_keys("stopped");
    return filter;
}

void FilterBar::reset(bool isUsual)
{
    setFilter(isUsual ? usualFilter() : v1::CustomerFilter());
    emit changed();
}

void FilterBar::setCondition(ConditionField field, bool wasNot, const Condition& condition)
{
    // Turned round it takes the place of what was there in that sense before.
    if (wasNot != condition.isNot)
        m_conditions.removeIf([&](const Condition& one) { return isSame(one, field, condition.isNot); });
    const auto found =
        std::ranges::find_if(m_conditions, [&](const Condition& one) { return isSame(one, field, wasNot); });
    if (found == m_conditions.end() && !condition.isEmpty())
        m_conditions.append(condition);
    else if (found != m_conditions.end() && condition.isEmpty())
        m_conditions.erase(found);
    else if (found != m_conditions.end())
        *found = condition;
    rebuild();
    emit changed();
}

void FilterBar::remove(const Condition& condition)
{
    m_conditions.removeIf([&](const Condition& one) { return isSame(one, condition.field, condition.isNot); });
    rebuild();
    m_add->setFocus();
    emit changed();
}

void FilterBar::openPanel(const Condition& condition, QWidget* below)
{
    m_panel = new ConditionPanel(m_workplace, condition, below);
    connect(m_panel, &ConditionPanel::changed, this,
            [this, wasNot = condition.isNot](const Condition& changedOne) mutable {
                setCondition(changedOne.field, std::exchange(wasNot, changedOne.isNot), changedOne);
            });
}

void FilterBar::openAddMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto field : allConditionFields()) {
        connect(menu->addAction(conditionLabel(field)), &QAction::triggered, this, [this, field] {
            const auto known = std::ranges::find(m_conditions, field, &Condition::field);
            openPanel(known == m_conditions.end() ? Condition{field} : *known, m_add);
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Clear all conditions")), &QAction::triggered, this, [this] { reset(false); });
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

Chip* FilterBar::makeChip(const Condition& condition)
{
    auto* chip =
        new Chip(Chip::Kind::Filter, conditionLabel(condition.field), conditionText(condition, m_workplace), this);
    connect(chip, &Chip::clicked, this, [this, condition] { openPanel(condition, m_add); });
    connect(chip, &Chip::removeRequested, this, [this, condition] { remove(condition); });
    return chip;
}

void FilterBar::rebuild()
{
    // Chips may be rebuilt by a signal of one of them.
    for (auto* chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_flow->removeWidget(m_add);
    for (const auto& condition : std::as_const(m_conditions)) {
        auto* chip = makeChip(condition);
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
    }
    m_flow->addWidget(m_add);
    tabThrough(*m_flow, m_add);
    m_flow->invalidate();
    m_flow->activate();
    updateGeometry();
}

} // namespace banhang::client
