#include "client/customers/form/customer_form.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <google/protobuf/util/message_differencer.h>

#include "client/core/draft_store.h"
#include "client/core/presence.h"
#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"
#include "client/customers/detail/presence_view.h"
#include "client/customers/form/conflict_panel.h"
#include "client/customers/form/customer_draft.h"
#include "client/customers/form/customer_editor.h"
#include "client/customers/form/duplicate_panel.h"
#include "client/customers/form/edit_cursor.h"
#include "client/customers/form/typed_start.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

namespace {

constexpr int kPanelWidth = 392;
constexpr int kLabelWidth = 112;
constexpr int kNarrowWidth = 1000; // of the page: the window without its rail

/// Scrolled: as high as its groups are in the width that there is, and not as in the least one, where chips flow into
/// many lines.
class FormFrame final : public QWidget
{
public:
    QSize minimumSizeHint() const override
    {
        const QSize least = QWidget::minimumSizeHint();
        return {least.width(), layout()->hasHeightForWidth() ? 0 : least.height()};
    }
};

} // namespace

CustomerForm::CustomerForm(const Workplace& workplace, CustomersApi& api, const v1::Customer& customer, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_base(customer),
      m_duplicates(new DuplicatePanel(workplace)),
      m_conflict(new ConflictPanel),
      m_keeper(new DraftAutosaver(
          workplace.drafts, customerDraftKey(customer.id()), [this] { return makeDraft(); }, this)),
      m_place(new PresencePlace(workplace.presence, this)),
      m_notice(new NoticeBar(Tone::Error, NoticeBar::Shape::Strip)),
      m_splitter(new QSplitter),
      m_duplicateBar(new NoticeBar(Tone::Warn, NoticeBar::Shape::Strip))
{
    if (m_base.kind() == v1::CUSTOMER_KIND_UNSPECIFIED)
        m_base.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    for (auto* bar :
         {static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_duplicateBar), static_cast<QWidget*>(m_conflict)}) {
        column->addWidget(bar);
        bar->hide();
    }
    column->addWidget(makeBody(), 1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_duplicates);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    m_duplicates->setMinimumWidth(300);
    m_duplicates->hide(); // until it is known that there is room
    m_splitter->setSizes({900, kPanelWidth});
    layout->addWidget(m_splitter);
    connect(m_duplicates, &DuplicatePanel::openRequested, this, &CustomerForm::openRequested);
    connect(m_duplicates, &DuplicatePanel::saveAnywayRequested, this, [this] { send(); });
    connect(m_duplicates, &DuplicatePanel::countChanged, this, [this](int count) {
        m_duplicateBar->setTexts(tr("%Ln customers may be the same", nullptr, count), {});
        m_duplicateBar->setVisible(count > 0 && !m_duplicates->isVisibleTo(this));
    });
    connect(m_keeper, &DraftAutosaver::kept, this, [this](const QDateTime& at) {
        m_draftTag->show();
        m_discard->show();
        m_draftText->setText(tr("kept on this machine at %1").arg(at.toString(QStringLiteral("HH:mm:ss"))));
    });
    connect(m_keeper, &DraftAutosaver::failed, this,
            [this] { m_draftText->setText(tr("the draft could not be kept on this machine")); });
    connect(m_keeper, &DraftAutosaver::discarded, this, [this] {
        m_isSaved = true;
        m_waitsForServer = false; // it would be sent all the same
        emit closeRequested();
    });
    connect(qApp, &QApplication::focusChanged, this, &CustomerForm::tellPlace);
    connect(&Look::instance(), &Look::changed, this, &CustomerForm::fitWidth);
    connect(&workplace.presence, &Presence::changed, this, &CustomerForm::showColleagues);
    setUpKeys();
    fill(m_base);
}

CustomerForm::~CustomerForm()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus moves while the fields go
    m_saveCall.release();
}

QString CustomerForm::title() const
{
    return isNew() ? tr("New customer") : tr("Edit %1").arg(QString::fromStdString(m_base.name()));
}

QWidget* CustomerForm::makeHead()
{
    auto* head = new Pane(Pane::Ground::Base);
    head->setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_title = new Label({}, TextSize::Title, TextWeight::Strong);
    m_title->setElided(true);
    m_draftTag = new Tag(tr("Draft"), CellTone::Plain);
    m_draftTag->hide();
    m_draftText = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    m_draftText->setElided(true);
    m_draftText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the title comes first
    m_discard = new Button(ButtonKind::Flat, {}, tr("Discard the draft"));
    m_discard->hide();
    m_close = new Button(ButtonKind::Flat, {}, tr("Close"));
    m_close->setKeyHint(QStringLiteral("Esc"));
    m_saveMore = new Button(ButtonKind::Normal, {}, tr("Save and next"));
    m_saveMore->setKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_save = new Button(ButtonKind::Primary, QStringLiteral("check"), tr("Save"));
    m_save->setKey(QKeySequence(Qt::CTRL | Qt::Key_S));
    row->addWidget(m_title);
    row->addWidget(m_draftTag);
    row->addWidget(m_draftText, 1);
    m_colleagues = new PresenceView(m_workplace);
    m_colleagues->showCustomer(m_base.id());
    row->addWidget(m_colleagues);
    row->addWidget(m_discard);
    row->addWidget(m_close);
    row->addWidget(m_saveMore);
    row->addWidget(m_save);
    connect(m_discard, &Button::clicked, this, &CustomerForm::discardDraft);
    connect(m_close, &Button::clicked, this, &CustomerForm::leave);
    connect(m_save, &Button::clicked, this, [this] { save(false); });
    connect(m_saveMore, &Button::clicked, this, [this] { save(true); });
    return head;
}

QWidget* CustomerForm::makeBody()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(0); // the label keeps the distance that the fields below keep
    auto* label = new Label(tr("Kind"), TextSize::Body, TextWeight::Regular, Tone::Quiet);
    updateWithLook(label, [label] { label->setFixedWidth(scaled(kLabelWidth)); });
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_kind = new Segmented;
    m_kind->addChoice(v1::CUSTOMER_KIND_ORGANISATION, QStringLiteral("building-2"), tr("&Organisation"));
    m_kind->addChoice(v1::CUSTOMER_KIND_INDIVIDUAL, QStringLiteral("user"), tr("Perso&n"));
    row->addWidget(label);
    row->addSpacing(10);
    row->addWidget(m_kind);
    row->addStretch(1);
    row->addWidget(new Label(QStringLiteral("*"), TextSize::Second, TextWeight::Regular, Tone::Error));
    row->addSpacing(4);
    row->addWidget(
        new Label(tr("required · Enter goes to the next field"), TextSize::Second, TextWeight::Regular, Tone::Quiet));
    column->addWidget(line);
    line->setVisible(isNew()); // not before it has its place: it would be a window for a moment, and take the focus
    m_area = new QScrollArea;
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // the fields in it scroll it
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_area, 1);
    connect(m_kind, &Segmented::chosen, this, &CustomerForm::changeKind);
    return body;
}

void CustomerForm::setUpKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto work) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    onKey(QKeySequence(Qt::Key_Escape), [this] { leave(); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { save(false); });
    onKey(QKeySequence(Qt::Key_F8), [this] { focusIssue(false); });
    onKey(QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { focusIssue(true); });
    for (int i = 0; i < 3; ++i) {
        onKey(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] {
            if (m_conflict->isVisible() && i < 2)
                m_conflict->takeAll(i == 0);
            else
                m_duplicates->focusHit(i);
        });
    }
    auto* see = m_duplicateBar->addButton({}, tr("View"));
    connect(see, &Button::clicked, this, [this] {
        m_duplicates->show();
        m_duplicateBar->hide();
    });
}

void CustomerForm::fill(const v1::Customer& customer)
{
    const bool isFirst = m_editor == nullptr;
    const EditCursor cursor = isFirst ? EditCursor() : cursorOf(*m_editor);
    const bool showsMore = !isFirst && m_editor->showsMore();
    auto* frame = new FormFrame;
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(14, isNew() ? 0 : 12, 14, 8);
    m_editor = new CustomerEditor(m_workplace, m_api, customer, this);
    if (showsMore)
        m_editor->showMore();
    column->addWidget(m_editor);
    const int scroll = m_area->verticalScrollBar()->value();
    m_area->setWidget(frame); // deletes the one before
    m_area->verticalScrollBar()->setValue(scroll);
    m_kind->setCurrent(customer.kind());
    m_title->setText(title());
    m_saveMore->setVisible(isNew());
    const bool isUntouched = google::protobuf::util::MessageDifferencer::Equals(customer, m_base);
    m_baseline = isUntouched ? m_editor->collect() : CustomerEditor(m_workplace, m_api, m_base, this).collect();
    connect(m_editor, &CustomerEditor::edited, this, &CustomerForm::onEdited);
    connect(m_editor, &CustomerEditor::checkRequested, this, &CustomerForm::check);
    connect(m_editor, &CustomerEditor::moreRequested, this, &CustomerForm::addMore);
    for (auto* grid : m_editor->grids())
        connect(grid, &FormGrid::issuesChanged, this, &CustomerForm::updateKeys);
    if (isFirst)
        m_editor->focusFirst();
    else
        putBack(cursor, *m_editor);
    showColleagues();
    updateKeys();
}

void CustomerForm::changeKind(int kind)
{
    auto customer = m_editor->collect();
    customer.set_kind(static_cast<v1::CustomerKind>(kind));
    m_base.set_kind(customer.kind());
    fill(customer);
    m_editor->focusFirst();
    onEdited();
    check();
}

void CustomerForm::addMore(const QString& field)
{
    auto customer = m_editor->collect();
    const auto* descriptor = v1::Customer::descriptor()->FindFieldByName(field.toStdString());
    customer.GetReflection()->AddMessage(&customer, descriptor);
    fill(customer);
    const int last = customer.GetReflection()->FieldSize(customer, descriptor) - 1;
    if (auto* added = m_editor->fieldAt(QStringLiteral("%1[%2]").arg(field).arg(last).toStdString()))
        added->focus();
    else if (auto* first = m_editor->fieldAt(QStringLiteral("%1[%2].name").arg(field).arg(last).toStdString()))
        first->focus();
}

bool CustomerForm::isTouched() const
{
    return m_editor && !changedFields(m_baseline, m_editor->collect()).isEmpty();
}

void CustomerForm::onEdited()
{
    if (!isSaving())
        m_requestId.clear();
    m_waitsForServer = false;
    m_keeper->touch();
}

void CustomerForm::focusIssue(bool isBackwards)
{
    FormGrid::focusNextIssue(m_editor->grids(), isBackwards);
    if (auto* focused = focusWidget())
        m_area->ensureWidgetVisible(focused);
}

/// Only while it is seen: another place has issues and keys of its own.
void CustomerForm::updateKeys()
{
    if (!isVisible())
        return;
    int errors = 0;
    int warnings = 0;
    for (const auto* grid : m_editor->grids()) {
        errors += grid->errorCount();
        warnings += grid->warningCount();
    }
    const QStringList keys = errors || warnings ? QStringList{tr("F8 to the next one")}
                                                : QStringList{tr("Ctrl+S save"), tr("Esc back, the draft stays"),
                                                              tr("Alt+↓ what a number is for")};
    emit issuesChanged(errors, warnings);
    emit keysChanged(keys.join(QStringLiteral("  ·  ")));
}

void CustomerForm::leave()
{
    m_keeper->flush();
    emit closeRequested();
}

void CustomerForm::discardDraft()
{
    m_keeper->flush(); // what is taken back is what stood there
    const auto draft = m_workplace.drafts.find(customerDraftKey(m_base.id()));
    m_workplace.drafts.discard(customerDraftKey(m_base.id()));
    if (draft)
        emit draftDiscarded(*draft);
}

void CustomerForm::beginWith(const QString& typed)
{
    auto customer = m_base;
    switch (typedStartOf(typed)) {
    case TypedStart::Name:
        customer.set_name(typed.toStdString());
        break;
    case TypedStart::Phone:
        customer.add_phones()->set_number(typed.toStdString());
        break;
    case TypedStart::TaxCode:
        customer.set_tax_code(typed.toStdString());
        break;
    case TypedStart::Nothing:
        return;
    }
    fill(customer);
    onEdited();
    check();
}

void CustomerForm::keepDraft()
{
    m_keeper->flush();
}

void CustomerForm::focusStart()
{
    m_editor->focusFirst();
    updateKeys();
}

void CustomerForm::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateKeys();
}

void CustomerForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

void CustomerForm::fitWidth()
{
    // Wider letters leave less room, as a narrower window does.
    const bool isNarrow = width() < scaled(kNarrowWidth);
    m_duplicates->setVisible(!isNarrow);
    m_duplicateBar->setVisible(isNarrow && m_duplicates->hitCount() > 0);
}

} // namespace banhang::client
