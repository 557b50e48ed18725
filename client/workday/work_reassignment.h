// Hands the open work of a colleague on: the chosen entries, or all that is planned, with a question and a way back.
#pragma once

#include <QObject>

#include <optional>

#include "client/activities/activities_api.h"
#include "client/core/workplace.h"
#include "client/customers/batch/customer_acts.h"

class QMenu;

namespace banhang::client {

class Button;
class NoticeBar;
class ProgressRow;

/// Entries of the day that is shown, under the words of the menu: "What is overdue".
struct WorkChoice
{
    QString text{};
    QList<qint64> activityIds{};
};

/// Thread: UI.
class WorkReassignment final : public QObject
{
    Q_OBJECT
public:
    explicit WorkReassignment(const Workplace& workplace, QObject* parent = nullptr);

    /// Asks before it does it, and shows how far it has come. Owner: the layout that it is put into.
    QWidget* bar() const { return m_bar; }
    bool isAllowed() const;
    /// For the colleague: what could be handed on, and below each to whom.
    void fill(QMenu* menu, qint64 userId, const QList<qint64>& colleagues, const QList<WorkChoice>& shown);
    void offer(qint64 userId, const QList<qint64>& activityIds, qint64 toUserId);
    /// All that is planned and the colleague's own, however far ahead.
    void offerAll(qint64 userId, qint64 toUserId);
    void confirm();
    /// Somebody else is shown: a question that is still open is none any more.
    void forgetQuestion();

signals:
    /// Some of it at least.
    void handedOver();
    /// The question was answered: the focus goes back to the day.
    void answered();
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void newsHappened(const QString& text);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void addChoice(QMenu* menu, const QString& text, const std::function<void(qint64 toUserId)>& offerTo);
    void read(const v1::ListActivitiesRequest& request);
    void ask();
    std::vector<ActStep> steps(const QList<qint64>& activityIds, qint64 toUserId, qint64 backToUserId);
    ActStep step(const std::vector<qint64>& ids, qint64 toUserId, qint64 backToUserId);
    void start(std::vector<ActStep> steps, qint64 toUserId);
    void onFinished(const ActResult& result);

    Workplace m_workplace;
    ActivitiesApi m_api;
    QWidget* m_bar;
    NoticeBar* m_question;
    Button* m_confirm = nullptr;
    ProgressRow* m_progress;
    ActRun* m_run;
    qint64 m_userId = 0;
    qint64 m_taker = 0;
    QList<qint64> m_colleagues;
    QList<qint64> m_offered;
    qint64 m_receiver = 0; ///< of what is under way
    CallHandle m_call;
};

} // namespace banhang::client
