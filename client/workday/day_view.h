// The day on the screen: tick, time, icon, what and with whom, and at the right what is to be known about it.
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

#include "banhang/v1/activities.pb.h"
#include "client/core/workplace.h"

namespace banhang::client {

class DayRows;

class DayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    DayDelegate(const Workplace& workplace, const DayRows* model, QListView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where the tick of a row stands.
    static QRect tickRect(const QRect& row);
    /// Who gave it to its owner, for the reader; 0 where nobody did but the reader, or the owner.
    static qint64 assignerOf(const v1::Activity& activity, qint64 readerId);
    /// Of `room` for the title and whom it is with, as wide as they wish to be: a long title leaves two fifths.
    static int titleWidth(int room, int title, int whom);

private:
    void paintSection(QPainter* painter, const QRect& area, int row) const;
    void paintNow(QPainter* painter, const QRect& area) const;
    void paintGround(QPainter* painter, const QStyleOptionViewItem& option) const;
    void paintMore(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintItem(QPainter* painter, const QStyleOptionViewItem& option, int row) const;
    void paintTick(QPainter* painter, const QRect& place, bool isDone) const;
    /// Returns how much room it took at the right.
    int paintAside(QPainter* painter, const QRect& area, int row) const;
    void paintWords(QPainter* painter, const QRect& area, int row) const;

    Workplace m_workplace;
    const DayRows* m_model;
    QListView* m_view;
};

/// Space ticks, Enter opens, Delete moves to the bin; the page takes the other keys.
class DayView final : public QListView
{
    Q_OBJECT
public:
    DayView(const Workplace& workplace, DayRows* model, QWidget* parent = nullptr);

    /// 0 for none.
    qint64 currentId() const;
    /// The row of this activity, or else the one that stands there now, becomes the current one.
    void restore(qint64 activityId, int row);

signals:
    void tickRequested(qint64 activityId);
    void openRequested(qint64 activityId);
    void binRequested(qint64 activityId);
    /// Entries that the list leaves out, by their day.
    void moreRequested(const QDate& day);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    DayRows* m_day;
};

} // namespace banhang::client
