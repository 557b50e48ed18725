#include "client/sequences/sequence_editor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <google/protobuf/util/message_differencer.h>

#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/sequences/sequence_text.h"
#include "client/sequences/step_form.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/look/field_state.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/table/two_line_delegate.h"

namespace banhang::client {

namespace {

constexpr int kPreviewMs = 400;
constexpr int kMargin = 14;
constexpr int kNewStepAheadDays = 7;
constexpr int kMinSteps = 3;
constexpr int kMaxSteps = 6; // seen at once

/// "steps[2].title" gives 2 and "title"; -1 for what concerns the whole.
std::pair<int, QString> placeOf(const QString& path)
{
    const int open = static_cast<int>(path.indexOf(QLatin1Char('[')));
    const int close = static_cast<int>(path.indexOf(QLatin1Char(']')));
    if (open < 0 || close < open)
        return {-1, path};
    return {path.mid(open + 1, close - open - 1).toInt(), path.mid(close + 2)};
}

bool isSame(const google::protobuf::Message& a, const google::protobuf::Message& b)
{
    return google::protobuf::util::MessageDifferencer::Equals(a, b);
}

/// Steps as they were typed on after `sent` went out; those that were new in it have the numbers of `stored`, by which
/// they are the same ones when they are saved again.
v1::Sequence numbered(v1::Sequence typed, v1::Sequence sent, const v1::Sequence& stored)
{
    const int count = std::min(sent.steps_size(), stored.steps_size());
    const auto give = [&](v1::SequenceStep& step, int index) {
        if (step.number() != 0 || sent.steps(index).number() != 0)
            return;
        step.set_number(stored.steps(index).number());
        sent.mutable_steps(index)->set_number(step.number());
    };
    // First those that only changed their place, then those that were typed into.
    for (auto& step : *typed.mutable_steps())
        for (int i = 0; i < count; ++i)
            if (isSame(step, sent.steps(i)))
                give(step, i);
    for (int i = 0; i < std::min(count, typed.steps_size()); ++i)
        give(*typed.mutable_steps(i), i);
    return typed;
}

} // namespace

SequenceEditor::SequenceEditor(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_name(new QLineEdit),
      m_about(new QLineEdit),
      m_active(new QCheckBox(tr("Active: customers can be added to it"))),
      m_moves(new QCheckBox),
      m_list(new QListWidget),
      m_form(new StepForm(workplace)),
      m_notice(new NoticeBar(Tone::Error)),
      m_add(new Button(ButtonKind::Small, QStringLiteral("plus"), tr("Add a step"))),
      m_remove(new Button(ButtonKind::Small, QStringLiteral("trash-2"), tr("Remove"))),
      m_up(new Button(ButtonKind::Small, QStringLiteral("arrow-up"), tr("Up"))),
      m_down(new Button(ButtonKind::Small, QStringLiteral("arrow-down"), tr("Down"))),
      m_save(new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Save"))),
      m_discard(new Button(ButtonKind::Normal, QStringLiteral("undo-2"), tr("Discard changes")))
{
    m_save->setKeyHint(QStringLiteral("Ctrl+S"));
    auto* grid = new FormGrid;
    m_nameField = grid->addField(tr("Name"), m_name, {.isRequired = true, .isHalf = true, .reservesMessage = false});
    grid->addField(tr("For whom"), m_about, {.isHalf = true, .reservesMessage = false});
    grid->addWide(m_active);
    auto* acts = new QHBoxLayout;
    acts->addWidget(m_save);
    acts->addWidget(m_discard);
    acts->addWidget(m_moves);
    acts->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(10);
    column->addWidget(m_notice);
    column->addLayout(acts);
    column->addWidget(grid);
    column->addWidget(makeSteps(), 1);
    column->addWidget(m_form);
    m_notice->hide();
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(kPreviewMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &SequenceEditor::preview);
    connect(m_form, &StepForm::edited, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0) {
            const int number = m_edited.steps(row).number(); // may have come since the form was filled
            *m_edited.mutable_steps(row) = m_form->step();
            m_edited.mutable_steps(row)->set_number(number);
            showTexts();
            touch();
        }
    });
    for (QLineEdit* edit : {m_name, m_about})
        connect(edit, &QLineEdit::textEdited, this, &SequenceEditor::touch);
    connect(m_active, &QCheckBox::toggled, this, &SequenceEditor::touch);
    connect(m_save, &Button::clicked, this, &SequenceEditor::save);
    connect(m_discard, &Button::clicked, this, &SequenceEditor::discarded);
    connect(&workplace.session, &Session::updated, this, &SequenceEditor::applyRights);
    setFocusProxy(m_name);
}

QWidget* SequenceEditor::makeSteps()
{
    auto* steps = new QWidget;
    auto* column = new QVBoxLayout(steps);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    auto* heading = new Label(tr("Steps (if it started today)"), TextSize::Body, TextWeight::Strong);
    heading->setElided(true);
    head->addWidget(heading, 1);
    m_up->setToolTip(tr("Earlier  %1").arg(QStringLiteral("Alt+↑")));
    m_down->setToolTip(tr("Later  %1").arg(QStringLiteral("Alt+↓")));
    m_remove->setToolTip(QStringLiteral("Delete"));
    m_add->setToolTip(QStringLiteral("Insert"));
    for (Button* button : {m_up, m_down, m_remove, m_add})
        head->addWidget(button);
    column->addLayout(head);
    m_list->setObjectName(QStringLiteral("steps"));
    m_list->setAccessibleName(tr("Steps"));
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setFrameShape(QFrame::StyledPanel);
    updateWithLook(m_list, [this] { fitList(); });
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &SequenceEditor::choose);
    connect(m_add, &Button::clicked, this, &SequenceEditor::addStep);
    connect(m_remove, &Button::clicked, this, &SequenceEditor::removeStep);
    connect(m_up, &Button::clicked, this, [this] { moveStep(-1); });
    connect(m_down, &Button::clicked, this, [this] { moveStep(1); });
    return steps;
}

void SequenceEditor::open(const v1::Sequence& sequence,
                          const google::protobuf::RepeatedPtrField<v1::SequenceGroup>& groups)
{
    m_saves.show(sequence.id());
    m_stored = sequence;
    m_form->setGroups(groups);
    fill(sequence, 0);
    m_moves->setChecked(false);
    m_moves->setText(
        tr("%Ln customers on it switch to the new steps", nullptr, static_cast<int>(sequence.enrolled_count())));
    m_notice->hide();
    m_nameField->clearMessage();
    m_discard->hide();
    applyRights();
    preview();
}

void SequenceEditor::clear()
{
    m_saves.clear();
    open({}, {});
}

void SequenceEditor::resume(const v1::Sequence& typed)
{
    fill(typed, 0);
    touch();
}

void SequenceEditor::fill(const v1::Sequence& sequence, int currentStep)
{
    m_edited = sequence;
    m_days.clear();
    m_name->setText(QString::fromStdString(sequence.name()));
    m_about->setText(QString::fromStdString(sequence.description()));
    m_active->setChecked(sequence.active());
    fillList(currentStep);
}

void SequenceEditor::applyRights()
{
    const bool mayEdit = m_workplace.session.may(v1::RESOURCE_PICKLIST, v1::ACTION_EDIT);
    for (QWidget* each :
         {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_about), static_cast<QWidget*>(m_active)})
        setReadOnly(each, !mayEdit);
    for (Button* button : {m_add, m_remove, m_up, m_down})
        button->setVisible(mayEdit);
    m_moves->setVisible(mayEdit && m_stored.enrolled_count() > 0);
    m_form->setReadOnly(!mayEdit);
    if (mayEdit)
        m_save->setEnabled(true);
    else
        m_save->disableByRight(tr("Only whoever manages the settings of the office can edit sequences."));
}

v1::Sequence SequenceEditor::typedSince(const v1::Sequence& typed, const v1::Sequence& sent, const v1::Sequence& stored)
{
    v1::Sequence edited = stored;
    edited.set_name(typed.name());
    edited.set_description(typed.description());
    edited.set_active(typed.active());
    *edited.mutable_steps() = numbered(typed, sent, stored).steps();
    return edited;
}

v1::Sequence SequenceEditor::typed() const
{
    v1::Sequence sequence = m_edited;
    sequence.set_name(m_name->text().toStdString());
    sequence.set_description(m_about->text().toStdString());
    sequence.set_active(m_active->isChecked());
    return sequence;
}

bool SequenceEditor::isChanged() const
{
    return !isSame(typed(), m_stored);
}

void SequenceEditor::fillList(int current)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (int i = 0; i < m_edited.steps_size(); ++i)
        m_list->addItem(QString());
    m_list->setCurrentRow(std::min(current, m_edited.steps_size() - 1));
    showTexts();
    fitList();
    choose(m_list->currentRow());
}

void SequenceEditor::fitList()
{
    const int row = m_list->count() > 0 ? m_list->sizeHintForRow(0) : m_list->fontMetrics().lineSpacing() * 2;
    const int rows = std::clamp(m_list->count(), kMinSteps, kMaxSteps);
    m_list->setMinimumHeight(row * rows + 2 * m_list->frameWidth());
}

void SequenceEditor::showTexts()
{
    for (int i = 0; i < m_list->count(); ++i) {
        const auto& step = m_edited.steps(i);
        auto* item = m_list->item(i);
        const QString what = QStringLiteral("%1. %2").arg(i + 1).arg(stepTitle(step, m_workplace.picklists));
        QString when = stepWhen(step);
        if (i < m_days.size() && !m_days[i].isEmpty())
            when += QStringLiteral(" → ") + m_days[i];
        item->setText(what);
        item->setData(SecondLineRole, when);
        item->setData(RowIconRole, stepIcon(step.kind()));
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(what, when));
    }
}

void SequenceEditor::choose(int index)
{
    const bool isThere = index >= 0 && index < m_edited.steps_size();
    m_form->setVisible(isThere);
    m_form->clearIssues();
    if (isThere)
        m_form->setStep(m_edited.steps(index));
    m_remove->setEnabled(isThere);
    m_up->setEnabled(isThere && index > 0);
    m_down->setEnabled(isThere && index + 1 < m_edited.steps_size());
}

void SequenceEditor::addStep()
{
    v1::SequenceStep& step = *m_edited.add_steps();
    step.set_kind(v1::CARE_STEP_KIND_CALL);
    step.set_base(m_edited.steps_size() == 1 ? v1::CARE_STEP_BASE_START : v1::CARE_STEP_BASE_PREVIOUS);
    step.set_who(v1::CARE_STEP_WHO_OWNER);
    step.set_ahead_days(kNewStepAheadDays);
    fillList(m_edited.steps_size() - 1);
    m_form->setFocus(Qt::OtherFocusReason);
    touch();
}

void SequenceEditor::removeStep()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_edited.mutable_steps()->DeleteSubrange(row, 1);
    m_days.clear();
    fillList(row);
    m_list->setFocus(Qt::OtherFocusReason);
    touch();
}

void SequenceEditor::moveStep(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_edited.steps_size())
        return;
    m_edited.mutable_steps()->SwapElements(row, to);
    m_days.clear();
    fillList(to);
    touch();
}

void SequenceEditor::touch()
{
    m_notice->hide();
    m_discard->setVisible(isChanged());
    m_previewTimer.start();
    emit edited();
}

void SequenceEditor::preview()
{
    if (m_edited.steps().empty())
        return;
    v1::CheckSequenceRequest request;
    *request.mutable_sequence() = typed();
    m_checkCall = m_api.check(request, this, [this](const Outcome<v1::CheckSequenceResponse>& outcome) {
        if (outcome)
            showCheck(outcome.value());
    });
}

void SequenceEditor::showCheck(const v1::CheckSequenceResponse& response)
{
    m_days = QStringList(m_edited.steps_size());
    for (const auto& day : response.days())
        if (day.step_index() < m_days.size())
            m_days[day.step_index()] = stepDayText(day);
    showTexts();
}

void SequenceEditor::save()
{
    if (!m_save->isEnabled())
        return;
    const auto turn = m_saves.begin();
    if (!turn)
        return;
    const v1::Sequence sent = typed();
    const auto onSaved = [this, sent, turn = *turn](const Outcome<v1::Sequence>& outcome) {
        onAnswer(sent, m_saves.hear(turn, outcome), outcome);
    };
    if (sent.id() == 0) {
        v1::CreateSequenceRequest request;
        *request.mutable_sequence() = sent;
        request.set_request_id(m_saves.numberOf(request));
        m_saves.send(m_api.create(request, this, onSaved));
        return;
    }
    v1::UpdateSequenceRequest request;
    *request.mutable_sequence() = sent;
    for (const char* field : {"name", "description", "steps", "active"})
        request.mutable_update_mask()->add_paths(field);
    request.set_moves_enrolled(!m_moves->isHidden() && m_moves->isChecked());
    m_saves.send(m_api.update(request, this, onSaved));
}

void SequenceEditor::onAnswer(const v1::Sequence& sent, bool isHere, const Outcome<v1::Sequence>& outcome)
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
void SequenceEditor::takeStored(const v1::Sequence& sent, const v1::Sequence& stored)
{
    const v1::Sequence now = typed();
    m_stored = stored;
    if (isSame(now, sent)) {
        fill(stored, m_list->currentRow());
    } else {
        m_edited = typedSince(now, sent, stored);
        showTexts();
    }
    m_discard->setVisible(isChanged());
    applyRights();
}

void SequenceEditor::showRefusal(const AppError& error)
{
    if (error.detail().issues().empty()) {
        m_notice->setTexts(tr("Not saved."), errorText(error));
        m_notice->show();
        return;
    }
    showIssues(error.detail().issues());
}

void SequenceEditor::showIssues(const google::protobuf::RepeatedPtrField<v1::FieldIssue>& issues)
{
    QStringList others;
    bool isFirst = true;
    for (const auto& issue : issues) {
        const auto [step, field] = placeOf(QString::fromStdString(issue.path()));
        const QString sentence = issueText(issue);
        if (step < 0) {
            if (field == QLatin1String("name"))
                m_nameField->setError(sentence);
            else
                others.append(sentence);
            continue;
        }
        others.append(tr("Step %1: %2").arg(step + 1).arg(sentence));
        if (isFirst)
            m_list->setCurrentRow(step);
        if (m_list->currentRow() == step)
            m_form->showIssue(field, sentence);
        isFirst = false;
    }
    m_notice->setTexts(tr("Some fields need to be corrected first."), others.join(QLatin1Char(' ')));
    m_notice->show();
}

bool SequenceEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && m_add->isVisible()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isMove = key->modifiers().testFlag(Qt::AltModifier);
        if (isMove && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveStep(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Insert) {
            key->key() == Qt::Key_Delete ? removeStep() : addStep();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SequenceEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Save))
        save();
    else
        QWidget::keyPressEvent(event);
}

} // namespace banhang::client
