// Moves activities to other times: at once on the screen, then on the server; each move can be taken back.
#pragma once

#include <QHash>
#include <QObject>

#include <vector>

#include "banhang/v1/activities.pb.h"
#include "client/activities/activities_api.h"
#include "client/core/outcome.h"

namespace banhang::client {

class CalendarModel;

/// Keys that come quicker than the answers are gathered: there is never more than one call for an activity, and the
/// last one asks for where it stands then. Thread: UI.
class CalendarMoves final : public QObject
{
    Q_OBJECT
public:
    CalendarMoves(ActivitiesApi& api, CalendarModel& model, QObject* parent = nullptr);

    void move(const v1::Activity& activity, const QDateTime& start, const QDateTime& end);
    /// To another day, at the same hour if it has one.
    void moveToDay(const v1::Activity& activity, const QDate& firstDay);
    void undo();
    void redo();
    /// How many there are to undo: who offers to take back a move later knows by it whether it is still the last one.
    std::size_t depth() const { return m_undo.size(); }
    void forgetAll();

signals:
    /// It stands there on the server.
    void moved(const banhang::v1::Activity& activity, bool isUndo);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    enum class Why { Move, Undo, Redo };
    struct Pending
    {
        v1::Activity before{};
        v1::Activity stored{};
        v1::Activity wanted{};
        Why why = Why::Move;
    };

    void want(const v1::Activity& activity, const v1::Activity& times, Why why);
    void send(qint64 id);
    void onAnswer(qint64 id, const Outcome<v1::ActivityChangeResponse>& outcome);
    void step(std::vector<v1::Activity>& from, Why why);

    ActivitiesApi& m_api;
    CalendarModel& m_model;
    QHash<qint64, Pending> m_pending;
    std::vector<v1::Activity> m_undo; ///< as it was before each move
    std::vector<v1::Activity> m_redo;
    QHash<qint64, v1::Activity> m_moved; ///< as the server last had them; the model knows only the weeks around
};

} // namespace banhang::client
