// How long before it begins an activity reminds: chips that are pressed or not.
#pragma once

#include <QList>
#include <QWidget>

namespace banhang::client {

class Chip;
class FlowLayout;

class LeadEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit LeadEdit(QWidget* parent = nullptr);

    /// Units: minutes. Values that are not among the usual ones get a chip of their own.
    void setLeads(const QList<int>& minutes);
    QList<int> leads() const;

signals:
    /// By the user.
    void changed();

private:
    void addChip(int minutes, bool isChosen);

    FlowLayout* m_flow;
    QList<std::pair<int, Chip*>> m_chips;
};

} // namespace banhang::client
