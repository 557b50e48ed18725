// Nhóm: what each person of the leader's team planned, did, missed and forgot, and beside it the day of one of them.
#pragma once

#include <QTimer>
#include <QWidget>

#include "banhang/v1/identity.pb.h"
#include "client/activities/activities_api.h"
#include "client/core/change_feed.h"
#include "client/core/workplace.h"

class QComboBox;
class QSplitter;

namespace banhang::client {

class ColleagueDay;
class DataTable;
class Label;
class NoticeBar;
class TeamPeriod;
class TeamRowsModel;

/// For who sees the activities of others: what is shown is cut down to that scope. Thread: UI.
class TeamPage final : public QWidget
{
    Q_OBJECT
public:
    explicit TeamPage(const Workplace& workplace, QWidget* parent = nullptr);

    static bool isFor(const Workplace& workplace);
    void begin();
    void end();
    void reload();
    bool nextPane();
    TeamRowsModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }
    ColleagueDay* day() const { return m_day; }

signals:
    void customerRequested(qint64 customerId);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void newsHappened(const QString& text);
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTeam();
    QWidget* makeHead();
    void fillUnits();
    void forgetUnits();
    /// In the caller's scope and the chosen unit, or those who left; in Vietnamese order of given names.
    QList<qint64> everybody() const;
    /// The first of them, as many as the server answers for at once.
    QList<qint64> people() const;
    /// To whom the work of those who are shown can be given.
    QList<qint64> takers() const;
    QList<qint64> idsBelow(qint64 unitId, const QList<const v1::Person*>& people) const;
    qint64 topUnit() const;
    bool isBelow(qint64 unitId, qint64 topUnitId) const;
    void accept(const v1::ActivityReport& report);
    void showSum();
    void onChanges(const QList<RecordChange>& changes);

    Workplace m_workplace;
    ActivitiesApi m_api;
    TeamRowsModel* m_model;
    DataTable* m_table;
    TeamPeriod* m_period;
    QComboBox* m_units;
    QList<std::pair<QString, qint64>> m_unitChoices; ///< as the box has them
    Label* m_sum;
    NoticeBar* m_notice;
    ColleagueDay* m_day;
    QSplitter* m_splitter;
    QTimer m_gather;
    CallHandle m_call;
};

} // namespace banhang::client
