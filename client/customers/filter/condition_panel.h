// The small window under a chip: what a condition compares with, whether it holds or must not, all by keyboard.
#pragma once

#include <QFrame>
#include <QPointer>

#include "client/customers/filter/filter_conditions.h"

class QAbstractButton;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QSpinBox;

namespace banhang::client {

class DateEdit;
class Label;
class Segmented;

/// Each change takes effect at once. Raised over the window instead of a popup, which would break composing in its
/// field. Lifetime: deletes itself when it is left; Esc and Enter give the focus back.
class ConditionPanel final : public QFrame
{
    Q_OBJECT
public:
    ConditionPanel(const Workplace& workplace, const Condition& condition, QWidget* below);

signals:
    void changed(const banhang::client::Condition& condition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addValues();
    void addPeriods();
    void addPastPeriods();
    void addPeriod(v1::PeriodKind kind, const QString& text, bool orNever = false);
    QWidget* makeDays();
    QWidget* makeDates();
    void onItemChanged(QListWidgetItem* item);
    void onPeriodChosen();
    void filterValues(const QString& text);
    void showFitting();
    void place();
    void leave(bool givesFocusBack);
    void tell();

    Workplace m_workplace;
    Condition m_condition;
    QPointer<QWidget> m_below;
    Segmented* m_not;
    QLineEdit* m_search = nullptr;
    QListWidget* m_list;
    QWidget* m_days = nullptr;
    QSpinBox* m_count = nullptr;
    QWidget* m_dates = nullptr;
    DateEdit* m_first = nullptr;
    DateEdit* m_last = nullptr;
    bool m_isFilling = false;
};

} // namespace banhang::client
