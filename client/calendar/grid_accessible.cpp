#include "client/calendar/grid_accessible.h"

#include <QPointer>

#include "client/activities/activity_text.h"
#include "client/calendar/time_grid.h"
#include "client/core/office_time.h"

namespace banhang::client {

/// One block by its index: what stands there may be another activity after the next change.
class GridAccessible::Block final : public QAccessibleInterface
{
public:
    Block(TimeGrid* grid, int index) : m_grid(grid), m_index(index) {}

    bool isValid() const override { return m_grid && m_index < static_cast<int>(m_grid->blocks().size()); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_grid); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_grid->rectOf(block());
        return {m_grid->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || kind != QAccessible::Name)
            return {};
        const CalendarItem& item = *block().item;
        QStringList words{item.title};
        if (item.activity) {
            words.append(whenText(*item.activity, officeNow()));
            words.append(stateWord(item.activity->state()));
        }
        if (!item.detail.isEmpty())
            words.append(item.detail);
        return words.join(QStringLiteral(", "));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && block().item->id == m_grid->chosenId();
        state.focused = state.selected && m_grid->hasFocus();
        return state;
    }

private:
    const GridBlock& block() const { return m_grid->blocks()[static_cast<std::size_t>(m_index)]; }

    QPointer<TimeGrid> m_grid;
    int m_index;
};

GridAccessible::GridAccessible(TimeGrid* grid) : QAccessibleWidget(grid, QAccessible::List) {}

GridAccessible::~GridAccessible()
{
    for (const auto& [index, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

void GridAccessible::install()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory([](const QString&, QObject* object) -> QAccessibleInterface* {
            auto* grid = qobject_cast<TimeGrid*>(object);
            return grid ? new GridAccessible(grid) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(isInstalled)
}

TimeGrid* GridAccessible::grid() const
{
    return static_cast<TimeGrid*>(widget());
}

int GridAccessible::childCount() const
{
    return grid() ? static_cast<int>(grid()->blocks().size()) : 0;
}

QAccessibleInterface* GridAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    auto known = m_children.find(index);
    if (known == m_children.end())
        known = m_children.emplace(index, QAccessible::registerAccessibleInterface(new Block(grid(), index))).first;
    return QAccessible::accessibleInterface(known->second);
}

int GridAccessible::indexOfChild(const QAccessibleInterface* wanted) const
{
    for (const auto& [index, id] : m_children)
        if (QAccessible::accessibleInterface(id) == wanted)
            return index;
    return -1;
}

QAccessibleInterface* GridAccessible::childAt(int x, int y) const
{
    for (int i = childCount() - 1; i >= 0; --i)
        if (child(i)->rect().contains(x, y))
            return child(i);
    return nullptr;
}

QAccessibleInterface* GridAccessible::focusChild() const
{
    for (int i = 0; i < childCount(); ++i)
        if (child(i)->state().selected)
            return child(i);
    return nullptr;
}

} // namespace banhang::client
