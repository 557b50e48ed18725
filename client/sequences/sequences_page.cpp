#include "client/sequences/sequences_page.h"

#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

#include <google/protobuf/util/message_differencer.h>

#include "client/core/change_feed.h"
#include "client/core/draft_store.h"
#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/records/record_draft.h"
#include "client/sequences/sequence_editor.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/two_line_delegate.h"

namespace banhang::client {

namespace {

constexpr int kListWidth = 250;
const QString kKeyStart = QStringLiteral("sequence-");
const QString kTypedField = QStringLiteral("sequence");

QString draftKey(qint64 sequenceId)
{
    return kKeyStart + (sequenceId == 0 ? QStringLiteral("new") : QString::number(sequenceId));
}

} // namespace

SequencesPage::SequencesPage(const Workplace& workplace, QWidget* parent)
    : TitledPage(tr("Care sequences"), parent),
      m_workplace(workplace),
      m_api(workplace.rpc),
      m_list(new QListWidget),
      m_editor(new SequenceEditor(workplace)),
      m_scroll(new QScrollArea),
      m_empty(new StateView(StateView::Kind::Empty)),
      m_failure(new StateView(StateView::Kind::Failed)),
      m_new(new Button(ButtonKind::Normal, QStringLiteral("plus"), tr("New sequence")))
{
    m_new->setKey(QKeySequence(Qt::CTRL | Qt::Key_N));
    addToHead(m_new);
    m_list->setObjectName(QStringLiteral("sequences"));
    m_list->setAccessibleName(tr("Care sequences"));
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(m_editor);
    m_empty->setObjectName(QStringLiteral("empty"));
    m_failure->setObjectName(QStringLiteral("failure"));
    m_empty->setIcon(QStringLiteral("repeat"));
    m_empty->setTexts(
        tr("No sequence yet"),
        tr("A sequence says what is done for a customer, and when: a call after three days, a visit after "
           "thirty, a greeting at Tết. Customers added to it get these steps automatically."));
    m_first = m_empty->addButton(true, QStringLiteral("plus"), tr("Create the first one"));
    m_failure->setTexts(tr("The sequences cannot be shown now."), {});
    auto* again = m_failure->addButton(true, QStringLiteral("refresh-cw"), tr("Try again"));
    auto* splitter = new QSplitter;
    splitter->addWidget(m_list);
    splitter->addWidget(m_scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidth, 3 * kListWidth});
    splitter->setChildrenCollapsible(false);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(splitter, 1);
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_failure, 1);
    m_empty->hide();
    m_failure->hide();
    connect(m_list, &QListWidget::currentRowChanged, this, &SequencesPage::choose);
    connect(m_new, &Button::clicked, this, &SequencesPage::beginNew);
    connect(m_first, &Button::clicked, this, &SequencesPage::beginNew);
    connect(again, &Button::clicked, this, &SequencesPage::reload);
    connect(m_editor, &SequenceEditor::failed, this, &SequencesPage::failed);
    connect(m_editor, &SequenceEditor::saved, this, &SequencesPage::onSaved);
    connect(m_editor, &SequenceEditor::discarded, this, &SequencesPage::discard);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(DraftAutosaver::kIntervalMs);
    connect(&m_keeping, &QTimer::timeout, this, &SequencesPage::keepTyped);
    connect(m_editor, &SequenceEditor::edited, this, [this] {
        if (!m_keeping.isActive())
            m_keeping.start();
    });
    connect(&workplace.drafts, &DraftStore::discarded, this, [this](const QString& key) {
        if (key == draftKey(m_chosen) && m_editor->isChanged())
            discard();
    });
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, &SequencesPage::onChanges);
    setFocusProxy(m_list);
}

void SequencesPage::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::ranges::any_of(
        changes, [](const RecordChange& change) { return change.entity == QLatin1String("care_sequence"); });
    // What is being typed is not taken away; saving then tells that somebody else was faster.
    if (concerns && isVisible() && !m_editor->isChanged())
        reload();
}

/// Another one may have been chosen until the answer came.
void SequencesPage::onSaved(const v1::Sequence& stored, const v1::Sequence& sent)
{
    carryOver(sent, stored);
    if (m_isEditing && m_editor->sequenceId() == stored.id())
        m_chosen = stored.id();
    keepTyped();
    emit newsHappened({}, tr("Saved the sequence “%1”").arg(QString::fromStdString(stored.name())),
                      QStringLiteral("circle-check"));
    reload();
}

void SequencesPage::carryOver(const v1::Sequence& sent, const v1::Sequence& stored)
{
    const auto typedThen = typed(sent.id());
    m_workplace.drafts.remove(draftKey(sent.id()));
    if (typedThen && !google::protobuf::util::MessageDifferencer::Equals(*typedThen, sent))
        keepDraft(draftKey(stored.id()), SequenceEditor::typedSince(*typedThen, sent, stored));
}

void SequencesPage::reload()
{
    m_listCall = m_api.list(this, [this](const Outcome<v1::ListSequencesResponse>& outcome) {
        m_failure->setVisible(!outcome && !m_isLoaded);
        if (outcome) {
            m_isLoaded = true;
            showList(outcome.value());
        } else if (m_isLoaded) {
            emit failed(tr("The sequences cannot be shown now."), outcome.error());
        } else {
            m_failure->setTexts(tr("The sequences cannot be shown now."), errorText(outcome.error()));
            m_list->parentWidget()->hide();
        }
    });
}

void SequencesPage::fillRow(int row)
{
    const v1::Sequence& sequence = m_sequences.sequences(row);
    QStringList facts{tr("%Ln steps", nullptr, sequence.steps_size())};
    if (sequence.enrolled_count() > 0)
        facts.append(tr("%Ln customers on it", nullptr, static_cast<int>(sequence.enrolled_count())));
    if (sequence.earlier_edition_count() > 0)
        facts.append(tr("%1 with earlier steps").arg(sequence.earlier_edition_count()));
    if (!sequence.active())
        facts.append(tr("inactive"));
    if (m_workplace.drafts.find(draftKey(sequence.id())))
        facts.append(tr("not saved yet"));
    auto* item = m_list->item(row);
    const QString name = QString::fromStdString(sequence.name());
    const QString second = facts.join(QStringLiteral(" · "));
    item->setText(name);
    item->setData(SecondLineRole, second);
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(name, second));
}

void SequencesPage::showList(const v1::ListSequencesResponse& response)
{
    m_sequences = response;
    const bool mayEdit = m_workplace.session.may(v1::RESOURCE_PICKLIST, v1::ACTION_EDIT);
    m_new->setVisible(mayEdit);
    m_first->setVisible(mayEdit);
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    int row = 0;
    for (int i = 0; i < response.sequences_size(); ++i) {
        m_list->addItem(QString());
        fillRow(i);
        if (response.sequences(i).id() == m_wanted.value_or(m_chosen))
            row = i;
    }
    showState();
    if (!m_wanted && isTyping()) {
        m_list->setCurrentRow(m_chosen == 0 ? -1 : row);
        return;
    }
    if (std::exchange(m_wanted, std::nullopt) == 0) {
        beginNew();
    } else if (m_list->count() > 0) {
        m_list->setCurrentRow(row);
        choose(row);
    }
}

void SequencesPage::showState()
{
    const bool isEmpty = m_list->count() == 0 && m_editor->sequenceId() == 0 && !m_editor->isChanged();
    m_empty->setVisible(isEmpty);
    m_list->parentWidget()->setVisible(!isEmpty);
}

bool SequencesPage::isTyping() const
{
    return m_isEditing && m_editor->isChanged();
}

void SequencesPage::choose(int row)
{
    if (row < 0 || row >= m_sequences.sequences_size())
        return;
    keepTyped();
    m_chosen = m_sequences.sequences(row).id();
    open(m_sequences.sequences(row));
}

void SequencesPage::open(const v1::Sequence& sequence)
{
    m_editor->open(sequence, m_sequences.groups());
    m_isEditing = true;
    if (const auto before = typed(m_chosen))
        m_editor->resume(*before);
}

std::optional<v1::Sequence> SequencesPage::typed(qint64 sequenceId) const
{
    const auto draft = m_workplace.drafts.find(draftKey(sequenceId));
    return draft ? fromJson<v1::Sequence>(draft->content.value(kTypedField)) : std::nullopt;
}

void SequencesPage::keepTyped()
{
    m_keeping.stop();
    if (!m_isEditing)
        return;
    const QString key = draftKey(m_chosen);
    if (m_editor->isChanged()) {
        keepDraft(key, m_editor->typed());
    } else if (m_workplace.drafts.find(key)) {
        m_workplace.drafts.remove(key);
    }
    for (int i = 0; i < m_list->count(); ++i)
        fillRow(i);
}

void SequencesPage::keepDraft(const QString& key, const v1::Sequence& sequence)
{
    const QString name = QString::fromStdString(sequence.name());
    m_workplace.drafts.keep({key, name.isEmpty() ? tr("New sequence") : tr("Sequence: %1").arg(name), officeNow(),
                             QJsonObject{{kTypedField, toJson(sequence)}}});
}

bool SequencesPage::openDraft(const QString& key)
{
    if (!key.startsWith(kKeyStart))
        return false;
    m_wanted = key == draftKey(0) ? 0 : key.mid(kKeyStart.size()).toLongLong();
    reload();
    return true;
}

void SequencesPage::discard()
{
    m_keeping.stop();
    m_workplace.drafts.remove(draftKey(m_chosen));
    m_isEditing = false;
    m_editor->clear();
    reload();
}

void SequencesPage::beginNew()
{
    v1::Sequence sequence;
    sequence.set_active(true);
    auto& step = *sequence.add_steps();
    step.set_kind(v1::CARE_STEP_KIND_CALL);
    step.set_base(v1::CARE_STEP_BASE_START);
    step.set_who(v1::CARE_STEP_WHO_OWNER);
    step.set_offset_days(3);
    keepTyped();
    m_chosen = 0;
    m_list->setCurrentRow(-1);
    m_empty->hide();
    m_list->parentWidget()->show();
    open(sequence);
    m_editor->setFocus(Qt::OtherFocusReason);
}

void SequencesPage::clear()
{
    keepTyped();
    m_listCall.cancel();
    m_sequences.Clear();
    m_list->clear();
    m_isEditing = false;
    m_editor->clear();
    m_chosen = 0;
    m_isLoaded = false;
}

bool SequencesPage::nextPane()
{
    const bool isInList = m_list->hasFocus();
    (isInList ? static_cast<QWidget*>(m_editor) : static_cast<QWidget*>(m_list))->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace banhang::client
