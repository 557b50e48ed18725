// A person's work as one bar: done, planned, missed, forgotten; and the legend that says which is which.
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

namespace banhang::client {

class TeamRowsModel;

class TeamBarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TeamBarDelegate(const TeamRowsModel* model, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const TeamRowsModel* m_model;
};

class TeamLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit TeamLegend(QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace banhang::client
