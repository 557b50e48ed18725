// How an activity comes again: a new series, another rule, or the end of it, for this one and the following or for all.
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

#include "banhang/v1/series.pb.h"
#include "client/calendar/series_api.h"
#include "client/core/workplace.h"

class QCheckBox;

namespace banhang::client {

class Button;
class Label;
class RecurrenceEdit;
class Segmented;

class SeriesPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SeriesPanel(const Workplace& workplace, QWidget* parent = nullptr);

    /// An activity that is planned and has a day; of a series or not yet.
    void open(const v1::Activity& activity);
    /// Nothing is open; what is being saved is not told to whoever comes next.
    void clear();
    void save();

signals:
    /// The occurrences are other ones now.
    void changed();
    void closed();
    void newsHappened(const QString& who, const QString& text, const QString& iconName);
    void undoOffered(const QString& text, const std::function<void()>& undo);
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showSeries(const v1::Series& series);
    void preview();
    void showPreview(const v1::CheckSeriesResponse& response);
    void create();
    void update();
    void remove();
    void restore(qint64 seriesId);
    void onSaved(qint64 activityId, const Outcome<v1::SeriesChangeResponse>& outcome);
    void onRemoved(qint64 activityId, const Outcome<v1::SeriesChangeResponse>& outcome);
    /// Unless another activity is shown by now.
    void close(qint64 activityId);
    v1::SeriesScope scope() const;

    Workplace m_workplace;
    SeriesApi m_api;
    v1::Activity m_activity;
    v1::Series m_series;
    Label* m_title;
    RecurrenceEdit* m_rule;
    Label* m_days;
    Label* m_issues;
    Segmented* m_scope;
    QCheckBox* m_takeOver;
    Button* m_save;
    Button* m_remove;
    QTimer m_previewTimer;
    CallHandle m_loadCall;
    CallHandle m_checkCall;
    CallHandle m_saveCall;
};

} // namespace banhang::client
