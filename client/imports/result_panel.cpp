#include "client/imports/result_panel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "client/imports/import_texts.h"
#include "client/imports/row_delegates.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

constexpr int kTiles = 5;
constexpr int kMinProblemWidth = 150;

} // namespace

ResultPanel::ResultPanel(const DirectoryCache& directory, QWidget* parent)
    : QWidget(parent),
      m_model(new ImportRowsModel(directory, this)),
      m_title(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_safe(new QWidget),
      m_aside(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_again(new Button(ButtonKind::Link, {}, tr("Ru&n again"))),
      m_table(new DataTable),
      m_state(new StateView(StateView::Kind::Empty)),
      m_content(new QWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new Pane(Pane::Ground::Alt);
    head->setEdges(static_cast<int>(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 6);
    m_title->setElided(true);
    row->addWidget(m_title);
    auto* safe = new QHBoxLayout(m_safe);
    safe->setContentsMargins(8, 0, 0, 0);
    safe->setSpacing(5);
    safe->addWidget(new IconLabel(QStringLiteral("shield-check"), Tone::Ok, 15));
    auto* nothing = new Label(tr("nothing is written yet"), TextSize::Second, TextWeight::Regular, Tone::Ok);
    nothing->setElided(true);
    safe->addWidget(nothing);
    row->addWidget(m_safe);
    row->addStretch(1);
    row->addWidget(m_aside);
    row->addWidget(m_again);
    column->addWidget(head);
    auto* inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(makeTiles());
    inner->addWidget(makeChips());
    inner->addWidget(m_table, 1);
    column->addWidget(m_content, 1);
    column->addWidget(m_state, 1);
    m_state->setIcon(QStringLiteral("shield-check"));
    m_table->setAccessibleName(tr("Rows to check"));
    m_table->setModel(m_model);
    m_table->setColumnKind(ImportRowsModel::Number, CellKind::Figure, 56);
    m_table->setColumnKind(ImportRowsModel::Name, CellKind::Text, 150);
    m_table->setColumnKind(ImportRowsModel::Phone, CellKind::Text, 110);
    m_table->setColumnKind(ImportRowsModel::Problem, CellKind::Text, 0);
    m_table->setColumnKind(ImportRowsModel::Action, CellKind::Text, 170);
    m_table->setItemDelegateForColumn(ImportRowsModel::Problem, new ProblemDelegate(m_table));
    m_table->setItemDelegateForColumn(ImportRowsModel::Action, new ActionDelegate(m_table));
    m_table->setYieldingColumns({ImportRowsModel::Phone}, kMinProblemWidth);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    connect(m_model, &QAbstractItemModel::modelReset, m_table,
            [this] { m_table->setPlaceholder(m_model->rowCount() == 0 ? makeNoRows() : nullptr); });
    connect(m_table, &DataTable::rowActivated, this, &ResultPanel::choose);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == ImportRowsModel::Action)
            choose(index);
    });
    connect(m_again, &Button::clicked, this, &ResultPanel::runRequested);
    connect(m_model, &ImportRowsModel::decided, this, [this] {
        updateCounts();
        emit decided();
    });
    showStale({}, {});
}

QWidget* ResultPanel::makeNoRows() const
{
    auto* state = new StateView(StateView::Kind::Empty);
    state->setIcon(QStringLiteral("circle-check"));
    const bool isSaving = m_plan != nullptr && m_plan->isSaving();
    state->setTexts(isSaving ? tr("Every row was imported") : tr("Nothing to check"),
                    isSaving ? QString() : tr("No row is of this kind."));
    return state;
}

QWidget* ResultPanel::makeTiles()
{
    auto* pane = new Pane(Pane::Ground::Base);
    pane->setEdges(static_cast<int>(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(pane);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto addTile = [&](const QString& icon, Tone tone, const QString& text) {
        auto* figure = new Label({}, TextSize::Figure, TextWeight::Strong, tone);
        auto* line = new QHBoxLayout;
        line->setSpacing(6);
        if (!icon.isEmpty())
            line->addWidget(new IconLabel(icon, tone, 16));
        line->addWidget(figure);
        auto* place = new Pane(Pane::Ground::Base);
        if (row->count() < kTiles - 1)
            place->setEdges(static_cast<int>(Pane::Edge::Right));
        auto* tile = new QVBoxLayout(place);
        tile->setContentsMargins(12, 5, 12, 6);
        tile->setSpacing(0);
        tile->addLayout(line);
        auto* words = new Label(text, TextSize::Second, TextWeight::Regular, Tone::Quiet);
        words->setElided(true);
        tile->addWidget(words);
        row->addWidget(place, 1);
        if (row->count() == kTiles)
            line->addWidget(m_all = new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet));
        line->addStretch(1);
        return figure;
    };
    m_created = addTile(QStringLiteral("plus"), Tone::Ok, tr("to be added"));
    m_filled = addTile(QStringLiteral("pencil"), Tone::Accent, tr("to be filled in"));
    m_alike = addTile(QStringLiteral("copy-check"), Tone::Warn, tr("possible duplicates"));
    m_errors = addTile(QStringLiteral("circle-x"), Tone::Error, tr("with errors"));
    m_ready = addTile({}, Tone::Normal, tr("ready to be imported"));
    return pane;
}

QWidget* ResultPanel::makeChips()
{
    auto* pane = new Pane(Pane::Ground::Base);
    pane->setEdges(static_cast<int>(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(pane);
    row->setContentsMargins(12, 6, 12, 6);
    auto* group = new QButtonGroup(this);
    const QString texts[] = {tr("All"), tr("To check"), tr("Possible duplicates"), tr("Errors")};
    for (int i = 0; i < 4; ++i) {
        auto* chip = new Chip(Chip::Kind::Choice, texts[i]);
        group->addButton(chip, i);
        m_chips.append(chip);
        row->addWidget(chip);
    }
    m_chips[static_cast<int>(ImportRowsModel::Filter::Doubtful)]->setChecked(true);
    connect(group, &QButtonGroup::idClicked, this,
            [this](int id) { m_model->setFilter(static_cast<ImportRowsModel::Filter>(id)); });
    row->addStretch(1);
    m_saveRows = new Button(ButtonKind::Small, QStringLiteral("download"), {});
    m_saveRows->setToolTip(tr("As an Excel workbook, with the reason behind each row: correct it and import it again"));
    row->addWidget(m_saveRows);
    connect(m_saveRows, &Button::clicked, this, &ResultPanel::saveRowsRequested);
    return pane;
}

void ResultPanel::setPlan(ImportPlan* plan)
{
    m_plan = plan;
    m_model->setPlan(plan);
}

void ResultPanel::setSavingRows(bool isSaving)
{
    m_isSavingRows = isSaving;
    updateCounts();
}

void ResultPanel::showStale(const QString& title, const QString& explanation)
{
    m_state->setTexts(title, explanation);
    m_title->setText(tr("Dry run"));
    m_safe->hide();
    m_aside->setText({});
    m_again->hide();
    m_content->hide();
    m_state->show();
}

void ResultPanel::showFindings(const QString& title, const QString& aside)
{
    const bool isSaving = m_plan->isSaving();
    m_title->setText(title);
    m_aside->setText(aside);
    m_safe->setVisible(!isSaving);
    m_again->setVisible(!isSaving);
    m_state->hide();
    m_content->show();
    m_model->refresh();
    updateCounts();
}

void ResultPanel::updateCounts()
{
    if (m_plan == nullptr)
        return;
    const auto count = [locale = QLocale()](int value) { return locale.toString(value); };
    const ImportTally& tally = m_plan->tally();
    const bool isSaving = m_plan->isSaving();
    const int creates = m_plan->countOf(RowAction::Create) + m_plan->countOf(RowAction::DropFaulty);
    m_created->setText(count(isSaving ? tally.created : creates));
    m_filled->setText(count(isSaving ? tally.filled : m_plan->countOf(RowAction::Fill)));
    m_alike->setText(count(m_model->countOf(ImportRowsModel::Filter::Duplicates)));
    m_errors->setText(count(m_model->countOf(ImportRowsModel::Filter::Errors)));
    m_ready->setText(count(m_plan->readyCount()));
    m_all->setText(tr("/ %1").arg(count(m_plan->rowCount())));
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setValue(count(m_model->countOf(static_cast<ImportRowsModel::Filter>(i))));
    const int doubtful = m_model->countOf(ImportRowsModel::Filter::Doubtful);
    m_saveRows->relabel(tr("Save %Ln rows…", nullptr, doubtful));
    m_saveRows->setEnabled(doubtful > 0 && !m_isSavingRows);
}

/// The row, with all others of the selection that it is one of.
QList<int> ResultPanel::chosenRows(int row) const
{
    QList<int> rows;
    for (const QModelIndex& chosen : m_table->selectionModel()->selectedRows())
        rows.append(chosen.row());
    return rows.contains(row) ? rows : QList<int>{row};
}

void ResultPanel::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const int planRow = m_model->planRow(index.row());
    if (!index.siblingAtColumn(ImportRowsModel::Action).data(ImportRowsModel::HasChoiceRole).toBool())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const RowAction action : m_plan->choices(planRow)) {
        auto* entry = menu->addAction(rowActionText(action, m_plan->finding(planRow)));
        entry->setCheckable(true);
        entry->setChecked(action == m_plan->action(planRow));
        entry->setData(static_cast<int>(action));
    }
    connect(menu, &QMenu::triggered, this, [this, place = QPersistentModelIndex(index)](const QAction* chosen) {
        if (place.isValid())
            m_model->decide(chosenRows(place.row()), static_cast<RowAction>(chosen->data().toInt()));
    });
    const QRect cell = m_table->visualRect(m_model->index(index.row(), ImportRowsModel::Action));
    menu->popup(m_table->viewport()->mapToGlobal(cell.bottomLeft()));
}

} // namespace banhang::client
