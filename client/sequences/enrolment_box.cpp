#include "client/sequences/enrolment_box.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/sequences/sequence_text.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kIconSize = 15;
constexpr int kMaxNamed = 5;

bool isOpen(const v1::EnrolmentStep& step)
{
    return step.has_activity() && step.activity().state() == v1::ACTIVITY_STATE_PLANNED &&
           !step.activity().has_delete_time();
}

bool isNext(const v1::EnrolmentStep& step)
{
    return !step.has_activity() && !step.is_passed_over() && !step.is_hidden();
}

Tone toneOf(const v1::EnrolmentStep& step)
{
    if (isOpen(step))
        return Tone::Accent;
    return step.has_activity() && step.activity().state() == v1::ACTIVITY_STATE_DONE ? Tone::Ok : Tone::Hint;
}

QString iconOf(const v1::EnrolmentStep& step)
{
    if (step.is_hidden())
        return QStringLiteral("lock");
    if (isOpen(step))
        return stepIcon(step.step().kind());
    if (step.has_activity() && step.activity().state() == v1::ACTIVITY_STATE_DONE)
        return QStringLiteral("circle-check");
    return isNext(step) ? QStringLiteral("circle") : QStringLiteral("circle-minus");
}

} // namespace

EnrolmentBox::EnrolmentBox(const Workplace& workplace, const v1::Enrolment& enrolment, QWidget* parent)
    : Pane(Pane::Ground::Base, parent), m_workplace(workplace), m_enrolment(enrolment)
{
    setEdges(int(Pane::Edge::Box));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(makeSteps());
    if (isLive()) {
        m_question = makeQuestion();
        m_question->hide();
        column->addWidget(m_question);
    }
}

bool EnrolmentBox::isLive() const
{
    return m_enrolment.state() <= v1::ENROLMENT_STATE_PAUSED;
}

QString EnrolmentBox::stateText() const
{
    const QDate today = officeNow().date();
    const QString starter = m_workplace.directory.givenName(m_enrolment.starter_user_id());
    QString text = tr("since %1 · by %2").arg(nearDay(toDay(m_enrolment.start_day()), today), starter);
    if (m_enrolment.ender_user_id() != 0)
        text = tr("%1 · removed by %2").arg(text, m_workplace.directory.givenName(m_enrolment.ender_user_id()));
    if (isLive() && m_enrolment.is_earlier_edition())
        text = tr("%1 · with the steps from before the last change").arg(text);
    if (m_enrolment.state() == v1::ENROLMENT_STATE_PAUSED)
        text = tr("%1 · waits until the customer is pursued again").arg(text);
    return text;
}

QWidget* EnrolmentBox::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new Label(QString::fromStdString(m_enrolment.sequence_name()), TextSize::Body, TextWeight::Strong));
    const CellTone tone = m_enrolment.state() == v1::ENROLMENT_STATE_RUNNING  ? CellTone::Ok
                          : m_enrolment.state() == v1::ENROLMENT_STATE_PAUSED ? CellTone::Warn
                                                                              : CellTone::Plain;
    row->addWidget(new Tag(enrolmentWord(m_enrolment.state()), tone));
    auto* state = new Label(stateText(), TextSize::Second, TextWeight::Regular, Tone::Quiet);
    state->setElided(true);
    row->addWidget(state, 1);
    if (isLive()) {
        auto* leave = new Button(ButtonKind::Small, {}, tr("Remove…"));
        leave->setObjectName(QStringLiteral("takeOff"));
        leave->setEnabled(m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT));
        row->addWidget(leave);
        connect(leave, &Button::clicked, this, [this] {
            m_question->setVisible(m_question->isHidden());
            if (m_question->isVisible())
                m_question->setFocus(Qt::OtherFocusReason);
        });
    }
    return head;
}

QWidget* EnrolmentBox::makeSteps()
{
    auto* steps = new QWidget;
    auto* grid = new QGridLayout(steps);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const QDate today = officeNow().date();
    int row = 0;
    for (const auto& step : m_enrolment.steps()) {
        const bool isQuiet = !isOpen(step);
        grid->addWidget(new IconLabel(iconOf(step), toneOf(step), kIconSize), row, 0);
        auto* title = new Label(stepTitle(step.step(), m_workplace.picklists), TextSize::Body, TextWeight::Regular,
                                isQuiet ? Tone::Quiet : Tone::Normal);
        title->setElided(true);
        title->setToolTip(stepWhen(step.step()));
        grid->addWidget(title, row, 1);
        QString day = step.has_day() ? nearDay(toDay(step.day()), today) : stepWhen(step.step());
        if (step.is_guess() && step.has_day())
            day = tr("about %1").arg(day);
        grid->addWidget(new Label(day, TextSize::Second, TextWeight::Regular, Tone::Quiet), row, 2);
        if (step.is_hidden() || step.is_passed_over())
            grid->addWidget(new Label(step.is_hidden() ? tr("hidden with the birthday") : tr("skipped"),
                                      TextSize::Second, TextWeight::Regular, Tone::Hint),
                            row, 3);
        else if (isOpen(step)) {
            auto* open = new Button(ButtonKind::Link, {}, tr("Open"));
            open->setAccessibleName(tr("Open %1").arg(title->text()));
            grid->addWidget(open, row, 3);
            connect(open, &Button::clicked, this, [this, id = step.activity().id()] { emit activityRequested(id); });
        } else {
            grid->addWidget(new Label(step.has_activity() ? stateWord(step.activity().state()) : tr("to come"),
                                      TextSize::Second, TextWeight::Regular, Tone::Hint),
                            row, 3);
        }
        ++row;
    }
    return steps;
}

QString EnrolmentBox::leavingText() const
{
    QStringList cancelled;
    QStringList kept;
    for (const auto& step : m_enrolment.steps())
        if (isOpen(step))
            (step.is_untouched() ? cancelled : kept).append(stepTitle(step.step(), m_workplace.picklists));
    QStringList lines;
    const auto named = [](const QStringList& titles) { return titles.mid(0, kMaxNamed).join(QStringLiteral(", ")); };
    if (!cancelled.isEmpty())
        lines.append(tr("To be cancelled, since nobody has touched it: %1.").arg(named(cancelled)));
    if (!kept.isEmpty())
        lines.append(tr("Stays, since somebody has worked on it: %1.").arg(named(kept)));
    if (lines.isEmpty())
        lines.append(tr("Nothing of it is open."));
    lines.append(tr("No further step will come."));
    return lines.join(QLatin1Char('\n'));
}

QWidget* EnrolmentBox::makeQuestion()
{
    auto* question = new QWidget;
    auto* column = new QVBoxLayout(question);
    column->setContentsMargins(0, 4, 0, 0);
    auto* text = new Label(leavingText());
    text->setWordWrap(true);
    column->addWidget(text);
    auto* acts = new QHBoxLayout;
    auto* leave = new Button(ButtonKind::Destructive, {}, tr("Remove the customer"));
    auto* stay = new Button(ButtonKind::Flat, {}, tr("Keep it running"));
    acts->addWidget(leave);
    acts->addWidget(stay);
    acts->addStretch(1);
    column->addLayout(acts);
    question->setFocusProxy(stay);
    connect(stay, &Button::clicked, question, &QWidget::hide);
    connect(leave, &Button::clicked, this, [this] { emit stopRequested(m_enrolment.id()); });
    return question;
}

} // namespace banhang::client
