#include "client/customers/filter/condition_panel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/office_time.h"
#include "client/ui/form/date_edit.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/segmented.h"
#include "common/vn/fold.h"

namespace banhang::client {

namespace {

constexpr int kWidth = 280;
constexpr int kDatesWidth = 320; ///< two days side by side, with the hint how they are written
constexpr int kMaxRows = 12;
constexpr int kManyValues = 9;
constexpr int kMaxDays = 3650;
constexpr int kUsualDays = 30;
enum ItemRole { KeyRole = Qt::UserRole, FoldedRole, PeriodRole, NeverRole };

/// Also in a window of its own, as the month of a day is.
bool isWithin(const QWidget* widget, const QWidget* panel)
{
    while (widget && widget != panel)
        widget = widget->parentWidget();
    return widget != nullptr;
}

} // namespace

ConditionPanel::ConditionPanel(const Workplace& workplace, const Condition& condition, QWidget* below)
    : QFrame(below->window()),
      m_workplace(workplace),
      m_condition(condition),
      m_below(below),
      m_not(new Segmented),
      m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(new Label(conditionLabel(condition.field), TextSize::Body, TextWeight::Strong));
    m_not->addChoice(0, {}, tr("is one of"));
    m_not->addChoice(1, {}, tr("is none of"));
    m_not->setCurrent(condition.isNot ? 1 : 0);
    connect(m_not, &Segmented::chosen, this, [this](int chosen) {
        m_condition.isNot = chosen == 1;
        tell();
    });
    column->addWidget(m_not);
    m_not->setVisible(canBeNot(condition.field));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(conditionLabel(condition.field));
    if (isPeriod(condition.field)) {
        column->addWidget(m_list);
        column->addWidget(makeDays());
        column->addWidget(makeDates());
        addPeriods();
    } else {
        m_search = new QLineEdit;
        m_search->setPlaceholderText(tr("Find in the list"));
        m_search->setAccessibleName(m_search->placeholderText());
        connect(m_search, &QLineEdit::textChanged, this, &ConditionPanel::filterValues);
        column->addWidget(m_search);
        column->addWidget(m_list);
        addValues();
        m_search->setVisible(m_list->count() >= kManyValues);
    }
    for (auto* widget : findChildren<QWidget*>())
        widget->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        // A menu or the window's own loss of focus is no leaving.
        if (now && !isWithin(now, this))
            leave(false);
    });
    place();
    show();
    raise();
    (m_search && m_search->isVisible() ? static_cast<QWidget*>(m_search) : m_list)->setFocus();
}

void ConditionPanel::addValues()
{
    m_isFilling = true;
    for (const auto& choice : conditionChoices(m_condition.field, m_workplace)) {
        auto* item = new QListWidgetItem(choice.label, m_list);
        item->setSizeHint({0, smallHeight(m_list->fontMetrics())});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_condition.keys.contains(choice.key) ? Qt::Checked : Qt::Unchecked);
        item->setData(KeyRole, choice.key);
        item->setData(FoldedRole, QString::fromStdString(vn::fold(choice.label.toStdString())));
    }
    m_isFilling = false;
    connect(m_list, &QListWidget::itemChanged, this, &ConditionPanel::onItemChanged);
    m_list->setCurrentRow(0);
}

void ConditionPanel::addPeriod(v1::PeriodKind kind, const QString& text, bool orNever)
{
    auto* item = new QListWidgetItem(text, m_list);
    item->setSizeHint({0, smallHeight(m_list->fontMetrics())});
    item->setData(PeriodRole, static_cast<int>(kind));
    item->setData(NeverRole, orNever);
    if (m_condition.period.kind() == kind && m_condition.period.or_never() == orNever)
        m_list->setCurrentItem(item);
}

void ConditionPanel::addPastPeriods()
{
    addPeriod(v1::PERIOD_KIND_TODAY, tr("Today"));
    addPeriod(v1::PERIOD_KIND_YESTERDAY, tr("Yesterday"));
    addPeriod(v1::PERIOD_KIND_THIS_WEEK, tr("This week"));
    addPeriod(v1::PERIOD_KIND_THIS_MONTH, tr("This month"));
    addPeriod(v1::PERIOD_KIND_WITHIN_DAYS, tr("In the last … days"));
    addPeriod(v1::PERIOD_KIND_OLDER_THAN_DAYS, tr("Longer ago than … days"));
    if (m_condition.field == ConditionField::LastContact) {
        addPeriod(v1::PERIOD_KIND_OLDER_THAN_DAYS, tr("Longer ago than … days, or never"), true);
        addPeriod(v1::PERIOD_KIND_NEVER, tr("Never yet"));
    }
    addPeriod(v1::PERIOD_KIND_BETWEEN, tr("From … to …"));
}

void ConditionPanel::addPeriods()
{
    if (m_condition.field == ConditionField::Silent) {
        addPeriod(v1::PERIOD_KIND_OLDER_THAN_DAYS, tr("For … days, or longer than usual for them"));
        m_list->setCurrentRow(0);
    } else if (isAhead(m_condition.field)) {
        addPeriod(v1::PERIOD_KIND_TODAY, tr("Today"));
        addPeriod(v1::PERIOD_KIND_THIS_WEEK, tr("This week"));
        addPeriod(v1::PERIOD_KIND_THIS_MONTH, tr("This month"));
        addPeriod(v1::PERIOD_KIND_WITHIN_DAYS, tr("In the next … days"));
        addPeriod(v1::PERIOD_KIND_NEVER, tr("Nothing planned"));
        addPeriod(v1::PERIOD_KIND_BETWEEN, tr("From … to …"));
    } else {
        addPastPeriods();
    }
    showFitting();
    connect(m_list, &QListWidget::currentItemChanged, this, &ConditionPanel::onPeriodChosen);
    connect(m_list, &QListWidget::itemClicked, this, &ConditionPanel::onPeriodChosen);
}

QWidget* ConditionPanel::makeDays()
{
    m_days = new QWidget;
    auto* row = new QHBoxLayout(m_days);
    row->setContentsMargins(0, 0, 0, 0);
    m_count = new QSpinBox;
    m_count->setRange(1, kMaxDays);
    m_count->setValue(m_condition.period.days() > 0 ? m_condition.period.days() : kUsualDays);
    m_count->setAccessibleName(tr("Number of days"));
    row->addWidget(m_count);
    row->addWidget(new Label(tr("days"), TextSize::Body, TextWeight::Regular, Tone::Quiet), 1);
    connect(m_count, &QSpinBox::valueChanged, this, &ConditionPanel::onPeriodChosen);
    return m_days;
}

QWidget* ConditionPanel::makeDates()
{
    m_dates = new QWidget;
    auto* row = new QHBoxLayout(m_dates);
    row->setContentsMargins(0, 0, 0, 0);
    m_first = new DateEdit(officeNow);
    m_last = new DateEdit(officeNow);
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    if (m_condition.period.has_first_day())
        m_first->setDate(toDay(m_condition.period.first_day()));
    if (m_condition.period.has_last_day())
        m_last->setDate(toDay(m_condition.period.last_day()));
    row->addWidget(m_first);
    row->addWidget(new Label(QStringLiteral("–"), TextSize::Body, TextWeight::Regular, Tone::Quiet));
    row->addWidget(m_last);
    for (auto* edit : {m_first, m_last})
        connect(edit, &DateEdit::dateChanged, this, &ConditionPanel::onPeriodChosen);
    return m_dates;
}

void ConditionPanel::showFitting()
{
    const auto* item = m_list->currentItem();
    const int kind = item ? item->data(PeriodRole).toInt() : 0;
    m_days->setVisible(kind == v1::PERIOD_KIND_WITHIN_DAYS || kind == v1::PERIOD_KIND_OLDER_THAN_DAYS);
    m_dates->setVisible(kind == v1::PERIOD_KIND_BETWEEN);
    place();
}

void ConditionPanel::onPeriodChosen()
{
    const auto* item = m_list->currentItem();
    if (!item)
        return;
    showFitting();
    v1::Period period;
    period.set_kind(static_cast<v1::PeriodKind>(item->data(PeriodRole).toInt()));
    if (m_days->isVisibleTo(this)) {
        period.set_days(m_count->value());
        period.set_or_never(item->data(NeverRole).toBool());
    }
    if (m_dates->isVisibleTo(this)) {
        if (const auto day = m_first->date())
            *period.mutable_first_day() = toDate(*day);
        if (const auto day = m_last->date())
            *period.mutable_last_day() = toDate(*day);
        if (!period.has_first_day() && !period.has_last_day())
            return; // a day has yet to be typed
    }
    m_condition.period = period;
    tell();
}

void ConditionPanel::onItemChanged(QListWidgetItem* item)
{
    if (m_isFilling)
        return;
    const QString key = item->data(KeyRole).toString();
    m_condition.keys.removeAll(key);
    if (item->checkState() == Qt::Checked)
        m_condition.keys.append(key);
    tell();
}

void ConditionPanel::filterValues(const QString& text)
{
    const QString folded = QString::fromStdString(vn::fold(text.toStdString()));
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool isHidden = !m_list->item(row)->data(FoldedRole).toString().contains(folded);
        m_list->item(row)->setHidden(isHidden);
        if (!isHidden && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void ConditionPanel::tell()
{
    emit changed(m_condition);
}

void ConditionPanel::place()
{
    if (!m_below)
        return;
    const QPoint below = m_below->mapTo(parentWidget(), QPoint(0, m_below->height() + 2));
    const int rows = std::min(m_list->count(), kMaxRows);
    m_list->setFixedHeight(std::max(1, rows) * std::max(1, m_list->sizeHintForRow(0)) + 4);
    const int width = std::max(scaled(isPeriod(m_condition.field) ? kDatesWidth : kWidth), minimumSizeHint().width());
    layout()->activate();
    const int height = std::min(sizeHint().height(), parentWidget()->height() - below.y() - 4);
    const int left = std::clamp(below.x(), 0, std::max(0, parentWidget()->width() - width - 4));
    setGeometry(left, below.y(), width, height);
}

void ConditionPanel::leave(bool givesFocusBack)
{
    if (givesFocusBack && m_below)
        m_below->setFocus();
    close();
}

bool ConditionPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // closes this panel and nothing else
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_search && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        m_list->setFocus();
        return true;
    }
    if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        const bool isSearched = watched == m_search && key->key() != Qt::Key_Escape && !m_search->text().isEmpty();
        // What was searched for is meant to be ticked.
        if (auto* item = m_list->currentItem(); isSearched && item) {
            item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
            m_search->selectAll();
            return true;
        }
        leave(true);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ConditionPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave(true);
    else
        QFrame::keyPressEvent(event);
}

void ConditionPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFrame(painter, rect(), {.fill = theme().base, .line = theme().input, .radius = 4});
}

} // namespace banhang::client
