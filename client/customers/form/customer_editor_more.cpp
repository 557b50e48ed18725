// The part of CustomerEditor that a new customer can do without: folded away until it is wanted or holds something.
#include "client/customers/form/customer_editor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "client/core/session.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"
#include "client/customers/form/choice_chips.h"
#include "client/ui/form/choice.h"
#include "client/ui/form/form_grid.h"
#include "client/ui/form/growing_text.h"
#include "client/ui/form/suggest_list.h"
#include "client/ui/parts/button.h"

namespace banhang::client {

namespace {

constexpr FieldSpec kWide{.isRequired = false, .isHalf = false, .reservesMessage = false};
constexpr FieldSpec kHalf{.isRequired = false, .isHalf = true, .reservesMessage = false};
constexpr int kLongTextLines = 2;
constexpr const char* kUsualStatus = "new";

/// Of a new customer, or of its draft.
bool saysMore(const v1::Customer& customer)
{
    const bool isRanked = !customer.tier_key().empty() || !customer.group_key().empty() ||
                          (!customer.status_key().empty() && customer.status_key() != kUsualStatus);
    const bool isKnown = !customer.need_keys().empty() || !customer.habit_keys().empty() ||
                         !customer.trait_keys().empty() || !customer.tag_keys().empty() ||
                         !customer.watch_points().empty() || !customer.needs_text().empty() ||
                         !customer.business_text().empty();
    return isRanked || isKnown || !customer.website().empty() || !customer.income_band_key().empty() ||
           !customer.finances_key().empty() || customer.parent_id() != 0;
}

} // namespace

void CustomerEditor::buildMore()
{
    m_column->addWidget(m_more);
    auto* column = new QVBoxLayout(m_more);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_column->spacing());
    const auto before = m_grids.size();
    buildRank(addGrid(column));
    buildKnowledge(addGrid(column));
    if (!isPerson())
        buildParent(addGrid(column));
    for (const auto* grid : m_grids.mid(before))
        connect(grid, &FormGrid::issuesChanged, this, [this, grid] {
            if (grid->errorCount() + grid->warningCount() > 0)
                showMore(); // what is to be corrected must be seen
        });
    m_more->hide();
    if (m_shown.id() != 0 || saysMore(m_shown))
        showMore();
}

void CustomerEditor::showMore()
{
    m_more->show();
    m_showMore->hide();
}

bool CustomerEditor::showsMore() const
{
    return !m_more->isHidden();
}

void CustomerEditor::buildRank(FormGrid* grid)
{
    addPick(grid, "tier_key", "tier", tr("Tier"), m_shown.tier_key());
    addPick(grid, "group_key", "group", tr("Group"), m_shown.group_key());
    addPick(grid, "status_key", "status", tr("Status"), m_shown.id() ? m_shown.status_key() : kUsualStatus);
    m_website = new QLineEdit(QString::fromStdString(m_shown.website()));
    add(grid, "website", tr("Website"), m_website, kHalf);
}

QPlainTextEdit* CustomerEditor::addLongText(FormGrid* grid, const char* path, const QString& label, const QString& hint,
                                            const std::string& text)
{
    auto* edit = new GrowingText(hint, kLongTextLines);
    edit->setPlainText(QString::fromStdString(text));
    add(grid, path, label, edit, kWide);
    return edit;
}

ChoiceChips* CustomerEditor::addChips(FormGrid* grid, const char* path, const char* list,
                                      const google::protobuf::RepeatedPtrField<std::string>& keys)
{
    auto* chips = new ChoiceChips(m_workplace.picklists, QString::fromLatin1(list), keys);
    connect(chips, &ChoiceChips::changed, this, &CustomerEditor::edited);
    m_chips.insert(QString::fromLatin1(path), chips);
    add(grid, path, fieldLabel(QString::fromLatin1(path)), chips, kWide);
    return chips;
}

void CustomerEditor::buildKnowledge(FormGrid* grid)
{
    QStringList points;
    for (const auto& point : m_shown.watch_points())
        points.append(QString::fromStdString(point.text()));
    m_watchPoints = addLongText(grid, "watch_points", fieldLabel(QStringLiteral("watch_points")),
                                tr("One point per line; every department sees them"), points.join(u'\n').toStdString());
    addChips(grid, "need_keys", "need", m_shown.need_keys());
    addChips(grid, "habit_keys", "habit", m_shown.habit_keys());
    addChips(grid, "trait_keys", "trait", m_shown.trait_keys());
    addChips(grid, "tag_keys", "tag", m_shown.tag_keys());
    m_needsText = addLongText(grid, "needs_text", fieldLabel(QStringLiteral("needs_text")),
                              tr("Needs, habits and wishes in the customer's words"), m_shown.needs_text());
    m_businessText = new QLineEdit(QString::fromStdString(m_shown.business_text()));
    add(grid, "business_text", fieldLabel(QStringLiteral("business_text")), m_businessText, kWide);
    if (isPerson())
        addPick(grid, "income_band_key", "income_band", fieldLabel(QStringLiteral("income_band_key")),
                m_shown.income_band_key());
    addPick(grid, "finances_key", "finances", fieldLabel(QStringLiteral("finances_key")), m_shown.finances_key());
}

void CustomerEditor::buildParent(FormGrid* grid)
{
    m_parent = new QLineEdit;
    m_parent->setPlaceholderText(tr("name, tax code or phone of the organisation above"));
    m_parentList = new SuggestList(m_parent, m_host);
    add(grid, "parent_id", tr("Belongs to"), m_parent, kHalf);
    m_relation = new QComboBox;
    for (const auto relation :
         {v1::PARENT_RELATION_UNSPECIFIED, v1::PARENT_RELATION_BRANCH, v1::PARENT_RELATION_DAUGHTER}) {
        const QString word = relationWord(relation);
        m_relation->addItem(word.isEmpty() ? QStringLiteral("–") : word, int(relation));
    }
    choose(m_relation, int(m_shown.parent_relation()));
    add(grid, "parent_relation", tr("As"), m_relation, kHalf);
    connect(m_parent, &QLineEdit::textEdited, this, &CustomerEditor::searchParent);
    connect(m_parentList, &SuggestList::chosen, this, [this](const QVariant& chosen) {
        const auto choice = chosen.toList();
        m_parentId = choice.value(0).toLongLong();
        m_parentName = choice.value(1).toString();
        m_parent->setText(m_parentName);
        emit edited();
        emit checkRequested();
    });
    if (m_parentId == 0)
        return;
    m_parentCall = m_api.get(m_parentId, this, [this](const Outcome<v1::Customer>& outcome) {
        m_parentName = outcome ? QString::fromStdString(outcome->name()) : tr("(not visible to you)");
        m_parent->setText(m_parentName);
    });
}

void CustomerEditor::searchParent(const QString& text)
{
    if (text.trimmed().size() < 2) {
        m_parentList->setSuggestions({});
        m_parentCall.cancel();
        return;
    }
    v1::SearchCustomersRequest request;
    request.set_query(text.toStdString());
    request.mutable_filter()->add_kinds(v1::CUSTOMER_KIND_ORGANISATION);
    request.set_limit(6);
    m_parentCall = m_api.search(request, this, [this](const Outcome<v1::SearchCustomersResponse>& outcome) {
        QList<Suggestion> entries;
        const auto found = outcome ? outcome.value() : v1::SearchCustomersResponse();
        for (const auto& customer : found.customers()) {
            if (customer.id() == m_shown.id())
                continue;
            const QString name = QString::fromStdString(customer.name());
            Suggestion entry;
            entry.iconName = kindIcon(customer.kind());
            entry.strong = name;
            entry.rest = QString::fromStdString(customer.code());
            entry.data = QVariantList{qlonglong(customer.id()), name};
            entries.append(entry);
        }
        m_parentList->setSuggestions(entries);
    });
}

} // namespace banhang::client
