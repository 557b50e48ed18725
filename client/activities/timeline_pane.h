// The work with one customer: what was agreed last, the editor, filters and search, and the timeline below.
#pragma once

#include <QWidget>

#include "banhang/v1/activities.pb.h"
#include "client/activities/activities_api.h"
#include "client/core/workplace.h"

class QComboBox;
class QHBoxLayout;

namespace banhang::client {

class ActivityActs;
class ActivityEditor;
class Chip;
class NoticeBar;
class SearchBox;
class StateView;
class TimelineModel;
class TimelineView;

/// The chips of the filter, bound to a model; several may show the same one.
class TimelineChips final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineChips(TimelineModel* model, QWidget* parent = nullptr);

private:
    void add(QHBoxLayout* row, const QString& text, const std::vector<v1::ActivityKind>& kinds);
    void showFilter();

    TimelineModel* m_model;
    QList<std::pair<Chip*, std::vector<v1::ActivityKind>>> m_chips;
};

/// Thread: UI.
class TimelinePane final : public QWidget
{
    Q_OBJECT
public:
    /// Shares `model` and `api` with whoever else shows them. Both outlive it.
    TimelinePane(const Workplace& workplace, ActivitiesApi& api, TimelineModel* model, QWidget* parent = nullptr);

    ActivityEditor* editor() const { return m_editor; }
    TimelineView* view() const { return m_view; }
    void open(qint64 activityId);
    void writeUp(qint64 activityId);
    /// Of a talk that begins now.
    void writeUpNow(qint64 activityId);
    void moveToBin(qint64 activityId);
    /// Another customer comes, or nobody: what is being opened is not wanted any more, and what is typed stays a draft.
    void leave();

signals:
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);
    void saved(const banhang::v1::ActivityChangeResponse& response);

private:
    QWidget* makeBar();
    void fillPeople();
    void onFailed(const AppError& error);
    void showState();
    void showAgreed();
    void withActivity(qint64 activityId, const std::function<void(const v1::Activity&)>& work);

    Workplace m_workplace;
    ActivitiesApi& m_api;
    TimelineModel* m_model;
    ActivityActs* m_acts;
    NoticeBar* m_agreed;
    ActivityEditor* m_editor;
    QComboBox* m_person;
    SearchBox* m_search;
    TimelineView* m_view;
    StateView* m_nothing;
    StateView* m_noMatch;
    CallHandle m_openCall;
};

} // namespace banhang::client
