// Care requests in words.
#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

#include "banhang/v1/care_requests.pb.h"
#include "client/ui/table/table_roles.h"

namespace banhang::client {

QString careStateWord(v1::CareState state);
CellTone careStateTone(v1::CareState state);
QString careSeverityWord(v1::CareSeverity severity);
CellTone careSeverityTone(v1::CareSeverity severity);

/// Not answered, not cancelled.
bool isOpenCare(const v1::CareRequest& request);
/// Open and past its promised time.
bool isLateCare(const v1::CareRequest& request, const QDateTime& now);
/// States that this one may go to, the usual one first. The server decides.
std::vector<v1::CareState> careSteps(v1::CareState state);
/// What the step is called on a button: "Begin", "Answer".
QString careStepWord(v1::CareState from, v1::CareState to);

/// "today 17:00"; of an overdue one how late: "3 h late".
QString promiseText(const v1::CareRequest& request, const QDateTime& now);
/// "YC000012 · Máy giao bị xước".
QString careTitle(const v1::CareRequest& request);

} // namespace banhang::client
