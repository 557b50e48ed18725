#include "client/core/presence.h"

namespace banhang::client {

namespace {

constexpr int kSettleMs = 300;
constexpr int kMaxPlaces = 32;

const Method<v1::ReportPresenceRequest, v1::ReportPresenceResponse>& reportMethod()
{
    static const Method<v1::ReportPresenceRequest, v1::ReportPresenceResponse> method(
        "banhang.v1.ChangesService.ReportPresence");
    return method;
}

} // namespace

Presence::Presence(RpcClient& rpc, ChangeFeed& feed, QObject* parent) : QObject(parent), m_rpc(rpc), m_feed(feed)
{
    connect(&m_feed, &ChangeFeed::presenceArrived, this, [this](qint64 id, const QList<Colleague>& people) {
        if (people.isEmpty())
            m_people.remove(id);
        else
            m_people.insert(id, people);
        emit changed(id);
    });
    connect(&m_feed, &ChangeFeed::stateChanged, this, [this] {
        if (isKnown() == m_wasKnown)
            return;
        m_wasKnown = isKnown();
        forget();
        emit knownChanged();
    });
}

void Presence::forget()
{
    const auto ids = m_people.keys();
    m_people.clear();
    for (const qint64 id : ids)
        emit changed(id);
}

PresencePlace::PresencePlace(Presence& presence, QObject* parent) : QObject(parent), m_presence(presence), m_number(0)
{
    while (m_presence.m_places.contains(m_number) && m_number + 1 < kMaxPlaces)
        ++m_number;
    m_presence.m_places.insert(m_number);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PresencePlace::tell);
    // A server that was away knows nothing of this place, and one that was cut off has forgotten it.
    connect(&m_presence, &Presence::knownChanged, this, [this] {
        if (m_customerId != 0 && m_presence.isKnown())
            m_timer.start(kSettleMs);
    });
}

PresencePlace::~PresencePlace()
{
    leave();
    m_presence.m_places.remove(m_number);
}

void PresencePlace::enter(qint64 customerId, bool isEditing, const QString& field)
{
    if (customerId == m_customerId && isEditing == m_isEditing && field == m_field)
        return;
    if (customerId != m_customerId)
        leave();
    m_customerId = customerId;
    m_isEditing = isEditing;
    m_field = field;
    if (customerId != 0)
        m_timer.start(kSettleMs);
}

void PresencePlace::leave()
{
    m_timer.stop();
    m_call.cancel();
    m_customerId = 0;
    m_field.clear();
    if (!std::exchange(m_isTold, false) || !m_presence.isKnown())
        return;
    v1::ReportPresenceRequest request;
    request.set_place(m_number);
    // Nobody waits for the answer: what is not heard ends by itself. The client is the receiver, since this may be
    // over.
    m_call = m_presence.m_rpc.call(reportMethod(), request, &m_presence,
                                   std::function<void(Outcome<v1::ReportPresenceResponse>)>([](const auto&) {}));
    m_call.release();
}

void PresencePlace::tell()
{
    if (!m_presence.isKnown())
        return; // told when it is back
    v1::ReportPresenceRequest request;
    request.set_place(m_number);
    request.set_customer_id(m_customerId);
    request.set_editing(m_isEditing);
    request.set_field(m_field.toStdString());
    m_isTold = true;
    m_call =
        m_presence.m_rpc.call(reportMethod(), request, this,
                              std::function<void(Outcome<v1::ReportPresenceResponse>)>([this](const auto& outcome) {
                                  // Refused: not visible any more, or the bar of the window tells why.
                                  if (outcome)
                                      m_timer.start(std::max(1000, outcome->repeat_ms()));
                              }));
}

} // namespace banhang::client
