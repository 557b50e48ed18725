// The entries of a calendar file beside what is here already: what each is, and what becomes of it.
#pragma once

#include <QString>

#include <vector>

#include "client/ics/calendar_file.h"

namespace banhang::client {

enum class Standing {
    Compared,   ///< is being looked up
    New,        ///< not here yet
    Here,       ///< here, and the same
    Changed,    ///< here, and another in the file
    Impossible, ///< the calendar cannot hold it
    Taken,      ///< was just made or changed
    Failed,     ///< the server refused it
};

std::string newRequestId();

struct FileEntry
{
    ics::Entry entry{};
    Standing standing = Standing::Compared;
    bool isChosen = false;
    QString note{};                         ///< why not, or what to know
    v1::Activity stored{};                  ///< of a single one that is here
    std::string requestId = newRequestId(); ///< the same for each attempt, so that none is made twice
    qint64 takenActivity = 0;               ///< made by this import
    qint64 takenSeries = 0;

    bool canBeChosen() const;
};

/// In words, for whoever looks at the list.
QString standingWord(Standing standing);
QString obstacleText(ics::Obstacle obstacle);
/// Empty without remarks.
QString remarksText(const ics::Entry& entry);
/// What it is called, in any case.
QString entryTitle(const v1::Activity& activity);
/// "Thu 19/11 08:30".
QString entryWhenText(const ics::Entry& entry);

/// Fields in which the entry differs from what is here, as an update names them. What was made here and sent out is
/// compared without its texts: in the file they stand among other words.
std::vector<std::string> changedFields(const v1::Activity& entry, const v1::Activity& stored);

} // namespace banhang::client
