// The conditions of the list as chips in words, and the panels that add and change them.
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

#include "banhang/v1/customers.pb.h"
#include "client/core/workplace.h"
#include "client/customers/filter/filter_conditions.h"

namespace banhang::client {

class Chip;
class ConditionPanel;
class FlowLayout;

/// Values of one chip are alternatives, chips hold together; each may be turned round.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(const Workplace& workplace, QWidget* parent = nullptr);

    /// Conditions as the server takes them; `deleted` is the list's own business.
    v1::CustomerFilter filter() const;
    /// Does not emit.
    void setFilter(const v1::CustomerFilter& filter);
    /// Takes away all conditions; with `isUsual`, leaves out stopped customers as every list does at first.
    void reset(bool isUsual);
    static v1::CustomerFilter usualFilter();
    bool isEmpty() const { return m_conditions.isEmpty(); }
    /// By key: the menu of fields.
    void openAddMenu();

signals:
    void changed();

private:
    void openPanel(const Condition& condition, QWidget* below);
    void setCondition(ConditionField field, bool wasNot, const Condition& condition);
    void remove(const Condition& condition);
    Chip* makeChip(const Condition& condition);
    void rebuild();

    Workplace m_workplace;
    QList<Condition> m_conditions;
    FlowLayout* m_flow;
    Chip* m_add;
    QList<Chip*> m_chips;
    QPointer<ConditionPanel> m_panel;
};

} // namespace banhang::client
