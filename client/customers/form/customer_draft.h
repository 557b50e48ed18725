// What was typed into the form of a customer, as a draft keeps it, and how it stands beside what is stored now.
#pragma once

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <string>

#include "banhang/v1/customer.pb.h"
#include "client/core/draft_store.h"
#include "client/core/workplace.h"
#include "client/customers/form/conflict_panel.h"

namespace banhang::client {

struct CustomerDraft
{
    v1::Customer base;     ///< as read before anything was typed
    v1::Customer baseline; ///< what the form gave back for it: what differs from this was typed
    v1::Customer typed;
    std::string requestId{}; ///< under which this was sent, if it was
    bool isWaiting = false;  ///< to be sent as soon as the server is there
    qint64 theirUserId = 0;  ///< who saved before, where the form has been told; 0 = unknown
    QDateTime theirTime{};   ///< null with it
};

QString customerDraftKey(qint64 customerId);
/// Nothing when it cannot be written down.
std::optional<Draft> writeDraft(const CustomerDraft& draft);
/// Nothing for a draft of something else, or of a program that wrote it differently.
std::optional<CustomerDraft> readDraft(const Draft& draft);

/// Two people at the same record.
struct EditConflict
{
    QList<ConflictRow> rows; ///< fields that both changed, into different values
    QStringList onlyTheirs;
    QStringList onlyMine;
};

EditConflict conflictWith(const v1::Customer& stored, const CustomerDraft& draft, const Workplace& workplace);
/// Shows it, fields without conflict in a line. `theirName`: the given name, or "a colleague".
void showConflict(ConflictPanel& panel, const EditConflict& conflict, const Workplace& workplace, qint64 theirUserId,
                  const QDateTime& when);
/// "Minh"; words for somebody who is not known.
QString givenNameOf(qint64 userId, const Workplace& workplace);

} // namespace banhang::client
