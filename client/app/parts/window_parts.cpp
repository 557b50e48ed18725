#include "client/app/parts/window_parts.h"

#include <QShortcut>

#include <algorithm>

#include "client/app/window/places.h"
#include "client/ui/parts/rail.h"

namespace banhang::client {

WindowParts::WindowParts(Rail* rail, Places* places, QObject* parent) : QObject(parent), m_rail(rail), m_places(places)
{
    connect(rail, &Rail::chosen, this, &WindowParts::choose);
    connect(places, &Places::currentChanged, this, &WindowParts::markCurrent);
}

void WindowParts::add(WindowPart* part)
{
    part->setParent(this);
    m_parts.push_back(part);
    for (const auto& place : part->railPlaces()) {
        take(place.page, part);
        addPlace(place);
        auto* key = new QShortcut(QKeySequence(Qt::Key_F5), place.page);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, part, [part, page = place.page] { part->refresh(page); });
    }
    for (auto* page : part->pages())
        take(page, part);
    connect(part, &WindowPart::pageRequested, m_places, &Places::showPlace);
    connect(part, &WindowPart::customerRequested, this, &WindowParts::customerRequested);
    connect(part, &WindowPart::newsHappened, this, &WindowParts::newsHappened);
    connect(part, &WindowPart::undoOffered, this, &WindowParts::undoOffered);
    connect(part, &WindowPart::reminderRaised, this, &WindowParts::reminderRaised);
    connect(part, &WindowPart::failed, this, &WindowParts::failed);
    connect(part, &WindowPart::keysChanged, this, &WindowParts::keysChanged);
    connect(part, &WindowPart::badgeChanged, this, [this](QWidget* page, int count, bool isOverdue) {
        if (auto* button = buttonOf(page))
            button->setBadge(count, isOverdue);
    });
    connect(part, &WindowPart::allowedChanged, this, [this](QWidget* page, bool isAllowed) {
        if (auto* button = buttonOf(page))
            button->setVisible(isAllowed);
    });
}

void WindowParts::take(QWidget* page, WindowPart* part)
{
    m_places->add(page);
    m_partOf.insert(page, part);
}

void WindowParts::addPlace(const RailPlace& place)
{
    m_entries.push_back({place, nullptr});
}

void WindowParts::fillRail()
{
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry& a, const Entry& b) { return a.place.rank < b.place.rank; });
    int id = 0;
    for (auto& [place, button] : m_entries)
        button = m_rail->addEntry(id++, place.icon, place.text, place.isAtBottom);
    markCurrent();
}

void WindowParts::choose(int id)
{
    auto* page = m_entries[static_cast<size_t>(id)].place.page;
    if (auto* part = m_partOf.value(page))
        part->onChosen(page);
    m_places->showPlace(page);
}

void WindowParts::markCurrent()
{
    // Pages without an entry stand in the place of their part, else of the customers.
    const auto entryOf = [this](const QWidget* page) {
        return std::find_if(m_entries.begin(), m_entries.end(),
                            [page](const Entry& entry) { return entry.place.page == page; });
    };
    auto found = entryOf(m_places->currentWidget());
    if (auto* part = m_partOf.value(m_places->currentWidget()); part && found == m_entries.end())
        found = std::find_if(m_entries.begin(), m_entries.end(),
                             [&](const Entry& entry) { return m_partOf.value(entry.place.page) == part; });
    if (found == m_entries.end())
        found = entryOf(m_places->home());
    if (found != m_entries.end())
        m_rail->setCurrent(static_cast<int>(found - m_entries.begin()));
}

RailButton* WindowParts::buttonOf(const QWidget* page) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [page](const Entry& entry) { return entry.place.page == page; });
    return found == m_entries.end() ? nullptr : found->button;
}

void WindowParts::addEntries(WindowHead* head)
{
    for (auto* part : m_parts)
        part->addEntries(head);
}

QList<DetailPart*> WindowParts::makeDetailParts(QObject* parent)
{
    QList<DetailPart*> made;
    for (auto* part : m_parts) {
        if (auto* one = part->makeDetailPart(parent))
            made.append(one);
    }
    return made;
}

void WindowParts::begin()
{
    for (auto* part : m_parts)
        part->begin();
}

void WindowParts::end()
{
    for (auto* part : m_parts)
        part->end();
}

bool WindowParts::refresh()
{
    auto* page = m_places->currentWidget();
    auto* part = m_partOf.value(page);
    if (part)
        part->refresh(page);
    return part != nullptr;
}

bool WindowParts::nextPane(bool isBackwards)
{
    auto* page = m_places->currentWidget();
    auto* part = m_partOf.value(page);
    return part && part->nextPane(page, isBackwards);
}

} // namespace banhang::client
