#include "client/customers/bin/bin_page.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/customers_api.h"
#include "client/customers/form/duplicate_panel.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

constexpr int kMinNameWidth = 220;
constexpr int kPanelWidth = 392;

} // namespace

BinPage::BinPage(const Workplace& workplace, CustomersApi& api, QWidget* parent)
    : TitledPage(tr("Bin"), parent),
      m_workplace(workplace),
      m_api(api),
      m_model(new BinModel(workplace, api, this)),
      m_table(new DataTable),
      m_open(new Button(ButtonKind::Normal, QStringLiteral("eye"), tr("View"))),
      m_restore(new Button(ButtonKind::Primary, QStringLiteral("archive-restore"), tr("Restore"))),
      m_notice(new NoticeBar(Tone::Error, NoticeBar::Shape::Strip)),
      m_splitter(new QSplitter),
      m_alike(new DuplicatePanel(workplace))
{
    m_open->setKeyHint(tr("Enter"));
    m_restore->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    addToHead(m_open);
    addToHead(m_restore);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(m_notice);
    body()->addWidget(m_splitter, 1);
    m_notice->hide();
    setUpTable();
    makePanel();
    setFocusProxy(m_table);
    connect(m_restore, &Button::clicked, this, [this] {
        if (!m_call.isActive()) {
            m_waiting.clear(); // one that was asked about, and not answered, stays
            closeQuestion();
        }
        for (const auto& row : m_table->selectionModel()->selectedRows())
            m_waiting.append(m_model->customerAt(row.row())->id());
        restoreNext();
    });
    connect(m_open, &Button::clicked, this, [this] { emit m_table->rowActivated(m_table->currentIndex()); });
    connect(m_model, &BinModel::loaded, this, &BinPage::onLoaded);
    connect(m_model, &BinModel::failed, this, [this](const AppError& error) {
        if (m_model->rowCount() > 0)
            return showFailure(tr("The bin could not be read."), error);
        auto* failure = new StateView(StateView::Kind::Failed);
        failure->setFailure(tr("The bin could not be read."), errorText(error), [this] { m_model->reload(); });
        m_table->setPlaceholder(failure);
    });
    updateButtons();
}

void BinPage::setUpTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Deleted customers"));
    m_table->setColumnKind(BinModel::Name, CellKind::Name, 0);
    m_table->setColumnKind(BinModel::Code, CellKind::Figure, 84);
    m_table->setColumnKind(BinModel::Tier, CellKind::Text, 80);
    m_table->setColumnKind(BinModel::Owner, CellKind::Person, 110);
    m_table->setColumnKind(BinModel::DeletedBy, CellKind::Person, 110);
    m_table->setColumnKind(BinModel::DeletedAt, CellKind::Figure, 130);
    m_table->setYieldingColumns({BinModel::Code, BinModel::Tier, BinModel::Owner}, kMinNameWidth);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_splitter->addWidget(m_table);
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex& index) {
        if (const auto* customer = m_model->customerAt(index.row()))
            emit openRequested(customer->id());
    });
    connect(m_table, &DataTable::nearEnd, m_model, [this] { m_model->fetchMore({}); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BinPage::updateButtons);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &BinPage::findDeleters);
}

void BinPage::makePanel()
{
    m_alike->setSaveText(tr("Restore anyway"));
    m_alike->hide();
    m_splitter->addWidget(m_alike);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({2 * kPanelWidth, kPanelWidth});
    connect(m_alike, &DuplicatePanel::openRequested, this, &BinPage::openRequested);
    connect(m_alike, &DuplicatePanel::saveAnywayRequested, this, [this] { restoreNext(m_alike->reason()); });
}

void BinPage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    m_notice->hide();
    m_model->reload();
}

void BinPage::forget()
{
    m_model->clear();
    m_waiting.clear();
    closeQuestion();
}

void BinPage::onLoaded()
{
    const int count = m_model->rowCount();
    setAside(m_model->canFetchMore({}) ? tr("%1+ customers").arg(QLocale().toString(count))
                                       : tr("%Ln customers", nullptr, count));
    if (count == 0) {
        auto* none = new StateView(StateView::Kind::Empty);
        none->setIcon(QStringLiteral("trash-2"));
        none->setTexts(tr("The bin is empty"), tr("Deleted customers stay here until they are restored."));
        m_table->setPlaceholder(none);
    } else {
        m_table->setPlaceholder(nullptr);
        if (!m_table->currentIndex().isValid())
            m_table->selectRow(0);
    }
    updateButtons();
    findDeleters();
}

void BinPage::updateButtons()
{
    const auto chosen = static_cast<int>(m_table->selectionModel()->selectedRows().size());
    m_open->setEnabled(chosen == 1);
    m_open->setToolTip(chosen == 1 ? QString() : tr("Choose one customer first."));
    m_restore->relabel(chosen > 1 ? tr("Restore %Ln customers", nullptr, chosen) : tr("Restore"));
    if (!m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE)) {
        m_restore->disableByRight(tr("You do not have the right to take customers out of the bin."));
        return;
    }
    m_restore->setEnabled(true); // no longer dashed off, if it was
    m_restore->setEnabled(chosen > 0);
    m_restore->setToolTip(chosen > 0 ? QString() : tr("Choose a customer first."));
}

void BinPage::findDeleters()
{
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    m_model->findDeleters(m_table->rowAt(0), last < 0 ? m_model->rowCount() - 1 : last);
}

void BinPage::restoreNext(const QString& duplicateReason)
{
    if (m_waiting.isEmpty() || m_call.isActive())
        return;
    const qint64 id = m_waiting.constFirst();
    m_call = m_api.restore(id, duplicateReason, this, [this, id](const Outcome<v1::Customer>& outcome) {
        if (outcome)
            onRestored(outcome.value());
        else
            onRefused(id, outcome.error());
    });
}

void BinPage::onRestored(const v1::Customer& customer)
{
    closeQuestion();
    m_notice->hide();
    m_waiting.removeAll(customer.id());
    m_model->remove(customer.id());
    onLoaded();
    emit restored(customer.id());
    emit newsHappened(tr("Restored %1").arg(QString::fromStdString(customer.name())));
    // The handle of this call is still in use.
    QMetaObject::invokeMethod(
        this, [this] { restoreNext(); }, Qt::QueuedConnection);
}

void BinPage::onRefused(qint64 customerId, const AppError& error)
{
    if (error.key() == "customer.duplicate_unconfirmed") {
        m_waiting = {customerId}; // the others wait until this one is settled by choosing them anew
        showAlike(customerId);
    } else {
        m_waiting.clear();
    }
    showFailure(tr("The customer stays in the bin."), error);
}

void BinPage::showAlike(qint64 customerId)
{
    m_alike->show();
    m_alike->askReason();
    m_alikeCall = m_api.get(customerId, this, [this](const Outcome<v1::Customer>& stored) {
        if (!stored)
            return m_alike->setUnavailable();
        m_alikeCall = m_api.check(stored.value(), this, [this](const Outcome<v1::CheckCustomerResponse>& outcome) {
            if (!outcome)
                return m_alike->setUnavailable();
            m_alike->setHits({outcome->duplicates().begin(), outcome->duplicates().end()});
            m_alike->askReason();
        });
    });
}

void BinPage::closeQuestion()
{
    m_alikeCall.cancel();
    if (!m_alike->isVisibleTo(this))
        return;
    m_alike->reset();
    m_alike->hide();
    m_table->setFocus();
}

void BinPage::showFailure(const QString& strong, const AppError& error)
{
    m_notice->setTexts(strong, errorText(error));
    m_notice->setToolTip(technicalText(error));
    m_notice->show();
}

} // namespace banhang::client
