#include "client/ui/parts/fact_grid.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/tab_order.h"

namespace banhang::client {

namespace {

constexpr int kLabelWidth = 88;
constexpr int kBetweenColumns = 12;

Label* wrappingLabel(const QString& text, TextSize size, Tone tone)
{
    auto* label = new Label(text, size, TextWeight::Regular, tone);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FactGrid::FactGrid(QWidget* parent) : QWidget(parent)
{
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(kBetweenColumns);
}

QGridLayout* FactGrid::addColumn()
{
    auto* holder = new QWidget;
    auto* outer = new QVBoxLayout(holder);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    outer->addLayout(grid);
    outer->addStretch(1);
    static_cast<QHBoxLayout*>(layout())->addWidget(holder, 1);
    return grid;
}

void FactGrid::setFacts(const QList<Fact>& facts)
{
    // Made anew: a grid keeps the rows of what it held before, and the room between them.
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    auto* main = addColumn();
    auto* aside = addColumn();
    m_values.clear();
    for (const auto& fact : facts)
        addFact(fact, fact.isAside ? aside : main);
    tabWithin(this);
}

void FactGrid::addFact(const Fact& fact, QGridLayout* column)
{
    const int row = column->count() / 2; // label and value
    auto* name = new Label(fact.label, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    name->setWordWrap(true);
    updateWithLook(name, [name] { name->setFixedWidth(scaled(kLabelWidth)); });
    name->setContentsMargins(0, 1, 0, 0);
    column->addWidget(name, row, 0, Qt::AlignTop);
    auto* cell = new QWidget;
    auto* line = new QHBoxLayout(cell);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    if (fact.isMasked) {
        line->addWidget(new IconLabel(QStringLiteral("eye-off"), Tone::Quiet));
        line->addWidget(new Label(tr("May not be seen"), TextSize::Body, TextWeight::Regular, Tone::Quiet), 1);
    } else if (!fact.link.isEmpty()) {
        auto* link = new Label(QStringLiteral("<a href=\"%1\" style=\"text-decoration:none\">%2</a>")
                                   .arg(fact.link.toHtmlEscaped(), fact.value.toHtmlEscaped()));
        link->setTextFormat(Qt::RichText);
        link->setWordWrap(true);
        link->setTextInteractionFlags(Qt::TextBrowserInteraction);
        link->setOpenExternalLinks(true);
        m_values.insert(fact.field, link);
        line->addWidget(link, 1);
    } else {
        if (fact.personId)
            line->addWidget(new Avatar({fact.personId, fact.initials, fact.value}), 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* value = wrappingLabel(fact.value, TextSize::Body, Tone::Normal);
        m_values.insert(fact.field, value);
        words->addWidget(value);
        if (!fact.second.isEmpty())
            words->addWidget(wrappingLabel(fact.second, TextSize::Second, Tone::Quiet));
        line->addLayout(words, 1);
    }
    column->addWidget(cell, row, 1, Qt::AlignTop);
}

void FactGrid::markChanged(const QStringList& fields)
{
    for (const auto& field : fields) {
        if (auto* label = m_values.value(field)) {
            label->setTone(Tone::Peer);
            label->setWeight(TextWeight::Strong);
        }
    }
}

} // namespace banhang::client
