#include "client/worklists/plan_page.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "client/core/texts.h"
#include "client/core/workplace.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"
#include "client/ui/table/data_table.h"
#include "client/worklists/plan_acts.h"
#include "client/worklists/plan_form.h"
#include "client/worklists/plan_rows_model.h"

namespace banhang::client {

namespace {

constexpr int kMaxCustomers = 500;
constexpr int kDelayMs = 250;
constexpr int kFormWidth = 420;
constexpr int kCallerWidth = 100;
constexpr int kWhenWidth = 190;
constexpr int kMinCustomerWidth = 180;

} // namespace

PlanPage::PlanPage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("Plan calls"), parent),
      m_api(workplace.rpc),
      m_customers(workplace.rpc),
      m_form(new PlanForm(workplace)),
      m_rows(new PlanRowsModel(workplace, this)),
      m_table(new DataTable),
      m_sum(new Label),
      m_notice(new NoticeBar(Tone::Error)),
      m_progress(new ProgressRow),
      m_plan(new Button(ButtonKind::Primary, QStringLiteral("phone"), tr("Plan"))),
      m_run(new ActRun(this))
{
    m_plan->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    addToHead(m_plan);
    body()->addWidget(m_notice);
    body()->addWidget(m_progress);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(14);
    auto* left = new QVBoxLayout;
    auto* fields = new FieldScroll(m_form);
    updateWithLook(fields, [fields] { fields->setFixedWidth(scaled(kFormWidth)); });
    left->addWidget(fields);
    left->addStretch(1);
    sides->addLayout(left);
    sides->addWidget(makePreview(), 1);
    body()->addLayout(sides, 1);
    m_notice->hide();
    m_progress->hide();
    setFocusProxy(m_form);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &PlanPage::check);
    connect(m_form, &PlanForm::changed, this, [this] {
        m_plan->setEnabled(false);
        m_delay.start();
    });
    connect(m_plan, &Button::clicked, this, &PlanPage::plan);
    connect(m_progress, &ProgressRow::stopRequested, m_run, &ActRun::stop);
    connect(m_run, &ActRun::progressed, this, [this](int done, int total) {
        m_progress->setProgress(tr("%1 of %Ln calls", nullptr, total).arg(QLocale().toString(done)), done, total);
    });
    connect(m_run, &ActRun::finished, this, &PlanPage::onFinished);
}

QWidget* PlanPage::makePreview()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_sum->setWeight(TextWeight::Strong);
    column->addWidget(m_sum);
    m_table->setModel(m_rows);
    m_table->setColumnKind(PlanRowsModel::Customer, CellKind::Name, 0);
    m_table->setColumnKind(PlanRowsModel::Caller, CellKind::Person, kCallerWidth);
    m_table->setColumnKind(PlanRowsModel::When, CellKind::Text, kWhenWidth);
    m_table->setYieldingColumns({PlanRowsModel::Caller}, kMinCustomerWidth);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setAccessibleName(tr("What is going to be planned"));
    column->addWidget(m_table, 1);
    return side;
}

void PlanPage::begin(const QList<qint64>& customerIds)
{
    m_ids = customerIds.mid(0, kMaxCustomers);
    const auto wished = static_cast<int>(customerIds.size());
    setAside(wished > kMaxCustomers ? tr("the first %1 of %Ln customers", nullptr, wished).arg(kMaxCustomers)
                                    : tr("%Ln customers", nullptr, wished));
    m_form->reset();
    m_rows->setPlan({});
    readNames();
    check();
}

void PlanPage::forget()
{
    m_delay.stop();
    m_checkCall.cancel();
    m_nameCall.cancel();
    m_ids.clear();
    m_rows->setPlan({});
    m_rows->setNames({});
}

void PlanPage::readNames()
{
    const std::vector<qint64> ids(m_ids.begin(), m_ids.end());
    m_nameCall = m_customers.batchGet(ids, this, [this](const Outcome<v1::BatchGetCustomersResponse>& outcome) {
        if (!outcome)
            return; // the check tells what is wrong
        QHash<qint64, QString> names;
        for (const auto& customer : outcome->customers())
            names.insert(customer.id(), QString::fromStdString(customer.name()));
        m_rows->setNames(names);
    });
}

void PlanPage::check()
{
    auto request = m_form->when();
    for (const qint64 id : std::as_const(m_ids))
        request.add_customer_ids(id);
    m_plan->setEnabled(false);
    m_checkCall = m_api.checkPlan(request, this,
                                  [this](const Outcome<v1::CheckTalkPlanResponse>& outcome) { onChecked(outcome); });
}

void PlanPage::onChecked(const Outcome<v1::CheckTalkPlanResponse>& outcome)
{
    m_form->showIssues(outcome ? google::protobuf::RepeatedPtrField<v1::FieldIssue>()
                               : outcome.error().detail().issues());
    const bool isOther = !outcome && outcome.error().detail().issues().empty();
    m_notice->setVisible(isOther);
    if (isOther)
        m_notice->setFailure(tr("The calls cannot be planned now."), errorText(outcome.error()), [this] { check(); });
    m_rows->setPlan(outcome ? outcome.value() : v1::CheckTalkPlanResponse());
    const auto count = static_cast<int>(m_rows->slotsOf().size());
    m_sum->setText(m_rows->skippedCount() > 0
                       ? tr("%Ln calls; customers left out: %1", nullptr, count).arg(m_rows->skippedCount())
                       : tr("%Ln calls", nullptr, count));
    m_plan->relabel(tr("Plan %Ln calls", nullptr, count));
    m_plan->setEnabled(count > 0);
}

void PlanPage::plan()
{
    if (m_run->isRunning() || m_rows->slotsOf().empty())
        return;
    m_isUndo = false;
    m_plan->setEnabled(false);
    m_progress->show();
    m_run->start(planSteps(m_api, m_rows->slotsOf(), m_form->what()));
}

void PlanPage::onFinished(const ActResult& result)
{
    m_progress->hide();
    QString text =
        m_isUndo ? tr("Took %Ln calls back", nullptr, result.done) : tr("Planned %Ln calls", nullptr, result.done);
    if (result.skipped > 0)
        text = tr("%1; %2 not").arg(text, QLocale().toString(result.skipped));
    if (result.isStopped)
        text = tr("Stopped: %1").arg(text);
    if (!m_isUndo && result.done > 0)
        emit undoOffered(text, [this, undo = result.undo] {
            if (m_run->isRunning())
                return;
            m_isUndo = true;
            m_run->start(undo);
        });
    else if (!result.error)
        emit newsHappened({}, text, QStringLiteral("phone"));
    if (result.error) {
        emit failed(result.done > 0 ? text : tr("Nothing was planned."), *result.error);
        check();
    } else if (!m_isUndo) {
        emit closeRequested();
    }
}

} // namespace banhang::client
