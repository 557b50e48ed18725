#include "client/customers/form/duplicate_panel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/key_cap.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

namespace {

constexpr int kShortcutHits = 3;

QString iconOf(const v1::DuplicateReason& reason)
{
    static const QHash<QString, QString> icons = {
        {QStringLiteral("phones"), QStringLiteral("phone")},  {QStringLiteral("emails"), QStringLiteral("mail")},
        {QStringLiteral("tax_code"), QStringLiteral("hash")}, {QStringLiteral("name"), QStringLiteral("type")},
        {QStringLiteral("birthday"), QStringLiteral("cake")}, {QStringLiteral("addresses"), QStringLiteral("map-pin")},
    };
    return reason.agrees() ? icons.value(QString::fromStdString(reason.field()), QStringLiteral("check"))
                           : QStringLiteral("circle-minus");
}

Pane* makeCard(bool isFirst)
{
    auto* card = new Pane(isFirst ? Pane::Ground::Chosen : Pane::Ground::Base);
    card->setEdges(int(Pane::Edge::Bottom));
    card->setFocusPolicy(Qt::TabFocus);
    return card;
}

} // namespace

DuplicatePanel::DuplicatePanel(const Workplace& workplace, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_icon(new IconLabel(QStringLiteral("copy-check"), Tone::Warn)),
      m_title(new Label({}, TextSize::Body, TextWeight::Strong)),
      m_aside(new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet)),
      m_reasonBox(new QWidget),
      m_reason(new QLineEdit),
      m_saveAnyway(new Button(ButtonKind::Normal, QStringLiteral("save"), tr("Save anyway")))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new Pane(Pane::Ground::Base);
    head->setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 12, 12, 12);
    row->addWidget(m_icon);
    row->addWidget(m_title, 1);
    row->addWidget(m_aside);
    layout->addWidget(head);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // the cards in it scroll it
    area->setWidgetResizable(true);
    auto* body = new Pane(Pane::Ground::Base);
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    area->setWidget(body);
    layout->addWidget(area, 1);

    auto* foot = new Pane(Pane::Ground::Alt);
    foot->setEdges(int(Pane::Edge::Top));
    auto* footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(12, 10, 12, 10);
    footColumn->setSpacing(8);
    auto* words = new Label(tr("Updated as you type. You can still save: the reason is kept in the history."),
                            TextSize::Second, TextWeight::Regular, Tone::Quiet);
    words->setWordWrap(true);
    footColumn->addWidget(words);
    auto* reasonRow = new QHBoxLayout(m_reasonBox);
    reasonRow->setContentsMargins(0, 0, 0, 0);
    m_reason->setPlaceholderText(tr("Why it is another customer"));
    m_reason->setAccessibleName(tr("Reason"));
    reasonRow->addWidget(m_reason, 1);
    reasonRow->addWidget(m_saveAnyway);
    footColumn->addWidget(m_reasonBox);
    m_reasonBox->hide();
    layout->addWidget(foot);
    m_saveAnyway->setEnabled(false);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_saveAnyway->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (m_saveAnyway->isEnabled())
            emit saveAnywayRequested();
    });
    connect(m_saveAnyway, &Button::clicked, this, &DuplicatePanel::saveAnywayRequested);
    reset();
}

void DuplicatePanel::reset()
{
    m_hits.clear();
    m_dismissed.clear();
    m_reason->clear();
    m_reasonBox->hide();
    rebuild();
    m_icon->setIcon(QStringLiteral("copy-check"), Tone::Quiet);
    m_title->setText(tr("Customers that may be the same"));
    m_aside->setText({});
}

void DuplicatePanel::setChecking()
{
    m_aside->setText(tr("checking…"));
}

void DuplicatePanel::setUnavailable()
{
    m_aside->setText(tr("not checked"));
}

void DuplicatePanel::setHits(const QList<v1::DuplicateHit>& hits)
{
    m_hits = hits;
    rebuild();
    m_aside->setText(tr("just checked"));
}

void DuplicatePanel::rebuild()
{
    const auto before = std::exchange(m_cards, {});
    for (const auto& hit : std::as_const(m_hits)) {
        if (hit.has_visible() && m_dismissed.contains(hit.visible().customer_id()))
            continue;
        const int index = static_cast<int>(m_cards.size());
        m_cards.append(hit.has_visible() ? makeVisibleCard(hit.visible(), index) : makeHiddenCard(hit.hidden(), index));
        m_column->insertWidget(index, m_cards.last().pane);
    }
    keepFocus(before);
    for (const auto& card : before) {
        card.pane->hide();
        card.pane->deleteLater();
    }
    const int count = hitCount();
    m_icon->setIcon(count ? QStringLiteral("copy-check") : QStringLiteral("check"), count ? Tone::Warn : Tone::Quiet);
    m_title->setText(count ? tr("Possible duplicates: %1").arg(count) : tr("No duplicate found so far"));
    if (count == 0)
        m_reasonBox->hide(); // a reason for nothing would only puzzle whoever reads the history
    emit countChanged(count);
}

/// Who stands in a card stays in it while it is made anew, and comes to the one that moves up when it goes.
void DuplicatePanel::keepFocus(const QList<Card>& before)
{
    auto* focused = focusWidget();
    const auto left = std::ranges::find_if(before, [focused](const Card& card) {
        return focused && focused->hasFocus() && (card.pane == focused || card.pane->isAncestorOf(focused));
    });
    if (left == before.end() || m_cards.isEmpty())
        return;
    auto card = std::ranges::find(m_cards, left->key, &Card::key);
    if (card == m_cards.end())
        card = m_cards.begin() + std::min(left - before.begin(), m_cards.size() - 1);
    card->pane->show(); // what is hidden takes no focus
    const auto stop = std::max<qsizetype>(0, left->stops.indexOf(focused));
    card->stops.value(stop, card->pane)->setFocus(Qt::OtherFocusReason);
}

DuplicatePanel::Card DuplicatePanel::makeVisibleCard(const v1::VisibleDuplicate& hit, int index)
{
    auto* card = makeCard(index == 0);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    const bool isCertain = hit.rank() == v1::DUPLICATE_RANK_CERTAIN;
    const bool isLikely = hit.rank() == v1::DUPLICATE_RANK_LIKELY;
    head->addWidget(new Tag(isCertain  ? tr("Almost certainly the same")
                            : isLikely ? tr("Very similar")
                                       : tr("Possible"),
                            isCertain  ? CellTone::Error
                            : isLikely ? CellTone::Warn
                                       : CellTone::Plain));
    head->addStretch(1);
    if (index < kShortcutHits)
        head->addWidget(new KeyCap(tr("Alt+%1").arg(index + 1)));
    column->addLayout(head);
    auto* name = new Label(QString::fromStdString(hit.name()), TextSize::Body, TextWeight::Strong);
    name->setWordWrap(true);
    column->addWidget(name);
    const bool isOwn = hit.owner_user_id() == m_workplace.session.userId();
    const QString owner = m_workplace.directory.fullName(hit.owner_user_id());
    QStringList facts{QString::fromStdString(hit.code()), QString::fromStdString(hit.place()),
                      isOwn ? tr("%1 (you)").arg(owner) : owner};
    facts.removeAll(QString());
    auto* second = new Label(facts.join(QStringLiteral(" · ")), TextSize::Second, TextWeight::Regular, Tone::Quiet);
    second->setWordWrap(true);
    column->addWidget(second);
    addReasons(column, hit);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 4, 0, 0);
    auto* open = new Button(ButtonKind::Small, {}, tr("Open this customer"));
    auto* dismiss = new Button(ButtonKind::Small, {}, tr("Not the same, ignore"));
    buttons->addWidget(open);
    buttons->addWidget(dismiss);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(open, &Button::clicked, this, [this, id = hit.customer_id()] { emit openRequested(id); });
    connect(dismiss, &Button::clicked, this, [this, id = hit.customer_id()] {
        m_dismissed.insert(id);
        rebuild();
    });
    card->setAccessibleName(QString::fromStdString(hit.name()));
    return {QString::number(hit.customer_id()), card, {open, dismiss, card}};
}

void DuplicatePanel::addReasons(QVBoxLayout* column, const v1::VisibleDuplicate& hit)
{
    for (const auto& reason : hit.reasons()) {
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(new IconLabel(iconOf(reason), Tone::Quiet, 14), 0, Qt::AlignTop);
        auto* text = new Label(duplicateReasonText(reason), TextSize::Second);
        text->setWordWrap(true);
        line->addWidget(text, 1);
        column->addLayout(line);
    }
}

DuplicatePanel::Card DuplicatePanel::makeHiddenCard(const v1::HiddenDuplicate& hit, int index)
{
    auto* card = makeCard(false);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new IconLabel(QStringLiteral("lock"), Tone::Quiet, 14));
    const QString text = tr("Looked after by %1").arg(m_workplace.directory.fullName(hit.owner_user_id()));
    auto* label = new Label(text, TextSize::Body, TextWeight::Strong);
    label->setWordWrap(true);
    head->addWidget(label, 1);
    if (index < kShortcutHits)
        head->addWidget(new KeyCap(tr("Alt+%1").arg(index + 1)));
    column->addLayout(head);
    column->addWidget(new Label(m_workplace.directory.placeName(hit.team_unit_id()), TextSize::Second,
                                TextWeight::Regular, Tone::Quiet));
    auto* advice = new Label(tr("You may not see this customer. Ask this colleague before adding it again."),
                             TextSize::Second, TextWeight::Regular, Tone::Quiet);
    advice->setWordWrap(true);
    column->addWidget(advice);
    card->setAccessibleName(text);
    return {QStringLiteral("%1/%2").arg(hit.owner_user_id()).arg(hit.team_unit_id()), card, {card}};
}

void DuplicatePanel::askReason()
{
    m_reasonBox->show();
    m_reason->setFocus();
}

void DuplicatePanel::setSaveText(const QString& text)
{
    m_saveAnyway->relabel(text);
}

QString DuplicatePanel::reason() const
{
    return m_reasonBox->isVisibleTo(this) ? m_reason->text().trimmed() : QString();
}

void DuplicatePanel::focusHit(int index)
{
    if (index < m_cards.size())
        m_cards[index].stops.first()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace banhang::client
