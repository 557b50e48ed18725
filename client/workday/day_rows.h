// One person's day as a list: what is overdue, what has its hour with the line of now, what is due today, tomorrow.
#pragma once

#include <QAbstractListModel>
#include <QDate>

#include <vector>

#include "banhang/v1/activities.pb.h"
#include "client/core/workplace.h"

namespace banhang::client {

class DayRows final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class RowKind { Section, Item, Now, More };
    struct Row
    {
        RowKind kind = RowKind::Item;
        QString section{};
        QString count{}; ///< of a section: "12", "50+" when there are more than are told
        bool isOverdue = false;
        bool isOtherDay = false; ///< tomorrow: no part of today's sum
        v1::Activity activity{};
        QString clash{}; ///< beginning of the appointment at the same time
        QDate day{};     ///< on which the calendar has what the list leaves out
    };

    /// What is a colleague's is looked at: nothing is ticked, and nothing leads to the user's own calendar.
    enum class Whose { Own, Colleague };

    DayRows(const Workplace& workplace, Whose whose, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    void setDay(const v1::Workday& day);
    void clear();
    /// A state that the server has just given; moves to its place with the next answer.
    void apply(const v1::Activity& activity);
    /// The line of now and what is late move on.
    void tick();

    const Row& row(int row) const { return m_rows[static_cast<size_t>(row)]; }
    /// Null for all that is no entry.
    const v1::Activity* activityAt(const QModelIndex& index) const;
    int rowOf(qint64 activityId) const;
    int doneCount() const;
    int totalCount() const;
    bool isTickable() const { return m_whose == Whose::Own; }
    int overdueCount() const { return static_cast<int>(m_day.overdue_size()); }
    const v1::Workday& day() const { return m_day; }

private:
    void build();
    void addSection(const QString& name, const google::protobuf::RepeatedPtrField<v1::Activity>& activities,
                    bool isOverdue, bool isOtherDay, bool hasMore);
    void addTimed();
    void addMore(const QDate& day);

    Workplace m_workplace;
    Whose m_whose;
    v1::Workday m_day;
    std::vector<Row> m_rows;
    std::ptrdiff_t m_ahead = 0; ///< timed ones below the line of now
};

} // namespace banhang::client
