#include "client/customers/customers_page.h"

#include <QAbstractButton>
#include <QShortcut>
#include <QSplitter>

#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/customers/customer_text.h"
#include "client/customers/customer_window.h"
#include "client/customers/detail/customer_detail.h"
#include "client/customers/form/customer_form.h"
#include "client/customers/list/cell_editing.h"
#include "client/customers/list/customer_list.h"
#include "client/customers/views/list_views.h"
#include "client/ui/look/look.h"

namespace banhang::client {

namespace {

constexpr int kNarrowWindow = 1320;
constexpr int kSingleWindow = 1100;
constexpr int kRail = 76;

} // namespace

CustomersPage::CustomersPage(const Workplace& workplace, QWidget* parent)
    : QStackedWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_splitter(new QSplitter),
      m_list(new CustomerList(workplace, m_api)),
      m_detail(new CustomerDetail(workplace, m_api))
{
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 4);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);
    m_splitter->setSizes({736, 548});
    m_list->setMinimumWidth(420);
    m_detail->setMinimumWidth(360);
    addWidget(m_splitter);
    connectList();
    connectDetail();
}

/// Windows stand on their own, but work with what belongs to this client.
CustomersPage::~CustomersPage()
{
    for (const auto& window : std::as_const(m_windows))
        delete window.data();
}

void CustomersPage::setDetailParts(const std::function<QList<DetailPart*>(QObject* parent)>& make)
{
    m_makeParts = make;
    m_detail->addParts(make(m_detail));
}

CustomerWindow* CustomersPage::windowOf(qint64 customerId) const
{
    const auto window = std::ranges::find_if(m_windows, [customerId](const QPointer<CustomerWindow>& one) {
        return one && one->customerId() == customerId && !one->isClosed();
    });
    return window == m_windows.end() ? nullptr : window->data();
}

void CustomersPage::connectList()
{
    connect(m_list, &CustomerList::currentChanged, this, [this](qint64 id) {
        m_detail->showCustomer(id);
        m_list->model()->markSeen(id);
    });
    connect(m_list, &CustomerList::opened, this, [this] {
        showDetailAlone(true);
        m_detail->focusContent();
        m_openedId = m_list->currentId();
        tellOpened();
    });
    connect(m_list, &CustomerList::addRequested, this, [this] { addCustomer(); });
    connect(m_list, &CustomerList::editRequested, this, &CustomersPage::editCustomer);
    connect(m_list, &CustomerList::assignRequested, this, &CustomersPage::openAssign);
    connect(m_list, &CustomerList::binRequested, this, &CustomersPage::moveToBin);
    connect(m_list, &CustomerList::windowRequested, this, &CustomersPage::openWindow);
    connect(m_list, &CustomerList::pasteRequested, this, &CustomersPage::openPaste);
    connect(m_list, &CustomerList::exportRequested, this, &CustomersPage::requestExport);
    connect(m_list, &CustomerList::mergeRequested, this, &CustomersPage::mergeRequested);
    connect(m_list, &CustomerList::planRequested, this, &CustomersPage::planRequested);
    connect(m_list, &CustomerList::sequenceRequested, this, &CustomersPage::sequenceRequested);
    connect(m_list, &CustomerList::printRequested, this, &CustomersPage::printRequested);
    connect(m_list, &CustomerList::binPageRequested, this, &CustomersPage::binPageRequested);
    connect(m_list, &CustomerList::undoOffered, this, &CustomersPage::undoOffered);
    connect(m_list, &CustomerList::failed, this, &CustomersPage::failed);
    connect(m_list, &CustomerList::newsHappened, this,
            [this](const QString& text, const QString& icon) { emit newsHappened({}, text, icon); });
    connect(m_list->cells(), &CellEditing::saved, m_detail, &CustomerDetail::setCustomer);
    connect(m_list->model(), &LiveListModel::recordChanged, this, &CustomersPage::onRecordChanged);
}

void CustomersPage::connectDetail()
{
    connect(m_detail, &CustomerDetail::editRequested, this, &CustomersPage::editCustomer);
    connect(m_detail, &CustomerDetail::assignRequested, this, &CustomersPage::openAssign);
    connect(m_detail, &CustomerDetail::shareRequested, this, &CustomersPage::openShare);
    connect(m_detail, &CustomerDetail::binRequested, this, &CustomersPage::moveToBin);
    connect(m_detail, &CustomerDetail::shown, this, &CustomersPage::tellOpened);
    connect(m_detail, &CustomerDetail::undoOffered, this, &CustomersPage::undoOffered);
    connect(m_detail, &CustomerDetail::failed, this, &CustomersPage::failed);
    connect(m_detail, &CustomerDetail::draftRequested, this, &CustomersPage::editCustomer);
    connect(m_detail, &CustomerDetail::settleRequested, this, &CustomersPage::settleDraft);
    connect(m_detail, &CustomerDetail::survivorRequested, this, &CustomersPage::openCustomer);
    connect(m_detail, &CustomerDetail::restoreRequested, this, [this](qint64 id) { restore({id}); });
    const auto onKey = [this](const QKeySequence& key, auto work) {
        auto* shortcut = new QShortcut(key, m_splitter);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    const auto turn = [this](int step) {
        showDetailAlone(true);
        m_detail->nextTab(step);
    };
    onKey(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [turn] { turn(1); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [turn] { turn(-1); });
    onKey(QKeySequence(Qt::ALT | Qt::Key_Left), [this] {
        showDetailAlone(false);
        m_list->focusTable();
    });
    // Not of the button, which is not there while the detail stands alone.
    auto* add = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_N), m_splitter);
    connect(add, &QShortcut::activated, this, [this] { addCustomer(); });
    connect(&Look::instance(), &Look::changed, this, &CustomersPage::fitWidth);
    lendKeys();
}

void CustomersPage::lendKeys()
{
    for (const auto& key : {Qt::CTRL | Qt::Key_T, Qt::CTRL | Qt::Key_L, Qt::CTRL | Qt::Key_G, Qt::CTRL | Qt::Key_E,
                            Qt::CTRL | Qt::SHIFT | Qt::Key_E}) {
        auto* lent = new QShortcut(QKeySequence(key), m_list);
        lent->setContext(Qt::WidgetWithChildrenShortcut);
        lent->setEnabled(false);
        m_lentKeys.append(lent);
        connect(lent, &QShortcut::activated, this, [this, wanted = lent->key()] {
            showDetailAlone(true);
            for (auto* button : m_detail->findChildren<QAbstractButton*>()) {
                if (button->shortcut() == wanted)
                    return button->click();
            }
        });
    }
}

void CustomersPage::begin()
{
    m_list->begin();
    m_detail->applyRights();
    m_list->focusTable();
}

void CustomersPage::end()
{
    closeForm();
    dropWaiting();
    backToList();
    for (const auto& window : std::as_const(m_windows)) {
        if (window)
            window->close();
    }
    m_list->end();
    m_detail->showCustomer(0);
    m_calls.clear();
    m_editCall.cancel();
}

void CustomersPage::onChanges(const QList<RecordChange>& changes)
{
    m_list->onChanges(changes);
    for (const auto& window : std::as_const(m_windows)) {
        if (window)
            window->onChanges(changes);
    }
    const qint64 shown = m_detail->customer().id();
    for (const auto& change : changes) {
        if (change.entity != QLatin1String("customer"))
            continue;
        if (m_form && change.id == m_form->customerId() && !change.isGone)
            m_form->onChanged(change.actorUserId);
        if (change.id != shown)
            continue;
        if (change.isGone)
            m_detail->onGone(change.id);
        else
            m_detail->onChanged(change.id, change.actorUserId, change.fields);
    }
}

void CustomersPage::onRecordChanged(qint64 id, qint64 actorUserId, const QStringList& fields)
{
    if (actorUserId == 0 || actorUserId == m_workplace.session.userId())
        return;
    QStringList labels;
    for (const auto& field : fields)
        labels.append(fieldLabel(field).toLower());
    emit newsHappened(m_workplace.directory.fullName(actorUserId),
                      labels.isEmpty()
                          ? tr("has just changed %1").arg(nameOf(id))
                          : tr("has just changed %1 of %2").arg(labels.join(QStringLiteral(", ")), nameOf(id)),
                      QStringLiteral("refresh-cw"));
}

void CustomersPage::onOnline(bool isOnline)
{
    m_list->setOffline(!isOnline);
    m_detail->setOffline(!isOnline);
    for (const auto& window : std::as_const(m_windows)) {
        if (window)
            window->onOnline(isOnline);
    }
    if (isOnline)
        m_list->model()->retryPending();
    if (m_form)
        m_form->onOnline(isOnline);
    for (auto* form : std::as_const(m_waiting))
        form->onOnline(isOnline);
}

void CustomersPage::reloadAll()
{
    applyRights();
    m_list->views()->cache().reload();
    m_list->refresh();
}

void CustomersPage::applyRights()
{
    m_list->applyRights();
    m_detail->applyRights();
}

QString CustomersPage::nameOf(qint64 customerId) const
{
    const auto* customer = m_list->model()->customerAt(m_list->model()->rowOf(customerId));
    return customer ? QString::fromStdString(customer->name()) : tr("a customer");
}

bool CustomersPage::isListShown() const
{
    return currentWidget() == m_splitter;
}

QString CustomersPage::title() const
{
    return m_form && currentWidget() == m_form ? m_form->title() : tr("Customers");
}

void CustomersPage::openCustomer(qint64 customerId)
{
    m_editCall.cancel();
    if (m_form)
        closeForm();
    if (m_side)
        backToList();
    m_list->select(customerId);
    m_openedId = customerId;
    m_detail->showCustomer(customerId);
    showDetailAlone(true);
    m_list->focusTable();
}

void CustomersPage::tellOpened()
{
    if (m_openedId == 0 || m_detail->customer().id() != m_openedId)
        return;
    m_openedId = 0;
    emit opened(m_detail->customer());
}

void CustomersPage::backToList()
{
    if (m_side) {
        removeWidget(m_side);
        m_side->deleteLater();
        m_side = nullptr;
    }
    setCurrentWidget(m_splitter);
    m_list->focusTable();
    emit titleChanged();
}

void CustomersPage::showSide(QWidget* page)
{
    backToList();
    m_side = page;
    addWidget(page);
    setCurrentWidget(page);
    page->setFocus();
}

void CustomersPage::restore(const QList<qint64>& ids)
{
    for (const qint64 id : ids) {
        m_calls.push_back(m_api.restore(id, {}, this, [this](const Outcome<v1::Customer>& outcome) {
            if (!outcome) {
                emit failed(tr("The customer stays in the bin."), outcome.error());
                return;
            }
            emit newsHappened({}, tr("Restored %1").arg(QString::fromStdString(outcome->name())),
                              QStringLiteral("archive-restore"));
            m_list->refresh();
        }));
    }
}

void CustomersPage::nextPane(bool isBackwards)
{
    Q_UNUSED(isBackwards) // two panes: both ways lead to the other one
    const bool wasInList = m_list->isAncestorOf(focusWidget());
    showDetailAlone(wasInList);
    if (wasInList)
        m_detail->focusContent();
    else
        m_list->focusTable();
}

void CustomersPage::resizeEvent(QResizeEvent* event)
{
    QStackedWidget::resizeEvent(event);
    fitWidth();
}

void CustomersPage::fitWidth()
{
    // Wider letters leave less room, as a narrower window does.
    const int logical = (width() + kRail) * 100 / Look::instance().textPercent();
    m_list->setNarrow(logical < kNarrowWindow);
    m_detail->setNarrow(logical < kNarrowWindow);
    const bool isSingle = logical < kSingleWindow;
    if (isSingle == m_isSingle)
        return;
    m_isSingle = isSingle;
    showSides(true, !isSingle);
}

void CustomersPage::showSides(bool isList, bool isDetail)
{
    m_list->setVisible(isList);
    m_detail->setVisible(isDetail);
    for (auto* lent : std::as_const(m_lentKeys))
        lent->setEnabled(!isDetail);
}

void CustomersPage::showDetailAlone(bool isDetail)
{
    if (!m_isSingle)
        return;
    showSides(!isDetail, isDetail);
}

} // namespace banhang::client
