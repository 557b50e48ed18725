#include "client/activities/people_edit.h"

#include <QComboBox>

#include "client/core/directory_cache.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/flow_layout.h"

namespace banhang::client {

namespace {

constexpr int kSpacing = 6;
constexpr int kMaxPeople = 50; // of the contract

} // namespace

PeopleEdit::PeopleEdit(const Workplace& workplace, QWidget* parent)
    : QWidget(parent), m_workplace(workplace), m_flow(new FlowLayout(kSpacing, this)), m_box(new QComboBox)
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->addWidget(m_box);
    m_box->setAccessibleName(tr("Add somebody who takes part"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, [this] { add(m_box->currentData().toLongLong()); });
}

void PeopleEdit::setPeople(const QList<qint64>& people, qint64 without)
{
    m_people = people;
    m_without = without;
    rebuild();
}

void PeopleEdit::add(qint64 userId)
{
    if (userId == 0 || m_people.contains(userId) || m_people.size() >= kMaxPeople)
        return;
    m_people.append(userId);
    rebuild();
    emit changed();
}

void PeopleEdit::rebuild()
{
    for (auto* chip : std::as_const(m_chips))
        chip->deleteLater();
    m_chips.clear();
    m_flow->removeWidget(m_box);
    for (const qint64 userId : std::as_const(m_people)) {
        auto* chip = new Chip(Chip::Kind::Filter, m_workplace.directory.givenName(userId));
        chip->setToolTip(m_workplace.directory.fullName(userId));
        connect(chip, &Chip::removeRequested, this, [this, userId] {
            m_people.removeAll(userId);
            rebuild();
            emit changed();
        });
        m_flow->addWidget(chip);
        m_chips.append(chip);
        chip->show();
    }
    m_flow->addWidget(m_box);
    m_box->clear();
    m_box->addItem(tr("Add somebody…"), qlonglong(0));
    for (const auto* person : m_workplace.directory.activePeople()) {
        if (person->user_id() != m_without && !m_people.contains(person->user_id()))
            m_box->addItem(QString::fromStdString(person->full_name()), qlonglong(person->user_id()));
    }
    updateGeometry();
}

} // namespace banhang::client
