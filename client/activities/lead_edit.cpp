#include "client/activities/lead_edit.h"

#include <algorithm>
#include <array>

#include "client/activities/activity_text.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/flow_layout.h"

namespace banhang::client {

namespace {

constexpr int kSpacing = 6;
constexpr std::array kUsual{0, 15, 60, 24 * 60};
constexpr int kMaxLeads = 5; // of the contract

} // namespace

LeadEdit::LeadEdit(QWidget* parent) : QWidget(parent), m_flow(new FlowLayout(kSpacing, this))
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    setLeads({});
}

void LeadEdit::setLeads(const QList<int>& minutes)
{
    for (const auto& [minute, chip] : std::as_const(m_chips))
        delete chip;
    m_chips.clear();
    QList<int> offered(kUsual.begin(), kUsual.end());
    for (const int minute : minutes) {
        if (!offered.contains(minute))
            offered.append(minute);
    }
    std::sort(offered.begin(), offered.end());
    for (const int minute : std::as_const(offered))
        addChip(minute, minutes.contains(minute));
    setFocusProxy(m_chips.front().second);
}

void LeadEdit::addChip(int minutes, bool isChosen)
{
    auto* chip = new Chip(Chip::Kind::Choice, leadText(minutes));
    chip->setChecked(isChosen);
    m_flow->addWidget(chip);
    chip->show();
    m_chips.append({minutes, chip});
    connect(chip, &QAbstractButton::clicked, this, [this, chip] {
        if (leads().size() > kMaxLeads)
            chip->setChecked(false);
        emit changed();
    });
}

QList<int> LeadEdit::leads() const
{
    QList<int> chosen;
    for (const auto& [minutes, chip] : m_chips) {
        if (chip->isChecked())
            chosen.append(minutes);
    }
    return chosen;
}

} // namespace banhang::client
