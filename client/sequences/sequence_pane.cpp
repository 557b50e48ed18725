#include "client/sequences/sequence_pane.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/sequences/enrol_panel.h"
#include "client/sequences/enrolment_box.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 14;

} // namespace

SequencePane::SequencePane(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_begin(new Button(ButtonKind::Normal, QStringLiteral("plus"), tr("Add to a sequence…"))),
      m_empty(new Label({}, TextSize::Body, TextWeight::Regular, Tone::Quiet)),
      m_failure(new NoticeBar(Tone::Error)),
      m_notice(new NoticeBar(Tone::Warn)),
      m_start(new EnrolPanel(workplace)),
      m_boxes(new QVBoxLayout)
{
    m_empty->setWordWrap(true);
    auto* body = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->addWidget(m_begin);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_failure);
    column->addWidget(m_notice);
    column->addWidget(m_start);
    column->addWidget(m_empty);
    m_boxes->setSpacing(10);
    column->addLayout(m_boxes);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(body);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    m_failure->hide();
    m_notice->hide();
    m_start->hide();
    m_empty->hide();
    connect(m_begin, &Button::clicked, this, &SequencePane::beginStart);
    connect(m_start, &EnrolPanel::failed, this, &SequencePane::failed);
    connect(m_start, &EnrolPanel::closed, this, [this] {
        m_start->hide();
        m_begin->setFocus(Qt::OtherFocusReason);
    });
    connect(m_start, &EnrolPanel::started, this, [this](int, const QString& refused) {
        m_notice->setVisible(!refused.isEmpty());
        m_notice->setTexts(tr("Not added."), refused);
        reload();
    });
    connect(&workplace.session, &Session::begun, this, &SequencePane::applyRights);
    connect(&workplace.session, &Session::updated, this, &SequencePane::applyRights);
    applyRights();
    setFocusProxy(m_begin);
}

void SequencePane::applyRights()
{
    const auto& session = m_workplace.session;
    if (session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT) && session.may(v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE))
        m_begin->setEnabled(true);
    else
        m_begin->disableByRight(
            tr("You do not have the right to add customers to a sequence. Your team leader or IT can grant it."));
}

void SequencePane::load(qint64 customerId)
{
    if (customerId != m_customerId) {
        showEnrolments({});
        m_start->hide();
        m_failure->hide();
        m_notice->hide();
        m_empty->hide();
    }
    m_customerId = customerId;
    reload();
}

void SequencePane::reload()
{
    if (m_customerId == 0)
        return;
    m_loadCall = m_api.enrolmentsOf(m_customerId, this, [this](const Outcome<v1::CustomerEnrolments>& outcome) {
        m_failure->setVisible(!outcome);
        if (outcome)
            showEnrolments(outcome.value());
        else
            m_failure->setFailure(tr("The sequences cannot be shown now."), errorText(outcome.error()),
                                  [this] { reload(); });
    });
}

void SequencePane::showEnrolments(const v1::CustomerEnrolments& care)
{
    while (auto* item = m_boxes->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    int live = 0;
    for (const auto& enrolment : care.enrolments()) {
        auto* box = new EnrolmentBox(m_workplace, enrolment);
        live += box->isLive() ? 1 : 0;
        m_boxes->addWidget(box);
        connect(box, &EnrolmentBox::stopRequested, this, &SequencePane::stop);
        connect(box, &EnrolmentBox::activityRequested, this, &SequencePane::activityRequested);
    }
    m_empty->setText(tr("Not on any sequence. One that fits lets calls, visits and greetings come by themselves."));
    m_empty->setVisible(care.enrolments().empty());
    emit countChanged(live);
}

void SequencePane::beginStart()
{
    if (!m_begin->isEnabled() || m_customerId == 0)
        return;
    m_notice->hide();
    m_start->show();
    m_start->begin({m_customerId});
}

void SequencePane::stop(qint64 enrolmentId)
{
    if (m_stopCall.isActive())
        return;
    m_stopCall = m_api.stop(enrolmentId, this, [this](const Outcome<v1::StopSequenceResponse>& outcome) {
        if (!outcome)
            emit failed(tr("The customer was not removed from the sequence."), outcome.error());
        reload();
    });
}

} // namespace banhang::client
