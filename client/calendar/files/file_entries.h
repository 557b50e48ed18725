// The entries of a calendar file beside what is here already: what each is, and what becomes of it.
#pragma once

#include <QString>

#include <vector>

#include "client/ics/comparing.h"

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
    ics::Comparison here{};                 ///< what is here of it
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
/// "Other in the file: time, place"; empty where nothing differs.
QString differencesText(const ics::Comparison& here);

} // namespace banhang::client
