#include "client/sequences/enrol_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMap>
#include <QVBoxLayout>

#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/sequences/sequence_text.h"
#include "client/ui/form/date_edit.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 14;
constexpr int kPreviewMs = 300;

/// "3 × already on this sequence": each reason once.
QString reasonsOf(const v1::StartSequenceResponse& response)
{
    QMap<QString, int> counts;
    for (const auto& skipped : response.skipped()) {
        v1::FieldIssue reason;
        reason.set_key(skipped.key());
        ++counts[issueText(reason)];
    }
    QStringList reasons;
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it)
        reasons.append(QStringLiteral("%1 × %2").arg(it.value()).arg(it.key()));
    return reasons.join(QStringLiteral("; "));
}

} // namespace

EnrolPanel::EnrolPanel(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_title(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_box(new QComboBox),
      m_day(new DateEdit(officeNow)),
      m_failure(new NoticeBar(Tone::Error)),
      m_about(new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_days(new Label),
      m_start(new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Add")))
{
    m_box->setAccessibleName(tr("Sequence"));
    m_day->setAccessibleName(tr("First day"));
    m_about->setWordWrap(true);
    m_days->setWordWrap(true);
    m_start->setKeyHint(QStringLiteral("Ctrl+Enter"));
    auto* cancel = new Button(ButtonKind::Flat, {}, tr("Cancel"));
    cancel->setKeyHint(QStringLiteral("Esc"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_box, 1);
    line->addWidget(new Label(tr("from")));
    line->addWidget(m_day);
    auto* acts = new QHBoxLayout;
    acts->addWidget(m_start);
    acts->addWidget(cancel);
    acts->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addLayout(line);
    column->addWidget(m_failure);
    column->addWidget(m_about);
    column->addWidget(m_days);
    column->addLayout(acts);
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(kPreviewMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &EnrolPanel::preview);
    connect(m_box, &QComboBox::currentIndexChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    connect(m_day, &DateEdit::dateChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    connect(m_start, &Button::clicked, this, &EnrolPanel::start);
    connect(cancel, &Button::clicked, this, &EnrolPanel::closed);
    m_failure->hide();
    setFocusProxy(m_box);
}

void EnrolPanel::begin(const QList<qint64>& customerIds)
{
    m_ids = customerIds;
    m_title->setText(customerIds.size() == 1
                         ? tr("Add this customer to a sequence")
                         : tr("Add %Ln customers to a sequence", nullptr, static_cast<int>(customerIds.size())));
    m_day->setDate(officeNow().date());
    m_days->clear();
    load();
}

void EnrolPanel::load()
{
    m_failure->hide();
    m_about->setText(tr("Loading…"));
    m_about->show();
    m_start->setEnabled(false);
    m_listCall = m_api.list(this, [this](const Outcome<v1::ListSequencesResponse>& outcome) {
        if (outcome) {
            fill(outcome.value());
            return;
        }
        m_about->hide();
        m_failure->setFailure(tr("The sequences cannot be shown now."), errorText(outcome.error()), [this] { load(); });
    });
}

void EnrolPanel::clear()
{
    m_ids.clear();
    m_sequences.Clear();
    m_box->clear();
    m_days->clear();
    m_startCall = {};
}

void EnrolPanel::fill(const v1::ListSequencesResponse& response)
{
    m_sequences = response;
    m_box->clear();
    for (int i = 0; i < response.sequences_size(); ++i)
        if (response.sequences(i).active())
            m_box->addItem(QString::fromStdString(response.sequences(i).name()), i);
    m_start->setEnabled(m_box->count() > 0);
    if (m_box->count() == 0)
        m_about->setText(
            tr("There is no sequence yet. Whoever manages the settings of the office creates them under Tools."));
    m_box->setFocus(Qt::OtherFocusReason);
}

const v1::Sequence* EnrolPanel::chosen() const
{
    return m_box->count() == 0 ? nullptr : &m_sequences.sequences(m_box->currentData().toInt());
}

void EnrolPanel::preview()
{
    const v1::Sequence* sequence = chosen();
    if (sequence == nullptr)
        return;
    m_about->setText(QString::fromStdString(sequence->description()));
    m_about->setVisible(!sequence->description().empty());
    v1::CheckSequenceRequest request;
    *request.mutable_sequence() = *sequence;
    if (const auto day = m_day->date())
        *request.mutable_start_day() = toDate(*day);
    if (m_ids.size() == 1)
        request.set_customer_id(m_ids.front());
    m_checkCall = m_api.check(request, this, [this](const Outcome<v1::CheckSequenceResponse>& outcome) {
        if (outcome)
            showPreview(outcome.value());
    });
}

void EnrolPanel::showPreview(const v1::CheckSequenceResponse& response)
{
    const v1::Sequence* sequence = chosen();
    if (sequence == nullptr)
        return;
    QStringList lines;
    for (const auto& issue : response.issues())
        lines.append(issueText(issue));
    for (const auto& day : response.days())
        if (day.step_index() < sequence->steps_size())
            lines.append(
                QStringLiteral("%1. %2 — %3")
                    .arg(day.step_index() + 1)
                    .arg(stepTitle(sequence->steps(day.step_index()), m_workplace.picklists), stepDayText(day)));
    m_days->setText(lines.join(QLatin1Char('\n')));
}

void EnrolPanel::start()
{
    const v1::Sequence* sequence = chosen();
    if (sequence == nullptr || m_startCall.isActive())
        return;
    v1::StartSequenceRequest request;
    request.set_sequence_id(sequence->id());
    for (const qint64 id : m_ids)
        request.add_customer_ids(id);
    if (const auto day = m_day->date())
        *request.mutable_start_day() = toDate(*day);
    m_startCall = m_api.start(request, this, [this](const Outcome<v1::StartSequenceResponse>& outcome) {
        if (!outcome) {
            emit failed(tr("Nobody was added to the sequence."), outcome.error());
            return;
        }
        emit started(outcome->enrolments_size(), reasonsOf(outcome.value()));
        emit closed();
    });
}

void EnrolPanel::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        start();
    else
        QWidget::keyPressEvent(event);
}

} // namespace banhang::client
