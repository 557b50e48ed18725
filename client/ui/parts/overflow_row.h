// Small parts in one line: those for which there is no room are left out whole, the least needed first.
#pragma once

#include <QWidget>

#include <vector>

namespace banhang::client {

class OverflowRow final : public QWidget
{
    Q_OBJECT
public:
    explicit OverflowRow(int spacing, QWidget* parent = nullptr);

    /// `rank`: the higher, the earlier it gives way; 0 never does. Owner: the row.
    void add(QWidget* part, int rank = 0);
    /// Unwanted ones stay away also where there is room.
    void setWanted(QWidget* part, bool isWanted);

    /// All that is wanted.
    QSize sizeHint() const override;
    /// What never gives way.
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Part
    {
        QWidget* widget;
        int rank;
        bool isWanted;
    };

    /// As wide as the wanted ones up to this rank.
    QSize sizeUpTo(int rank) const;
    void arrange();

    int m_spacing;
    std::vector<Part> m_parts;
};

} // namespace banhang::client
