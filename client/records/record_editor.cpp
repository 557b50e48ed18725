#include "client/records/record_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QUuid>
#include <QVBoxLayout>

#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/records/record_fields.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/tab_order.h"

namespace banhang::client {

namespace {

const auto kRequestId = QStringLiteral("request_id"); ///< of what was sent, in its draft

} // namespace

RecordEditor::RecordEditor(const Workplace& workplace, QWidget* parent)
    : Pane(Pane::Ground::Alt, parent),
      m_workplace(workplace),
      m_customers(workplace.rpc),
      m_icon(new IconLabel(QStringLiteral("square-pen"), Tone::Accent, 16)),
      m_title(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_kept(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_close(new Button(ButtonKind::Small, {}, tr("Close"))),
      m_save(new Button(ButtonKind::SmallPrimary, QStringLiteral("save"), tr("Save"))),
      m_head(new QHBoxLayout),
      m_column(new QVBoxLayout(this))
{
    setEdges(int(Pane::Edge::Box));
    m_column->setContentsMargins(12, 8, 12, 10);
    m_column->setSpacing(8);
    makeHead();
    hide();
    connect(&m_workplace.session, &Session::ended, this, &RecordEditor::onSessionEnded);
}

void RecordEditor::setFields(RecordFields* fields)
{
    m_fields = fields;
    m_column->addWidget(new FieldScroll(m_fields));
    connect(m_fields, &RecordFields::edited, this, [this] {
        m_isDirty = true;
        if (m_drafts)
            m_drafts->touch();
    });
    connect(m_fields, &RecordFields::customerPicked, this,
            [this](const v1::Customer& customer) { loadCustomer(customer.id()); });
}

void RecordEditor::makeHead()
{
    m_head->setSpacing(8);
    m_title->setElided(true);
    m_kept->setElided(true);
    m_kept->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_close->setKeyHint(QStringLiteral("Esc"));
    m_save->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText));
    m_head->addWidget(m_icon);
    m_head->addWidget(m_title);
    m_head->addWidget(m_kept, 1);
    m_head->addWidget(m_close);
    m_head->addWidget(m_save);
    m_column->addLayout(m_head);
    connect(m_close, &Button::clicked, this, &RecordEditor::cancel);
    connect(m_save, &Button::clicked, this, &RecordEditor::save);
    for (const auto key : {Qt::Key_S, Qt::Key_Return}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &RecordEditor::save);
    }
}

void RecordEditor::addToHead(QWidget* widget)
{
    m_head->insertWidget(m_head->indexOf(m_close), widget);
    tabThrough(*m_head, m_close);
}

void RecordEditor::addBelow(QWidget* widget)
{
    m_column->addWidget(widget);
}

void RecordEditor::keepTyped()
{
    if (m_isOpen && m_isDirty)
        m_drafts->flush();
    m_saveCall.release();
}

void RecordEditor::start(const QDateTime& keptAt)
{
    m_reloadCall.cancel();
    m_isDirty = keptAt.isValid();
    // What was sent before is sent again under the same number, so that it is stored once.
    const auto kept = m_isDirty ? m_workplace.drafts.find(draftKey()) : std::nullopt;
    m_requestId = kept ? kept->content.value(kRequestId).toString().toStdString() : std::string();
    m_entry = std::make_shared<const Entry>(Entry{draftKey(), heading()});
    m_isOpen = true;
    clearNotice();
    m_fields->clearIssues();
    setBusy(false);
    m_icon->setIcon(icon(), Tone::Accent);
    m_title->setText(heading());
    setAccessibleName(heading());
    m_kept->setText(m_isDirty ? tr("draft of %1").arg(keptAt.toString(QStringLiteral("HH:mm"))) : QString());
    keepDrafts();
    if (customerId())
        loadCustomer(customerId());
    show();
    emit opened();
    m_fields->focusFirst();
}

void RecordEditor::keepDrafts()
{
    delete m_drafts;
    m_drafts = new DraftAutosaver(
        m_workplace.drafts, draftKey(),
        [this]() -> std::optional<Draft> {
            if (!m_isDirty)
                return std::nullopt;
            Draft draft = typed();
            if (!m_requestId.empty())
                draft.content.insert(kRequestId, QString::fromStdString(m_requestId));
            return draft;
        },
        this);
    connect(m_drafts, &DraftAutosaver::kept, this, [this](const QDateTime& at) {
        m_kept->setText(tr("kept on this machine at %1").arg(at.toString(QStringLiteral("HH:mm:ss"))));
    });
    connect(m_drafts, &DraftAutosaver::failed, this,
            [this] { m_kept->setText(tr("the draft could not be kept on this machine")); });
    connect(m_drafts, &DraftAutosaver::discarded, this, [this] {
        stop();
        m_isDirty = false;
        leave();
    });
}

void RecordEditor::loadCustomer(qint64 customerId)
{
    m_customerCall = m_customers.get(customerId, this, [this](const Outcome<v1::Customer>& outcome) {
        if (outcome)
            m_fields->setCustomer(outcome.value());
    });
}

void RecordEditor::save()
{
    if (!m_isOpen || m_saveCall.isActive() || m_fields->focusWrongField())
        return;
    clearNotice();
    stop();
    if (m_requestId.empty())
        m_requestId = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    setBusy(true); // first: it ends what is being composed, which is to be sent too
    m_drafts->flush();
    m_saveCall = send(m_requestId);
    if (!m_saveCall.isActive())
        finish();
}

/// What would be typed between a save and its answer would go with the draft of what is then stored.
void RecordEditor::setBusy(bool isBusy)
{
    if (isBusy) {
        auto* focus = window()->focusWidget();
        m_focusBefore = isAncestorOf(focus) ? focus : nullptr;
        if (m_focusBefore)
            setFocus(); // else it would go on to whatever comes next
    }
    m_save->setEnabled(!isBusy);
    m_fields->setEnabled(!isBusy);
    if (!isBusy && m_focusBefore && hasFocus())
        m_focusBefore->setFocus();
    if (!isBusy)
        m_focusBefore = nullptr;
}

/// Whoever shows it has closed it before, while what was typed could still be kept. Nothing of it may reach the drafts
/// of the next person, nor their eyes.
void RecordEditor::onSessionEnded()
{
    if (m_isOpen)
        stop();
    delete std::exchange(m_drafts, nullptr);
    m_isDirty = false;
    leave();
}

void RecordEditor::onStored(const Entry& entry)
{
    if (!isShown(entry)) {
        m_workplace.drafts.remove(entry.draftKey);
        return;
    }
    setBusy(false);
    finish();
}

void RecordEditor::onRefused(const Entry& entry, const AppError& error)
{
    if (!isShown(entry)) {
        emit failed(tr("%1: not saved, it stays a draft.").arg(entry.title), error);
        return;
    }
    setBusy(false);
    tellRefused(error);
}

void RecordEditor::tellRefused(const AppError& error)
{
    if (error.code() == ErrorCode::Conflict) {
        onConflict(error);
        return;
    }
    // The same request goes again only when it is not known whether it arrived.
    if (error.code() != ErrorCode::Unavailable && error.code() != ErrorCode::Timeout)
        m_requestId.clear();
    QStringList sentences;
    QWidget* first = nullptr;
    for (const auto& issue : error.detail().issues()) {
        auto* field = m_fields->markIssue(issue);
        first = first ? first : field;
        sentences.append(issueText(issue));
    }
    auto* notice = notify(Tone::Error);
    notice->setTexts(tr("Not saved yet:"), sentences.isEmpty() ? errorText(error) : sentences.join(QLatin1Char(' ')));
    notice->setToolTip(technicalText(error));
    if (first)
        first->setFocus();
}

void RecordEditor::onConflict(const AppError& error)
{
    m_requestId.clear();
    const QString who = m_workplace.directory.givenName(error.detail().changed_by_user_id());
    auto* notice = notify(Tone::Peer);
    notice->setTexts(who.isEmpty() ? tr("Changed by somebody else meanwhile.") : tr("%1 has just changed it.").arg(who),
                     tr("What you typed is still here."));
    auto* mine = notice->addButton(QStringLiteral("save"), tr("Save yours over it"));
    auto* theirs = notice->addButton(QStringLiteral("refresh-cw"), tr("Take theirs"));
    connect(mine, &Button::clicked, this, [this, version = error.detail().current_version()] {
        takeVersion(version);
        save();
    });
    connect(theirs, &Button::clicked, this, [this] { m_reloadCall = reload(); });
}

NoticeBar* RecordEditor::notify(Tone tone)
{
    clearNotice();
    m_notice = new NoticeBar(tone);
    m_column->insertWidget(1, m_notice);
    return m_notice;
}

void RecordEditor::clearNotice()
{
    if (m_notice)
        m_notice->deleteLater();
    m_notice = nullptr;
}

void RecordEditor::cancel()
{
    if (!m_isOpen)
        return;
    stop();
    m_drafts->flush();
    leave();
}

void RecordEditor::dropTyped()
{
    m_isDirty = false;
    m_drafts->discard();
}

void RecordEditor::finish()
{
    dropTyped();
    leave();
}

void RecordEditor::leave()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_saveCall.release();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    hide();
    emit closed(hadFocus);
}

void RecordEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else
        Pane::keyPressEvent(event);
}

} // namespace banhang::client
