#include "server/changes/pending_changes.h"

#include <algorithm>

namespace banhang::server {

namespace {

void addFields(const v1::Change& from, v1::Change& into)
{
    for (const std::string& field : from.fields()) {
        if (std::find(into.fields().begin(), into.fields().end(), field) == into.fields().end())
            into.add_fields(field);
    }
}

} // namespace

void PendingChanges::add(const v1::Change& change)
{
    if (m_resync)
        return; // it will reload everything anyway
    const RecordKey record{change.entity(), change.id()};
    const auto [place, isNew] = m_places.try_emplace(record, m_order.size());
    if (isNew) {
        if (m_order.size() >= m_bound)
            resync(v1::Resync::REASON_OVERFLOW);
        else
            m_order.push_back(change);
        return;
    }
    v1::Change& known = m_order[place->second];
    v1::Change merged = change;
    if (change.kind() == v1::CHANGE_KIND_CHANGED && known.kind() == v1::CHANGE_KIND_CHANGED)
        addFields(known, merged);
    known = std::move(merged);
}

void PendingChanges::resync(v1::Resync::Reason reason)
{
    if (!m_resync || reason == v1::Resync::REASON_RIGHTS)
        m_resync = reason;
    m_order.clear();
    m_places.clear();
}

v1::WatchEvent PendingChanges::take()
{
    v1::WatchEvent event;
    if (m_resync) {
        event.mutable_resync()->set_reason(*m_resync);
    } else {
        for (v1::Change& change : m_order)
            *event.mutable_batch()->add_changes() = std::move(change);
    }
    m_resync.reset();
    m_order.clear();
    m_places.clear();
    return event;
}

} // namespace banhang::server
