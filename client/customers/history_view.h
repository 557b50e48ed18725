// The timeline: newest first, a circle with an icon, what, who, when, and labelled lines.
#pragma once

#include <QHash>
#include <QListView>
#include <QStyledItemDelegate>

namespace banhang::client {

class HistoryModel;

class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit HistoryDelegate(QListView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void forgetSizes() { m_heights.clear(); }

private:
    int textLeft() const;

    QListView* m_view;
    mutable QHash<QPair<int, int>, int> m_heights; // (row, width)
};

class HistoryView final : public QListView
{
    Q_OBJECT
public:
    explicit HistoryView(HistoryModel* model, QWidget* parent = nullptr);

    /// As high as its entries (at most `rows` of them), for a place inside a scrolling page.
    void setFitted(int rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void onChanged();
    int contentHeight() const;

    HistoryDelegate* m_delegate;
    int m_fittedRows = 0;
};

} // namespace banhang::client
