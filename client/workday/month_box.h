// One's own month in a line: contacts that were made, of those that were meant, and how far the month is.
#pragma once

#include <QWidget>

#include "client/activities/activities_api.h"
#include "client/core/workplace.h"

namespace banhang::client {

class Label;

/// Thread: UI.
class MonthBox final : public QWidget
{
    Q_OBJECT
public:
    explicit MonthBox(const Workplace& workplace, QWidget* parent = nullptr);

    /// Hidden until there is something to say.
    void reload(const QDate& today);

private:
    class Bar;

    void accept(const v1::ActivityReport& report, const QDate& today);

    Workplace m_workplace;
    ActivitiesApi m_api;
    Label* m_title;
    Label* m_until;
    Label* m_figure;
    Bar* m_bar;
    CallHandle m_call;
};

} // namespace banhang::client
