#include "client/customers/detail/presence_view.h"

#include <QHBoxLayout>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/presence.h"
#include "client/customers/customer_text.h"
#include "client/ui/parts/avatar.h"

namespace banhang::client {

namespace {

constexpr qsizetype kMaxNamed = 3;

bool editsMore(const Colleague& a, const Colleague& b)
{
    const auto weight = [](const Colleague& person) { return int(person.isEditing) + int(!person.field.isEmpty()); };
    return weight(a) > weight(b);
}

} // namespace

Person personOf(const Workplace& workplace, qint64 userId)
{
    return {userId, workplace.directory.initials(userId), workplace.directory.fullName(userId)};
}

PresenceView::PresenceView(const Workplace& workplace, QWidget* parent)
    : QWidget(parent), m_workplace(workplace), m_bar(new PresenceBar)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_bar);
    setVisible(false);
    connect(&m_workplace.presence, &Presence::changed, this, [this](qint64 customerId) {
        if (customerId == m_customerId)
            update();
    });
    connect(&m_workplace.presence, &Presence::knownChanged, this, &PresenceView::update);
    connect(&m_workplace.directory, &DirectoryCache::changed, this, &PresenceView::update);
}

void PresenceView::showCustomer(qint64 customerId)
{
    m_customerId = customerId;
    update();
}

void PresenceView::update()
{
    const bool isKnown = m_workplace.presence.isKnown();
    auto people = m_workplace.presence.at(m_customerId);
    std::stable_sort(people.begin(), people.end(), editsMore);
    QList<Person> shown;
    for (const auto& colleague : people)
        shown.append(personOf(m_workplace, colleague.userId));
    if (isKnown)
        m_bar->setPeople(shown, sentence(), !people.isEmpty() && people.front().isEditing);
    else
        m_bar->setUnknown();
    setVisible(m_customerId != 0 && (!isKnown || !people.isEmpty()));
}

QString PresenceView::sentence() const
{
    auto people = m_workplace.presence.at(m_customerId);
    if (people.isEmpty())
        return {};
    std::stable_sort(people.begin(), people.end(), editsMore);
    const auto& first = people.front();
    const QString name = m_workplace.directory.givenName(first.userId);
    if (!first.field.isEmpty())
        return tr("%1 is editing %2").arg(name, fieldLabel(first.field));
    if (first.isEditing)
        return tr("%1 is editing").arg(name);
    QStringList names;
    for (const auto& colleague : people.first(std::min(people.size(), kMaxNamed)))
        names.append(m_workplace.directory.givenName(colleague.userId));
    return tr("%1 viewing").arg(names.join(QStringLiteral(", ")));
}

} // namespace banhang::client
