#include "client/imports/columns_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/imports/import_texts.h"
#include "client/ui/look/field_state.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

/// Beyond it a sheet is no list; the columns that follow are left out.
constexpr int kMaxLines = 100;
constexpr int kIcon = 15;
constexpr int kFieldLetters = 12;
constexpr int kChoiceLetters = 6;
constexpr int kMargin = 12;
constexpr int kCellGap = 8;
constexpr int kRowRoom = 2;

enum Cell { TitleCell, ExampleCell, FieldCell, IconCell, CheckCell };

Label* quiet(const QString& text)
{
    return new Label(text, TextSize::Second, TextWeight::Regular, Tone::Quiet);
}

/// A wheel that turns over a list of boxes scrolls the list; it must not choose on its way.
class ChoiceBox final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

constexpr RowFinding kDecidedFindings[] = {RowFinding::Known, RowFinding::Twin, RowFinding::Error, RowFinding::Warning};

} // namespace

ColumnsPanel::ColumnsPanel(const Workplace& workplace, QWidget* parent)
    : QWidget(parent), m_workplace(workplace), m_count(quiet({})), m_scroll(new QScrollArea)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new Pane(Pane::Ground::Alt);
    head->setEdges(static_cast<int>(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(new Label(tr("Columns"), TextSize::Body, TextWeight::Strong));
    row->addWidget(m_count);
    row->addStretch(1);
    auto* guess = new Button(ButtonKind::Link, {}, tr("&Guess again"));
    row->addWidget(guess);
    connect(guess, &Button::clicked, this, &ColumnsPanel::guessRequested);
    column->addWidget(head);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_scroll, 1);
    column->addWidget(makeDefaults());
}

QWidget* ColumnsPanel::makeDefaults()
{
    auto* pane = new Pane(Pane::Ground::Alt);
    pane->setEdges(static_cast<int>(Pane::Edge::Top));
    auto* grid = new QGridLayout(pane);
    grid->setContentsMargins(12, 8, 12, 10);
    grid->addWidget(new Label(tr("For all rows that are added"), TextSize::Second, TextWeight::Strong, Tone::Quiet), 0,
                    0, 1, 4);
    const auto addBox = [&](int gridRow, int gridColumn, const QString& text) {
        auto* label = quiet(text);
        auto* box = new ChoiceBox;
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(kChoiceLetters);
        label->setBuddy(box);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        box->setAccessibleName(QString(text).remove(u'&'));
        grid->addWidget(label, gridRow, gridColumn);
        grid->addWidget(box, gridRow, gridColumn + 1);
        return box;
    };
    m_source = addBox(1, 0, tr("&Source"));
    m_owner = addBox(1, 2, tr("&Owner"));
    grid->addWidget(new Label(tr("What to do with rows"), TextSize::Second, TextWeight::Strong, Tone::Quiet), 2, 0, 1,
                    4);
    for (int i = 0; i < 4; ++i)
        m_policies.append(addBox(3 + i / 2, i % 2 * 2, findingText(kDecidedFindings[i])));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    for (int i = 0; i < 4; ++i) {
        for (const RowAction action : ImportPlan::choicesFor(kDecidedFindings[i]))
            m_policies[i]->addItem(action == RowAction::Undecided ? tr("Decide one by one")
                                                                  : rowActionText(action, kDecidedFindings[i]),
                                   static_cast<int>(action));
        connect(m_policies[i], &QComboBox::activated, this, [this, i] { choosePolicy(i); });
    }
    connect(m_source, &QComboBox::activated, this, &ColumnsPanel::takeDefaults);
    connect(m_owner, &QComboBox::activated, this, &ColumnsPanel::takeDefaults);
    return pane;
}

void ColumnsPanel::choosePolicy(int box)
{
    if (m_plan == nullptr)
        return;
    const auto action = static_cast<RowAction>(m_policies[box]->currentData().toInt());
    m_plan->setPolicy(kDecidedFindings[box], action);
    // Nothing can be filled that is out of sight.
    if (kDecidedFindings[box] == RowFinding::Known)
        m_plan->setPolicy(RowFinding::Hidden, action == RowAction::Fill ? RowAction::Skip : action);
    emit policyChanged();
}

void ColumnsPanel::setPlan(ImportPlan* plan)
{
    m_plan = plan;
    m_lines.clear();
    m_grid = nullptr;
    if (plan == nullptr)
        return;
    fillDefaults();
    for (QComboBox* box : m_policies)
        box->setCurrentIndex(0);
    auto* inner = new Pane(Pane::Ground::Base);
    m_grid = new QGridLayout(inner);
    m_grid->setContentsMargins(0, 0, 0, 8);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(0);
    addHeads();
    for (int column = 0; column < std::min(plan->map().columnCount(), kMaxLines); ++column)
        addLine(column);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_grid->setColumnStretch(TitleCell, 9);
    m_grid->setColumnStretch(ExampleCell, 8);
    m_grid->setColumnStretch(FieldCell, 2);
    m_grid->setColumnStretch(CheckCell, 14);
    m_scroll->setWidget(inner);
    fillLines();
}

/// The ground of the next row, from edge to edge below its cells.
void ColumnsPanel::addGround(bool isHead)
{
    auto* pane = new Pane(isHead ? Pane::Ground::Alt : Pane::Ground::Base);
    pane->setEdges(static_cast<int>(Pane::Edge::Bottom));
    pane->setMinimumHeight(isHead ? headerHeight(QFontMetrics(textFont(TextSize::Second)))
                                  : fieldHeight(QFontMetrics(textFont(TextSize::Body))) + kRowRoom);
    m_grid->addWidget(pane, m_grid->rowCount(), 0, 1, CheckCell + 1);
}

void ColumnsPanel::addHeads()
{
    addGround(true);
    const std::pair<Cell, QString> heads[] = {{TitleCell, tr("Column of the file")},
                                              {ExampleCell, tr("Example")},
                                              {FieldCell, tr("Goes into")},
                                              {IconCell, tr("Check")}};
    for (const auto& [cell, text] : heads) {
        auto* head = quiet(text);
        head->setContentsMargins(cell == TitleCell ? kMargin : kCellGap, 0, 0, 0);
        m_grid->addWidget(head, m_grid->rowCount() - 1, cell, 1, cell == IconCell ? 2 : 1);
    }
}

void ColumnsPanel::addLine(int column)
{
    addGround(false);
    const int row = m_grid->rowCount() - 1;
    const QString title = QString::fromStdString(m_plan->map().title(column));
    auto* name =
        new Label(title.isEmpty() ? tr("(column %1)").arg(column + 1) : title, TextSize::Body, TextWeight::Medium);
    name->setElided(true);
    QString sample;
    for (int i = 0; i < m_plan->rowCount() && sample.isEmpty(); ++i) {
        const auto cell = m_plan->cell(i, column);
        sample = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).simplified();
    }
    auto* example = quiet(sample);
    example->setElided(true);
    auto* box = new ChoiceBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kFieldLetters);
    box->setAccessibleName(tr("Field for the column %1").arg(title));
    box->addItem(importFieldText({}), QString());
    for (const ImportField& field : importFields())
        box->addItem(importFieldText(field.name),
                     QString::fromUtf8(field.name.data(), static_cast<qsizetype>(field.name.size())));
    auto* icon = new IconLabel(QStringLiteral("check"), Tone::Ok, kIcon);
    icon->hide();
    auto* check = new Label({}, TextSize::Second);
    check->setElided(true);
    name->setContentsMargins(kMargin, 0, 0, 0);
    example->setContentsMargins(kCellGap, 0, 0, 0);
    check->setContentsMargins(kCellGap, 0, kMargin, 0);
    auto* place = new QHBoxLayout;
    place->setContentsMargins(kCellGap, 0, kCellGap, 0);
    place->addWidget(box);
    m_grid->addWidget(name, row, TitleCell);
    m_grid->addWidget(example, row, ExampleCell);
    m_grid->addLayout(place, row, FieldCell);
    m_grid->addWidget(icon, row, IconCell);
    m_grid->addWidget(check, row, CheckCell);
    m_lines.push_back({box, icon, check});
    connect(box, &QComboBox::activated, this, [this, column] { choose(column); });
}

void ColumnsPanel::choose(int column)
{
    m_plan->map().setField(column,
                           m_lines[static_cast<std::size_t>(column)].field->currentData().toString().toStdString());
    fillLines();
    emit mappingChanged();
}

void ColumnsPanel::fillLines()
{
    for (int column = 0; column < static_cast<int>(m_lines.size()); ++column) {
        const Line& line = m_lines[static_cast<std::size_t>(column)];
        line.field->setCurrentIndex(
            std::max(0, line.field->findData(QString::fromStdString(m_plan->map().field(column)))));
        setFieldState(line.field, FieldState::Normal);
        line.icon->hide();
        line.check->setText({});
    }
    updateCount();
}

void ColumnsPanel::showChecks()
{
    for (std::size_t column = 0; column < m_lines.size(); ++column) {
        bool isDoubt = false;
        const QString text = columnCheckText(m_plan->checks()[column], m_plan->map().field(static_cast<int>(column)),
                                             m_plan->map().isMonthFirst(static_cast<int>(column)), isDoubt);
        const Line& line = m_lines[column];
        const bool isUsed = !m_plan->map().field(static_cast<int>(column)).empty();
        line.check->setText(text);
        line.check->setTone(isDoubt ? Tone::Warn : isUsed ? Tone::Ok : Tone::Quiet);
        line.icon->setIcon(isDoubt ? QStringLiteral("triangle-alert") : QStringLiteral("check"),
                           isDoubt ? Tone::Warn : Tone::Ok);
        line.icon->setVisible(isUsed && !text.isEmpty());
        setFieldState(line.field, isDoubt && !text.isEmpty() ? FieldState::Warn : FieldState::Normal);
        line.field->setAccessibleDescription(text);
    }
}

void ColumnsPanel::updateCount()
{
    int used = 0;
    for (int column = 0; column < m_plan->map().columnCount(); ++column)
        used += m_plan->map().field(column).empty() ? 0 : 1;
    m_count->setText(tr("%1 of %Ln columns", nullptr, m_plan->map().columnCount()).arg(used));
}

void ColumnsPanel::fillDefaults()
{
    m_source->clear();
    m_source->addItem(tr("(as in the file)"), QString());
    for (const auto* item : m_workplace.picklists.choices(QStringLiteral("source")))
        m_source->addItem(PicklistCache::labelOf(*item), QString::fromStdString(item->key()));
    m_owner->clear();
    m_owner->addItem(tr("You"), QVariantList());
    // Whom one may create for, the server decides; here only who is near is offered.
    if (m_workplace.session.scopeOf(v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE) <= v1::SCOPE_OWN)
        return;
    QHash<qint64, QVariantList> teams;
    QList<const v1::Person*> people = m_workplace.directory.activePeople();
    for (const auto* person : people)
        teams[person->parent_unit_id()].append(static_cast<qlonglong>(person->user_id()));
    for (const auto* unit : m_workplace.directory.units())
        if (teams.value(unit->id()).size() > 1)
            m_owner->addItem(tr("Shared evenly: %1").arg(QString::fromStdString(unit->name())),
                             teams.value(unit->id()));
    for (const auto* person : people)
        m_owner->addItem(QString::fromStdString(person->full_name()),
                         QVariantList{static_cast<qlonglong>(person->user_id())});
}

void ColumnsPanel::takeDefaults()
{
    if (m_plan == nullptr)
        return;
    m_plan->defaults.sourceKey = m_source->currentData().toString().toStdString();
    m_plan->defaults.owners.clear();
    for (const QVariant& user : m_owner->currentData().toList())
        m_plan->defaults.owners.push_back(user.toLongLong());
    emit mappingChanged();
}

void ColumnsPanel::focusFirst()
{
    if (!m_lines.empty())
        m_lines.front().field->setFocus();
}

} // namespace banhang::client
