// Work without an hour, to be dragged into the calendar, or put at its cursor by Enter.
#pragma once

#include <QAbstractListModel>
#include <QListView>

#include <vector>

#include "banhang/v1/activities.pb.h"

namespace banhang::client {

class PicklistCache;

class UnscheduledModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit UnscheduledModel(const PicklistCache& picklists, QObject* parent = nullptr);

    void setActivities(std::vector<v1::Activity> activities);
    const v1::Activity& at(int row) const { return m_activities[static_cast<std::size_t>(row)]; }
    /// Null when it is not among them.
    const v1::Activity* find(qint64 id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    const PicklistCache& m_picklists;
    std::vector<v1::Activity> m_activities;
};

class UnscheduledList final : public QListView
{
    Q_OBJECT
public:
    explicit UnscheduledList(UnscheduledModel* model, QWidget* parent = nullptr);

    QSize sizeHint() const override;

signals:
    /// By Enter: to where the cursor of the calendar stands.
    void placeRequested(qint64 id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace banhang::client
