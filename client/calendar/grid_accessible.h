// What a screen reader finds in the painted calendar: each activity as a child with its words and its place.
#pragma once

#include <QAccessibleWidget>

#include <map>
#include <memory>

namespace banhang::client {

class TimeGrid;

/// Made by Qt for a TimeGrid once `install` was called, and deleted by it.
class GridAccessible final : public QAccessibleWidget
{
public:
    explicit GridAccessible(TimeGrid* grid);
    ~GridAccessible() override;

    static void install();

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

private:
    class Block;
    TimeGrid* grid() const;

    mutable std::map<int, QAccessible::Id> m_children;
};

} // namespace banhang::client
