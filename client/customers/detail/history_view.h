// The timeline: newest first, a circle with an icon, what, who, when, and labelled lines.
#pragma once

#include <QHash>
#include <QListView>
#include <QStyledItemDelegate>

#include <string>

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
    /// Line of the entry whose "Restore" lies at that place of the viewport; -1 for none.
    int restoreLineAt(const QRect& area, const QModelIndex& index, const QPoint& place) const;

private:
    struct LinePlace
    {
        QRect label;
        QRect text;
        QRect restore; ///< empty: there is nothing to restore
    };
    int textLeft() const;
    QList<LinePlace> linePlaces(const QRect& area, const QModelIndex& index) const;

    QListView* m_view;
    mutable QHash<QPair<int, int>, int> m_heights; // (row, width)
};

/// Up and down go through the entries; Enter, the menu key and the right button offer the values that can be had back,
/// which the link at the end of a line does at once.
class HistoryView final : public QListView
{
    Q_OBJECT
public:
    explicit HistoryView(HistoryModel* model, QWidget* parent = nullptr);

    /// As high as its entries (at most `rows` of them), for a place inside a scrolling page.
    void setFitted(int rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The value that a field had before.
    void restoreRequested(const QString& field, const std::string& oldJson);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void onChanged();
    int restoreLineAt(const QModelIndex& index, const QPoint& place) const;
    void offer(const QModelIndex& index, const QPoint& globalPlace);
    int contentHeight() const;

    HistoryDelegate* m_delegate;
    int m_fittedRows = 0;
};

} // namespace banhang::client
