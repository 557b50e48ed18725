#include "client/customers/fact_grid.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/avatar.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"

namespace banhang::client {

namespace {

constexpr int kLabelWidth = 92;
constexpr int kBetweenColumns = 8;

Label* wrappingLabel(const QString& text, TextSize size, Tone tone)
{
    auto* label = new Label(text, size, TextWeight::Regular, tone);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FactGrid::FactGrid(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, 1);
}

void FactGrid::setFacts(const QList<Fact>& facts)
{
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_values.clear();
    const int perColumn = static_cast<int>(facts.size() + 1) / 2;
    for (int i = 0; i < facts.size(); ++i)
        addFact(facts[i], i % perColumn, i / perColumn);
}

void FactGrid::addFact(const Fact& fact, int row, int column)
{
    auto* name = new Label(fact.label, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    name->setWordWrap(true);
    const auto widen = [name] { name->setMinimumWidth(scaled(kLabelWidth)); };
    widen();
    connect(&Look::instance(), &Look::changed, name, widen);
    name->setContentsMargins(0, 1, 0, 0);
    m_grid->addWidget(name, row, column * 2, Qt::AlignTop);
    auto* cell = new QWidget;
    auto* line = new QHBoxLayout(cell);
    line->setContentsMargins(0, 0, column == 0 ? kBetweenColumns : 0, 0);
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
    m_grid->addWidget(cell, row, column * 2 + 1, Qt::AlignTop);
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
