#include "client/merging/merge_view.h"

#include <QApplication>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/merging/merge_table.h"
#include "client/merging/merging_text.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/tag.h"

namespace banhang::client {

namespace {

constexpr int kReasonsShown = 4;
constexpr int kLinkColumns = 3;
constexpr int kGap = 6;
constexpr int kLineGap = 3;

void clear(QLayout* layout)
{
    while (auto* item = layout->takeAt(0)) {
        if (item->layout())
            clear(item->layout());
        delete item->widget();
        delete item;
    }
}

} // namespace

MergeView::MergeView(const Workplace& workplace, MergesApi& api, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_promise(new NoticeBar(Tone::Accent, NoticeBar::Shape::Strip)),
      m_table(new MergeTable(workplace, m_choices))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_promise->setIcon(QStringLiteral("undo-2"));
    column->addWidget(m_promise);
    column->addWidget(m_table, 1);
    column->addWidget(m_foot = makeFoot());
    showParts(false);
    setFocusProxy(m_table);
    connect(m_table, &MergeTable::survivorChosen, this, &MergeView::chooseSurvivor);
}

QWidget* MergeView::makeFoot()
{
    auto* foot = new Pane(Pane::Ground::Base);
    foot->setEdges(int(Pane::Edge::Top));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(14, 10, 14, 12);
    row->setSpacing(24);
    auto* left = new QVBoxLayout;
    left->setSpacing(kGap);
    left->addWidget(new Label(tr("Moves with the customer"), TextSize::Body, TextWeight::Strong));
    m_links = new QGridLayout;
    m_links->setHorizontalSpacing(18);
    m_links->setVerticalSpacing(kGap);
    left->addLayout(m_links);
    auto* say = new QHBoxLayout;
    say->setSpacing(kGap);
    auto* name = new Label(tr("&Notify"), TextSize::Second, TextWeight::Regular, Tone::Quiet);
    m_message = new QLineEdit;
    m_message->setAccessibleName(tr("Message to the owners"));
    m_message->setPlaceholderText(tr("Kept in the history of both (optional)"));
    m_message->setMaxLength(500);
    name->setBuddy(m_message);
    m_owners = new QHBoxLayout;
    m_owners->setSpacing(2);
    say->addWidget(name);
    say->addLayout(m_owners);
    say->addWidget(m_message, 1);
    left->addLayout(say);
    left->addStretch(1);
    row->addLayout(left, 3);
    auto* right = new QVBoxLayout;
    m_reasons = new QVBoxLayout;
    m_reasons->setSpacing(kLineGap);
    right->addLayout(m_reasons);
    right->addStretch(1);
    row->addLayout(right, 2);
    return foot;
}

void MergeView::compare(const QList<qint64>& customerIds, qint64 survivorId)
{
    m_ids = customerIds;
    m_isReady = false;
    m_call = m_api.preview(customerIds, survivorId, this, [this](const Outcome<v1::MergePreview>& outcome) {
        if (outcome)
            accept(outcome.value());
        else
            onRefused(outcome.error());
    });
}

void MergeView::onRefused(const AppError& error)
{
    m_isReady = hasPreview() && !isMerging(); // what was shown before still holds
    emit failed(tr("These customers cannot be compared now."), error);
    if (!hasPreview())
        emit notComparable();
}

/// Not while these are being merged, or while others are still shown than those that were asked for.
void MergeView::chooseSurvivor(qint64 id)
{
    if (hasPreview() && !isMerging())
        compare(m_ids, id);
}

void MergeView::forget()
{
    m_call.cancel();
    m_ids.clear();
    m_shownIds.clear();
    m_isReady = false;
    m_choices = {};
    m_table->reload();
    m_message->clear();
    m_promise->setTexts({}, {});
    fillParts();
    showParts(false);
}

void MergeView::end()
{
    m_merging.clear();
    forget();
}

bool MergeView::isTouched() const
{
    return m_choices.isTouched() || !m_message->text().isEmpty();
}

void MergeView::showParts(bool isThere)
{
    for (QWidget* part : {static_cast<QWidget*>(m_promise), static_cast<QWidget*>(m_table), m_foot})
        part->setVisible(isThere);
}

void MergeView::accept(const v1::MergePreview& preview)
{
    const bool isSame = hasPreview();
    const bool isSaying = isSame && m_message->hasFocus();
    takeOpenText();
    if (isSame)
        m_choices.goOn(preview);
    else
        m_choices.begin(preview);
    m_isReady = !isMerging();
    m_shownIds = m_ids;
    showParts(true);
    QStringList others;
    for (int i = 1; i < preview.customers_size(); ++i)
        others.append(QString::fromStdString(preview.customers(i).code()));
    m_promise->setTexts(tr("Can be undone until %1.")
                            .arg(officeTime(preview.undo_end_time()).date().toString(QStringLiteral("dd/MM/yyyy"))),
                        tr("%1 will no longer appear in lists; searching for the old code still finds it.")
                            .arg(others.join(QStringLiteral(", "))));
    m_table->reload();
    if (!isSame)
        m_message->clear();
    fillParts();
    if (!isSaying)
        m_table->setFocus();
    emit loaded();
}

/// What stands in an open cell belongs to what is chosen; a cell is read when it loses the focus.
void MergeView::takeOpenText()
{
    if (m_table->isAncestorOf(QApplication::focusWidget()))
        m_table->setFocus();
}

void MergeView::fillParts()
{
    fillLinks();
    fillOwners();
    fillReasons();
}

void MergeView::fillLinks()
{
    clear(m_links);
    QMap<QString, QStringList> counts;
    QMap<QString, qint64> sums;
    QMap<QString, std::string> names;
    for (const auto& link : m_choices.preview().links()) {
        const QString name = linkName(link.link());
        counts[name].append(QString::number(link.count()));
        sums[name] += link.count();
        names[name] = link.link();
    }
    int at = 0;
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it, ++at) {
        auto* cell = new QHBoxLayout;
        cell->setSpacing(kGap);
        cell->addWidget(new IconLabel(linkIcon(names[it.key()]), Tone::Quiet));
        auto* name = new Label(it.key());
        name->setElided(true); // three in a line would else ask for a wider window than a small screen has
        cell->addWidget(name);
        if (it.value().size() > 1)
            cell->addWidget(new Label(tr("%1 =").arg(it.value().join(QStringLiteral(" + "))), TextSize::Body,
                                      TextWeight::Regular, Tone::Quiet));
        cell->addWidget(new Label(QString::number(sums[it.key()]), TextSize::Body, TextWeight::Strong));
        cell->addStretch(1);
        m_links->addLayout(cell, at / kLinkColumns, at % kLinkColumns);
    }
    auto* history = new QHBoxLayout;
    history->setSpacing(kGap);
    history->addWidget(new IconLabel(QStringLiteral("history"), Tone::Quiet));
    history->addWidget(new Label(tr("History of changes")));
    history->addWidget(new Label(tr("stays with each"), TextSize::Body, TextWeight::Regular, Tone::Quiet));
    history->addStretch(1);
    m_links->addLayout(history, at / kLinkColumns, at % kLinkColumns);
}

/// Who serves one of them, and so should know.
void MergeView::fillOwners()
{
    clear(m_owners);
    QSet<qint64> shown;
    for (const auto& customer : m_choices.preview().customers()) {
        const qint64 owner = customer.owner_user_id();
        if (owner == 0 || shown.contains(owner))
            continue;
        shown.insert(owner);
        m_owners->addWidget(
            new Avatar({owner, m_workplace.directory.initials(owner), m_workplace.directory.fullName(owner)}));
    }
}

QString MergeView::codeOf(qint64 customerId) const
{
    for (const auto& customer : m_choices.preview().customers())
        if (customer.id() == customerId)
            return QString::fromStdString(customer.code());
    return {};
}

void MergeView::fillReasons()
{
    clear(m_reasons);
    const auto& similarities = m_choices.preview().similarities();
    const int most = similarities.size() == 1 ? kReasonsShown : 1;
    if (similarities.size() > 1)
        m_reasons->addWidget(new Label(tr("Why they may be the same"), TextSize::Body, TextWeight::Strong));
    for (const auto& similarity : similarities) {
        auto* head = new QHBoxLayout;
        head->setSpacing(2 * kGap);
        head->addWidget(similarities.size() == 1
                            ? new Label(tr("Why they may be the same"), TextSize::Body, TextWeight::Strong)
                            : new Label(codeOf(similarity.customer_id()), TextSize::Second, TextWeight::Medium));
        // Two that somebody chose, and perhaps by a slip.
        const bool isStrange = std::ranges::none_of(similarity.reasons(), &v1::DuplicateReason::agrees);
        head->addWidget(isStrange ? new Tag(tr("little in common"), CellTone::Warn)
                                  : new Tag(rankWord(similarity.rank()), rankTone(similarity.rank())));
        head->addStretch(1);
        m_reasons->addLayout(head);
        int shown = 0;
        for (const auto& reason : similarity.reasons()) {
            if (++shown > most)
                break;
            auto* line = new QHBoxLayout;
            line->setSpacing(kGap);
            line->addWidget(new IconLabel(reason.agrees() ? QStringLiteral("check") : QStringLiteral("circle-minus"),
                                          reason.agrees() ? Tone::Quiet : Tone::Warn, 14));
            auto* text = new Label(duplicateReasonText(reason), TextSize::Second);
            text->setElided(true);
            line->addWidget(text, 1);
            m_reasons->addLayout(line);
        }
    }
}

QString MergeView::survivorCode() const
{
    return m_isReady ? QString::fromStdString(m_choices.result().code()) : QString();
}

void MergeView::merge()
{
    if (!m_isReady)
        return;
    takeOpenText();
    m_isReady = false; // not twice
    m_merging.insert(m_ids);
    const auto onAnswer = [this, ids = m_ids](const Outcome<v1::MergeCustomersResponse>& outcome) {
        onMergeAnswer(ids, outcome);
    };
    m_api.merge(m_choices.request(m_message->text()), this, onAnswer).release();
}

void MergeView::onMergeAnswer(const QList<qint64>& ids, const Outcome<v1::MergeCustomersResponse>& outcome)
{
    m_merging.remove(ids);
    if (outcome) {
        if (ids == m_shownIds)
            m_shownIds.clear(); // what was chosen is done, and no start for another merge of them
        emit merged(ids, outcome.value());
        return;
    }
    if (ids == m_ids)
        m_isReady = hasPreview() && !m_call.isActive();
    emit failed(tr("Nothing was merged."), outcome.error());
    if (ids == m_ids && outcome.error().key() == "merge.stale")
        compare(m_ids, m_choices.survivorId());
}

} // namespace banhang::client
