#include "client/customers/batch/batch_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/customers/batch/selection_bar.h"
#include "client/customers/customers_api.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/progress_row.h"
#include "common/vn/fold.h"

namespace banhang::client {

namespace {

constexpr int kProgressDelayMs = 1000;
constexpr int kCheckedAtOnce = 500;
constexpr int kMaxMerged = 10;
const QString kTagList = QStringLiteral("tag");

const Method<v1::CreatePickItemRequest, v1::PickItem>& createPickItem()
{
    static const Method<v1::CreatePickItemRequest, v1::PickItem> method("banhang.v1.PicklistsService.CreatePickItem");
    return method;
}

/// "Khách Tết 2027" -> "khach_tet_2027".
std::string keyOf(const QString& label)
{
    std::string key;
    for (const char letter : vn::fold(label.toStdString())) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            key += letter;
        else if (!key.empty() && key.back() != '_')
            key += '_';
    }
    while (!key.empty() && key.back() == '_')
        key.pop_back();
    return key.empty() || key.front() < 'a' ? "tag_" + key : key.substr(0, 40);
}

} // namespace

BatchBar::BatchBar(const Workplace& workplace, CustomersApi& api, QWidget* parent)
    : QWidget(parent), m_workplace(workplace), m_api(api), m_run(new ActRun(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeSelection();
    makePreview();
    makeProgress();
    makeNewTag();
    for (auto* row : {static_cast<QWidget*>(m_selection), m_newTag, static_cast<QWidget*>(m_preview),
                      static_cast<QWidget*>(m_progress)})
        column->addWidget(row);
    m_progressDelay.setSingleShot(true);
    m_progressDelay.setInterval(kProgressDelayMs);
    connect(&m_progressDelay, &QTimer::timeout, this, &BatchBar::showFitting);
    connect(m_run, &ActRun::stepDone, this, &BatchBar::stepDone);
    connect(m_run, &ActRun::finished, this, &BatchBar::onFinished);
    connect(m_run, &ActRun::progressed, this, [this](int done, int total) {
        m_progress->setProgress(tr("%1 of %Ln customers", nullptr, total).arg(QLocale().toString(done)), done, total);
    });
    showFitting();
}

void BatchBar::makeSelection()
{
    m_selection = new SelectionBar;
    m_assign = m_selection->addAct(QStringLiteral("user-check"), tr("Assign to…"));
    m_tag = m_selection->addAct(QStringLiteral("tag"), tr("Tag…"));
    m_plan = m_selection->addAct(QStringLiteral("phone"), tr("Plan calls…"));
    m_merge = m_selection->addAct(QStringLiteral("merge"), tr("Merge…"));
    m_sequence = m_selection->addAct(QStringLiteral("repeat"), tr("Add to a sequence…"));
    m_export = m_selection->addRareAct(QStringLiteral("download"), tr("Export…"));
    m_bin = m_selection->addRareAct(QStringLiteral("trash-2"), tr("Delete"));
    m_bin->setKeyHint(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText));
    connect(m_assign, &Button::clicked, this, [this] { emit assignRequested(m_ids); });
    connect(m_plan, &Button::clicked, this, [this] { emit planRequested(m_ids); });
    connect(m_sequence, &Button::clicked, this, [this] { emit sequenceRequested(m_ids); });
    connect(m_tag, &Button::clicked, this, &BatchBar::openTagMenu);
    connect(m_merge, &Button::clicked, this, [this] { emit mergeRequested(m_ids); });
    connect(m_export, &Button::clicked, this, [this] { emit exportRequested(m_ids); });
    connect(m_bin, &Button::clicked, this, [this] { moveToBin(m_ids); });
}

void BatchBar::makePreview()
{
    m_preview = new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip);
    m_preview->setIcon(QStringLiteral("circle-alert"));
    m_confirm = m_preview->addButton({}, tr("Do it"));
    auto* cancel = m_preview->addButton({}, tr("Cancel"));
    cancel->setKeyHint(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    connect(m_confirm, &Button::clicked, this, [this] { start(m_wish.steps(m_allowed), false); });
    connect(cancel, &Button::clicked, this, &BatchBar::giveUp);
}

void BatchBar::makeProgress()
{
    m_progress = new ProgressRow;
    m_progress->setContentsMargins(12, 6, 12, 6);
    connect(m_progress, &ProgressRow::stopRequested, m_run, &ActRun::stop);
}

void BatchBar::makeNewTag()
{
    auto* pane = new Pane(Pane::Ground::Alt);
    pane->setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(pane);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    m_tagName = new QLineEdit;
    m_tagName->setMaxLength(100);
    m_tagName->setAccessibleName(tr("Name of the new tag"));
    auto* create = new Button(ButtonKind::SmallPrimary, {}, tr("Create and add"));
    row->addWidget(new Label(m_tagName->accessibleName(), TextSize::Body, TextWeight::Regular, Tone::Quiet));
    row->addWidget(m_tagName, 1);
    row->addWidget(create);
    connect(create, &Button::clicked, this, &BatchBar::createTag);
    connect(m_tagName, &QLineEdit::returnPressed, this, &BatchBar::createTag);
    m_newTag = pane;
    m_newTag->hide();
}

void BatchBar::showFitting()
{
    const bool isRunning = m_run->isRunning();
    m_selection->setVisible(m_ids.size() > 1 && !m_isAsking && !isRunning);
    m_preview->setVisible(m_isAsking && !isRunning);
    m_progress->setVisible(isRunning && !m_progressDelay.isActive());
}

void BatchBar::setSelection(const QList<qint64>& ids, const QHash<QString, int>& tagsOfAll)
{
    if (m_isAsking && ids != m_wished)
        giveUp(); // it was about others
    m_ids = ids;
    m_tags = tagsOfAll;
    m_newTag->hide();
    m_selection->setCount(ids.size());
    m_selection->setWanted(m_merge, ids.size() <= kMaxMerged);
    showFitting();
}

void BatchBar::applyRights()
{
    const auto& session = m_workplace.session;
    const auto gate = [&session](Button* button, std::initializer_list<v1::Action> actions, const QString& reason) {
        const bool isAllowed = std::all_of(actions.begin(), actions.end(), [&](v1::Action action) {
            return session.may(v1::RESOURCE_CUSTOMER, action);
        });
        if (isAllowed)
            button->setEnabled(true);
        else
            button->disableByRight(reason);
    };
    gate(m_assign, {v1::ACTION_ASSIGN},
         tr("You do not have the right to assign customers to colleagues. Your team leader or IT can grant it."));
    if (session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE))
        m_plan->setEnabled(true);
    else
        m_plan->disableByRight(tr("You may not plan calls. Your team leader or IT can grant it."));
    gate(m_sequence, {v1::ACTION_EDIT},
         tr("You do not have the right to edit customers. Your team leader or IT can grant it."));
    gate(m_tag, {v1::ACTION_EDIT},
         tr("You do not have the right to edit customers. Your team leader or IT can grant it."));
    gate(m_merge, {v1::ACTION_EDIT, v1::ACTION_DELETE},
         tr("Merging needs the rights to edit and to delete customers. Your team leader or IT can grant them."));
    gate(m_export, {v1::ACTION_EXPORT},
         tr("You do not have the right to export customers. Your team leader or IT can grant it."));
    gate(m_bin, {v1::ACTION_DELETE},
         tr("You do not have the right to delete customers. Your team leader or IT can grant it."));
}

void BatchBar::begin(const BatchWish& wish, const QList<qint64>& ids)
{
    if (ids.isEmpty() || m_run->isRunning())
        return;
    m_wish = wish;
    m_wished = ids;
    m_allowed.clear();
    m_denied = 0;
    m_isAsking = false;
    check(0);
}

void BatchBar::check(int from)
{
    v1::CheckCustomerBatchRequest request;
    const int to = std::min<int>(from + kCheckedAtOnce, static_cast<int>(m_wished.size()));
    for (int i = from; i < to; ++i)
        request.add_customer_ids(m_wished[i]);
    request.set_act(m_wish.right);
    m_call = m_api.checkBatch(request, this, [this, to](const Outcome<v1::CheckCustomerBatchResponse>& outcome) {
        if (outcome)
            onChecked(outcome.value(), to);
        else
            emit failed(tr("Nothing was changed."), outcome.error());
    });
}

void BatchBar::onChecked(const v1::CheckCustomerBatchResponse& reply, int next)
{
    m_allowed.insert(m_allowed.end(), reply.allowed().begin(), reply.allowed().end());
    m_denied += reply.skipped_size();
    if (next < m_wished.size())
        check(next);
    else if (m_wished.size() == 1 && m_allowed.size() == 1)
        start(m_wish.steps(m_allowed), false);
    else
        showPreview();
}

void BatchBar::showPreview()
{
    const auto count = static_cast<int>(m_allowed.size());
    m_preview->setTexts(count == 0 ? tr("You may not do this with any of them.") : m_wish.question(count),
                        m_denied == 0 ? QString()
                                      : tr("%Ln stay as they are: you may not change them.", nullptr, m_denied));
    m_confirm->relabel(QStringLiteral("%1 %2").arg(m_wish.verb, QLocale().toString(count)));
    m_confirm->setVisible(!m_allowed.empty());
    m_isAsking = true;
    showFitting();
    if (!m_allowed.empty())
        m_confirm->setFocus();
}

void BatchBar::start(std::vector<ActStep> steps, bool isUndo)
{
    if (m_run->isRunning() || steps.empty())
        return;
    m_isAsking = false;
    m_isUndo = isUndo;
    m_progressDelay.start();
    m_run->start(std::move(steps));
    showFitting();
    emit left();
}

void BatchBar::run(std::vector<ActStep> steps, const std::function<QString(int customers)>& doneText)
{
    m_wish = {};
    m_wish.doneText = doneText;
    start(std::move(steps), false);
}

void BatchBar::runUndo(const std::vector<ActStep>& steps)
{
    start(steps, true);
}

void BatchBar::onFinished(const ActResult& result)
{
    m_progressDelay.stop();
    showFitting();
    QString text = m_isUndo ? tr("Undone for %Ln customers", nullptr, result.done) : m_wish.doneText(result.done);
    if (result.isStopped)
        text = tr("Stopped: %1").arg(text);
    if (result.skipped > 0)
        text = tr("%1; %Ln stay as they were", nullptr, result.skipped).arg(text);
    if (!m_isUndo && !result.undo.empty())
        emit undoOffered(text, [this, undo = result.undo] { runUndo(undo); });
    else if (!result.error)
        emit newsHappened(text);
    if (result.error)
        emit failed(result.done > 0 ? text : tr("Nothing was changed."), *result.error);
}

void BatchBar::giveUp()
{
    m_isAsking = false;
    m_call.cancel();
    showFitting();
    emit left();
}

void BatchBar::tag(const QList<qint64>& ids, const QString& key, bool isAdding)
{
    const QString label = m_workplace.picklists.label(kTagList, key.toStdString());
    BatchWish wish;
    wish.right = v1::BATCH_ACT_EDIT;
    wish.question = [label, isAdding](int count) {
        return (isAdding ? tr("Add the tag “%1” to %Ln customers?", nullptr, count)
                         : tr("Remove the tag “%1” from %Ln customers?", nullptr, count))
            .arg(label);
    };
    wish.verb = isAdding ? tr("Add") : tr("Remove");
    wish.doneText = [label, isAdding](int count) {
        return (isAdding ? tr("Added the tag “%1” to %Ln customers", nullptr, count)
                         : tr("Removed the tag “%1” from %Ln customers", nullptr, count))
            .arg(label);
    };
    wish.steps = [this, key, isAdding](const VersionList& customers) {
        std::vector<qint64> allowed;
        for (const auto& customer : customers)
            allowed.push_back(customer.customer_id());
        const std::vector<std::string> keys{key.toStdString()};
        return isAdding ? tagSteps(m_api, allowed, keys, {}) : tagSteps(m_api, allowed, {}, keys);
    };
    begin(wish, ids);
}

void BatchBar::moveToBin(const QList<qint64>& ids)
{
    BatchWish wish;
    wish.right = v1::BATCH_ACT_DELETE;
    wish.question = [](int count) { return tr("Move %Ln customers to the bin?", nullptr, count); };
    wish.verb = tr("Delete");
    wish.doneText = [](int count) { return tr("Moved %Ln customers to the bin", nullptr, count); };
    wish.steps = [this](const VersionList& customers) { return binSteps(m_api, customers); };
    begin(wish, ids);
}

void BatchBar::openTagMenu()
{
    if (m_ids.isEmpty() || !m_tag->isEnabled())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillTagMenu(menu);
    menu->popup(m_selection->placeOf(m_tag));
}

void BatchBar::fillTagMenu(QMenu* menu)
{
    menu->addSection(tr("Add"));
    for (const auto* item : m_workplace.picklists.choices(kTagList)) {
        const QString key = QString::fromStdString(item->key());
        if (m_tags.value(key) < m_ids.size())
            connect(menu->addAction(PicklistCache::labelOf(*item)), &QAction::triggered, this,
                    [this, key] { tag(m_ids, key, true); });
    }
    if (m_workplace.session.may(v1::RESOURCE_PICKLIST, v1::ACTION_EDIT))
        connect(menu->addAction(tr("New tag…")), &QAction::triggered, this, [this] {
            m_tagName->clear();
            m_newTag->show();
            m_tagName->setFocus();
        });
    if (!m_tags.isEmpty())
        menu->addSection(tr("Remove"));
    for (auto it = m_tags.constBegin(); it != m_tags.constEnd(); ++it)
        connect(menu->addAction(m_workplace.picklists.label(kTagList, it.key().toStdString())), &QAction::triggered,
                this, [this, key = it.key()] { tag(m_ids, key, false); });
}

void BatchBar::createTag()
{
    const QString label = m_tagName->text().trimmed();
    if (label.isEmpty() || m_tagCall.isActive())
        return;
    v1::CreatePickItemRequest request;
    auto* item = request.mutable_item();
    item->set_list_key(kTagList.toStdString());
    item->set_key(keyOf(label));
    item->set_label_vi(label.toStdString());
    item->set_active(true);
    m_tagCall = m_workplace.rpc.call<v1::CreatePickItemRequest, v1::PickItem>(
        createPickItem(), request, this, [this, ids = m_ids](const Outcome<v1::PickItem>& outcome) {
            if (!outcome) {
                emit failed(tr("The tag was not created."), outcome.error());
                return;
            }
            m_newTag->hide();
            m_workplace.picklists.reload();
            tag(ids, QString::fromStdString(outcome->key()), true);
        });
}

void BatchBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_newTag->isVisible()) {
        m_newTag->hide();
        emit left();
    } else if (m_isAsking) {
        giveUp();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace banhang::client
