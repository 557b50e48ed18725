// Subscriptions in words.
#pragma once

#include <QList>
#include <QString>

#include "banhang/v1/identity.pb.h"
#include "banhang/v1/subscriptions.pb.h"
#include "client/core/workplace.h"

namespace banhang::client {

QString entityWord(v1::SubscribedEntity entity);
QString entityIcon(v1::SubscribedEntity entity);

/// "Customers: Status, Owner · Group VIP".
QString wishText(const v1::Subscription& subscription, const Workplace& workplace);
/// For whom, and whether it is quiet for the reader: "Team 1 · quiet until 14:30".
QString reachText(const v1::Subscription& subscription, const Workplace& workplace);

/// Units of which the caller keeps subscriptions, the largest first.
QList<const v1::Unit*> keptUnits(const Workplace& workplace);

} // namespace banhang::client
