// What is done to an activity with one key, each with what takes it back.
#pragma once

#include <QObject>

#include <functional>

#include "banhang/v1/activities.pb.h"
#include "client/activities/activities_api.h"
#include "client/core/outcome.h"

namespace banhang::client {

/// Several may run at once. Thread: UI.
class ActivityActs final : public QObject
{
    Q_OBJECT
public:
    explicit ActivityActs(ActivitiesApi& api, QObject* parent = nullptr);

    /// Closes a planned one as done or missed, without words.
    void close(const v1::Activity& activity, v1::ActivityState state, const QString& name);
    void reopen(const v1::Activity& activity, const QString& name);
    /// Another beginning, the same length.
    void moveTo(const v1::Activity& activity, const QDateTime& start, const QString& name);
    /// To that day at the same time of day; `name` is for the words of the undo.
    void moveToDay(const v1::Activity& activity, const QDate& day, const QString& name);
    void moveToBin(const v1::Activity& activity, const QString& name);
    void create(const v1::Activity& activity, const QString& name);

signals:
    /// As stored now; in the bin it has a delete time.
    void changed(const banhang::v1::Activity& activity);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);

private:
    void update(const v1::Activity& activity, const v1::Activity& wanted, const QString& text);
    void restore(qint64 activityId);
    void reopenQuietly(qint64 activityId, qint64 version);

    ActivitiesApi& m_api;
};

} // namespace banhang::client
