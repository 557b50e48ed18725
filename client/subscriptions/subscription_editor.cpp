#include "client/subscriptions/subscription_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/filter/filter_bar.h"
#include "client/subscriptions/field_list.h"
#include "client/subscriptions/subscription_merge.h"
#include "client/subscriptions/subscription_text.h"
#include "client/ui/form/choice.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/look/field_state.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kPreviewMs = 500;
constexpr int kMargin = 14;
constexpr int kMoreThan = 100;
constexpr const char* kWatchPoints = "watch_points";

QStringList namesOf(const google::protobuf::RepeatedPtrField<std::string>& fields)
{
    QStringList names;
    for (const auto& field : fields)
        names.append(QString::fromStdString(field));
    return names;
}

} // namespace

SubscriptionEditor::SubscriptionEditor(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_notice(new NoticeBar(Tone::Error)),
      m_name(new QLineEdit),
      m_for(new QComboBox),
      m_entity(new QComboBox),
      m_onCreate(new QCheckBox(tr("New ones"))),
      m_onChange(new QCheckBox(tr("Changes"))),
      m_fields(new FieldList),
      m_watch(new QComboBox),
      m_kinds(new QWidget),
      m_filter(new FilterBar(workplace)),
      m_preview(new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_save(new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Save"))),
      m_discard(new Button(ButtonKind::Normal, QStringLiteral("undo-2"), tr("Discard changes"))),
      m_mute(new Button(ButtonKind::Normal, QStringLiteral("eye-off"), tr("Mute"))),
      m_remove(new Button(ButtonKind::Normal, QStringLiteral("trash-2"), tr("Delete")))
{
    m_save->setKeyHint(QStringLiteral("Ctrl+S"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(10);
    column->addWidget(m_notice);
    column->addLayout(makeActs());
    column->addWidget(makeForm());
    column->addWidget(m_preview);
    column->addStretch(1);
    m_notice->hide();
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(kPreviewMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &SubscriptionEditor::preview);
    connect(&workplace.session, &Session::updated, this, &SubscriptionEditor::showFitting);
    connect(&workplace.directory, &DirectoryCache::changed, this, &SubscriptionEditor::fillUnits);
    setFocusProxy(m_name);
    clear();
}

QLayout* SubscriptionEditor::makeActs()
{
    auto* acts = new QHBoxLayout;
    for (Button* button : {m_save, m_discard, m_mute, m_remove})
        acts->addWidget(button);
    acts->addStretch(1);
    connect(m_save, &Button::clicked, this, &SubscriptionEditor::save);
    connect(m_discard, &Button::clicked, this, &SubscriptionEditor::discarded);
    connect(m_mute, &Button::clicked, this, [this] { emit muteRequested(m_stored.id(), !m_stored.is_muted()); });
    connect(m_remove, &Button::clicked, this, [this] { emit removeRequested(m_stored); });
    return acts;
}

FormGrid* SubscriptionEditor::makeForm()
{
    auto* grid = new FormGrid;
    auto* what = new QWidget;
    auto* events = new QHBoxLayout(what);
    events->setContentsMargins(0, 0, 0, 0);
    events->addWidget(m_onCreate);
    events->addWidget(m_onChange);
    events->addStretch(1);
    auto* kinds = new QHBoxLayout(m_kinds);
    kinds->setContentsMargins(0, 0, 0, 0);
    for (const auto kind : {v1::ACTIVITY_KIND_TALK, v1::ACTIVITY_KIND_APPOINTMENT, v1::ACTIVITY_KIND_TASK}) {
        m_kindBoxes.append(new QCheckBox(kindWord(kind)));
        kinds->addWidget(m_kindBoxes.last());
    }
    kinds->addStretch(1);
    for (const auto entity :
         {v1::SUBSCRIBED_ENTITY_CUSTOMER, v1::SUBSCRIBED_ENTITY_CARE_REQUEST, v1::SUBSCRIBED_ENTITY_ACTIVITY})
        m_entity->addItem(entityWord(entity), int(entity));
    m_nameField = grid->addField(tr("Name"), m_name, {.isRequired = true, .reservesMessage = false});
    grid->addField(tr("For whom"), m_for, {.isHalf = true, .reservesMessage = false});
    grid->addField(tr("About"), m_entity, {.isHalf = true, .reservesMessage = false});
    grid->addField(tr("Notify of"), what, {.reservesMessage = false});
    m_kindsField = grid->addField(tr("Kinds"), m_kinds, {.reservesMessage = false});
    m_fieldsField = grid->addField(tr("Fields"), m_fields, {.reservesMessage = false});
    m_fieldsField->setNote(tr("Space ticks. None ticked: all of them."));
    m_watchField = grid->addField(tr("Points to watch of"), m_watch, {.reservesMessage = false});
    grid->addField(tr("Which customers"), m_filter, {.reservesMessage = false});
    connect(m_name, &QLineEdit::textEdited, this, &SubscriptionEditor::touch);
    for (QComboBox* box : {m_for, m_watch})
        connect(box, &QComboBox::activated, this, &SubscriptionEditor::touch);
    connect(m_entity, &QComboBox::activated, this, &SubscriptionEditor::changeEntity);
    for (QCheckBox* box : QList<QCheckBox*>{m_onCreate, m_onChange} + m_kindBoxes)
        connect(box, &QCheckBox::clicked, this, &SubscriptionEditor::touch);
    connect(m_fields, &FieldList::changed, this, &SubscriptionEditor::touch);
    connect(m_filter, &FilterBar::changed, this, &SubscriptionEditor::touch);
    return grid;
}

void SubscriptionEditor::fillUnits()
{
    const qint64 unitId = m_stored.unit_id();
    m_for->clear();
    m_for->addItem(tr("Only you"), qlonglong(0));
    for (const auto* unit : keptUnits(m_workplace))
        m_for->addItem(QString::fromStdString(unit->name()), qlonglong(unit->id()));
    if (m_for->findData(qlonglong(unitId)) < 0)
        m_for->addItem(m_workplace.directory.placeName(unitId), qlonglong(unitId));
    choose(m_for, qlonglong(unitId));
    m_watch->clear();
    m_watch->addItem(tr("All departments"), qlonglong(0));
    for (const auto* unit : m_workplace.directory.units())
        m_watch->addItem(QString::fromStdString(unit->name()), qlonglong(unit->id()));
    const qint64 watchId = m_base.watch_unit_id();
    if (m_watch->findData(qlonglong(watchId)) < 0)
        m_watch->addItem(m_workplace.directory.placeName(watchId), qlonglong(watchId));
    choose(m_watch, qlonglong(watchId));
}

void SubscriptionEditor::open(const v1::Subscription& subscription)
{
    m_saves.show(subscription.id());
    m_isOpen = true;
    m_stored = subscription;
    m_notice->hide();
    m_nameField->clearMessage();
    fill(subscription);
}

void SubscriptionEditor::clear()
{
    m_saves.clear();
    v1::Subscription nothing;
    nothing.set_entity(v1::SUBSCRIBED_ENTITY_CUSTOMER);
    open(nothing);
    m_isOpen = false;
    m_previewTimer.stop();
}

void SubscriptionEditor::resume(const v1::Subscription& typed, const std::optional<v1::Subscription>& before)
{
    const bool isChangedMeanwhile =
        before ? isEditedBetween(*before, m_stored) : m_stored.id() != 0 && typed.version() != m_stored.version();
    fill(typedOver(m_stored, typed, before.value_or(m_stored)));
    if (!isChangedMeanwhile || (!before && !isChanged()))
        return;
    m_notice->setTexts(tr("A colleague has changed it meanwhile."),
                       before ? tr("Saving keeps what they changed, except where you have typed.")
                              : tr("Saving replaces all that they changed by what stands here. “Discard changes” shows "
                                   "what they have saved."));
    m_notice->show();
}

void SubscriptionEditor::fill(const v1::Subscription& subscription)
{
    m_isShowing = true;
    m_base = subscription;
    fillUnits();
    m_name->setText(QString::fromStdString(subscription.name()));
    choose(m_for, qlonglong(subscription.unit_id()));
    choose(m_entity, int(subscription.entity()));
    m_onCreate->setChecked(subscription.on_create());
    m_onChange->setChecked(subscription.on_change());
    m_fields->setFields(subscription.entity(), namesOf(subscription.fields()));
    for (int i = 0; i < m_kindBoxes.size(); ++i)
        m_kindBoxes[i]->setChecked(std::find(subscription.activity_kinds().begin(), subscription.activity_kinds().end(),
                                             i + int(v1::ACTIVITY_KIND_TALK)) != subscription.activity_kinds().end());
    m_filter->setFilter(subscription.filter());
    m_isShowing = false;
    followFields();
}

void SubscriptionEditor::showFitting()
{
    const bool isNew = m_stored.id() == 0;
    const bool mayEdit = isNew || m_stored.may_edit();
    const auto entity = static_cast<v1::SubscribedEntity>(m_entity->currentData().toInt());
    setReadOnly(m_for, !isNew);
    setReadOnly(m_entity, !isNew);
    for (QWidget* each : std::initializer_list<QWidget*>{m_name, m_onCreate, m_onChange})
        setReadOnly(each, !mayEdit);
    for (QWidget* each : std::initializer_list<QWidget*>{m_fields, m_watch, m_kinds, m_filter})
        each->setEnabled(mayEdit);
    m_kindsField->setVisible(entity == v1::SUBSCRIBED_ENTITY_ACTIVITY);
    m_fieldsField->setVisible(m_onChange->isChecked());
    m_watchField->setVisible(entity == v1::SUBSCRIBED_ENTITY_CUSTOMER && m_onChange->isChecked() &&
                             m_fields->isTicked(QLatin1String(kWatchPoints)));
    if (mayEdit)
        m_save->setEnabled(true);
    else
        m_save->disableByRight(tr("Only whoever manages the subscriptions of this department can change them."));
    m_discard->setVisible(isChanged());
    m_remove->setVisible(!isNew && mayEdit);
    m_mute->setVisible(!isNew && m_stored.is_for_caller());
    m_mute->relabel(m_stored.is_muted() ? tr("Unmute") : tr("Mute"));
}

void SubscriptionEditor::followMute(const v1::Subscription& fresh)
{
    if (fresh.id() != m_stored.id())
        return;
    copyMute(fresh, m_stored);
    copyMute(fresh, m_base);
    showFitting();
}

v1::Subscription SubscriptionEditor::typed() const
{
    v1::Subscription subscription = m_base;
    subscription.set_name(m_name->text().toStdString());
    subscription.set_unit_id(m_for->currentData().toLongLong());
    subscription.set_entity(static_cast<v1::SubscribedEntity>(m_entity->currentData().toInt()));
    subscription.set_on_create(m_onCreate->isChecked());
    subscription.set_on_change(m_onChange->isChecked());
    subscription.clear_fields();
    QStringList fields = m_onChange->isChecked() ? m_fields->ticked() : QStringList();
    fields.sort(); // as the server keeps them
    for (const auto& field : std::as_const(fields))
        subscription.add_fields(field.toStdString());
    subscription.set_watch_unit_id(fields.contains(QLatin1String(kWatchPoints)) ? m_watch->currentData().toLongLong()
                                                                                : 0);
    subscription.clear_activity_kinds();
    if (subscription.entity() == v1::SUBSCRIBED_ENTITY_ACTIVITY)
        for (int i = 0; i < m_kindBoxes.size(); ++i)
            if (m_kindBoxes[i]->isChecked())
                subscription.add_activity_kinds(static_cast<v1::ActivityKind>(i + int(v1::ACTIVITY_KIND_TALK)));
    *subscription.mutable_filter() = m_filter->filter();
    return subscription;
}

bool SubscriptionEditor::isChanged() const
{
    return !isSame(typed(), m_stored);
}

void SubscriptionEditor::changeEntity()
{
    m_fields->setFields(static_cast<v1::SubscribedEntity>(m_entity->currentData().toInt()), {});
    touch();
}

void SubscriptionEditor::touch()
{
    if (m_isShowing)
        return;
    followFields();
    emit edited();
}

void SubscriptionEditor::followFields()
{
    m_notice->hide();
    showFitting();
    m_previewTimer.start();
}

void SubscriptionEditor::preview()
{
    if (!m_onCreate->isChecked() && !m_onChange->isChecked()) {
        m_preview->setText(tr("Tick what it is to tell of."));
        return;
    }
    m_checkCall = m_api.check(typed(), this, [this](const Outcome<v1::CheckSubscriptionResponse>& outcome) {
        if (outcome)
            showCheck(outcome.value());
        else
            m_preview->setText({});
    });
}

void SubscriptionEditor::showCheck(const v1::CheckSubscriptionResponse& response)
{
    const QString since = longMoment(officeTime(response.since_time()), officeNow());
    m_preview->setText(
        response.capped_count() >= kMoreThan
            ? tr("Since %1 there were more such changes that you see than %2.").arg(since).arg(kMoreThan - 1)
            : tr("Since %1 there were %Ln such changes that you see.", nullptr, response.capped_count()).arg(since));
}

void SubscriptionEditor::save()
{
    if (!m_save->isEnabled())
        return;
    const auto turn = m_saves.begin();
    if (!turn)
        return;
    const v1::Subscription sent = typed();
    const auto onSaved = [this, sent, turn = *turn](const Outcome<v1::Subscription>& outcome) {
        onAnswer(sent, m_saves.hear(turn, outcome), outcome);
    };
    if (sent.id() == 0) {
        v1::CreateSubscriptionRequest request;
        *request.mutable_subscription() = sent;
        request.set_request_id(m_saves.numberOf(request));
        m_saves.send(m_api.create(request, this, onSaved));
        return;
    }
    v1::UpdateSubscriptionRequest request;
    *request.mutable_subscription() = sent;
    *request.mutable_update_mask() = editedFields();
    m_saves.send(m_api.update(request, this, onSaved));
}

void SubscriptionEditor::onAnswer(const v1::Subscription& sent, bool isHere, const Outcome<v1::Subscription>& outcome)
{
    const bool isWantedAgain = isHere && m_saves.takeWish();
    if (outcome) {
        if (isHere)
            takeStored(sent, outcome.value());
        emit saved(outcome.value(), sent);
        if (isWantedAgain && isChanged())
            save();
    } else if (isHere) {
        showRefusal(outcome.error());
    } else {
        emit failed(tr("“%1” is not saved.").arg(QString::fromStdString(sent.name())), outcome.error());
    }
}

/// What was typed since it was sent is an edit of what is stored now.
void SubscriptionEditor::takeStored(const v1::Subscription& sent, const v1::Subscription& stored)
{
    if (isSame(typed(), sent)) {
        open(stored);
        return;
    }
    m_stored = stored;
    m_base = stored;
    showFitting();
}

void SubscriptionEditor::showRefusal(const AppError& error)
{
    if (error.detail().issues().empty()) {
        m_notice->setTexts(tr("Not saved."), errorText(error));
        m_notice->show();
        return;
    }
    QStringList others;
    for (const auto& issue : error.detail().issues()) {
        if (issue.path() == "name")
            m_nameField->setError(issueText(issue));
        else
            others.append(issueText(issue));
    }
    m_notice->setTexts(tr("Some fields need to be corrected first."), others.join(QLatin1Char(' ')));
    m_notice->show();
}

void SubscriptionEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Save))
        save();
    else
        QWidget::keyPressEvent(event);
}

} // namespace banhang::client
