// The timeline on the screen: a circle with an icon, what, who, when, the three parts as labelled lines, and what is
// agreed as a tag.
#pragma once

#include <QHash>
#include <QListView>
#include <QStyledItemDelegate>

#include "client/core/workplace.h"

namespace banhang::client {

class TimelineModel;

class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TimelineDelegate(const Workplace& workplace, TimelineModel* model, QListView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void forgetSizes() { m_heights.clear(); }

private:
    struct Line
    {
        QString label{};
        QString text{};
        QRect labelRect{};
        QRect textRect{};
    };
    struct Entry
    {
        QString what{};
        QString who{};
        QString when{};
        QString tag{};
        bool isTagOverdue = false;
        int fileCount = 0;
        QList<Line> lines{};
        QRect tagRect{};
        int height = 0;
    };
    Entry layOut(int row, const QRect& area) const;
    void addWords(int row, Entry& entry) const;
    void paintCircle(QPainter* painter, const QRect& area, int row) const;
    void paintHead(QPainter* painter, const QRect& area, const Entry& entry) const;
    int paintClip(QPainter* painter, const QRect& area, const Entry& entry) const;

    Workplace m_workplace;
    TimelineModel* m_model;
    QListView* m_view;
    mutable QHash<QPair<int, int>, int> m_heights; // (row, width)
};

/// Up and down go through the entries. Enter opens, Space says how it went, Delete moves to the bin.
class TimelineView final : public QListView
{
    Q_OBJECT
public:
    TimelineView(const Workplace& workplace, TimelineModel* model, QWidget* parent = nullptr);

    /// As high as its entries (at most `rows` of them), for a place inside a scrolling page.
    void setFitted(int rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void openRequested(qint64 activityId);
    void outcomeRequested(qint64 activityId);
    void binRequested(qint64 activityId);
    void filesRequested(qint64 activityId);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void onChanged();
    void onScrolled();
    int contentHeight() const;
    qint64 currentId() const;

    TimelineModel* m_timeline;
    TimelineDelegate* m_delegate;
    int m_fittedRows = 0;
};

} // namespace banhang::client
