// A call written down from wherever one is: raised over the page, with a clock, the customer found by any digits.
#pragma once

#include <QPointer>
#include <QWidget>

#include "banhang/v1/activities.pb.h"
#include "client/activities/activities_api.h"
#include "client/core/workplace.h"

namespace banhang::client {

class ActivityEditor;

/// A child of the window, not a window: what lies below stays as it is, and so does the input method. Thread: UI.
class QuickCall final : public QWidget
{
    Q_OBJECT
public:
    /// `host` is what it is raised over.
    QuickCall(const Workplace& workplace, QWidget* host);

    /// Begins a call now, or goes on with the one that is open.
    void start();
    ActivityEditor* editor() const { return m_editor; }

signals:
    void saved(const banhang::v1::Activity& activity);
    void failed(const QString& strong, const banhang::AppError& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void leave(bool hadFocus);

    ActivitiesApi m_api;
    ActivityEditor* m_editor;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace banhang::client
