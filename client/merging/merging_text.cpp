#include "client/merging/merging_text.h"

#include <QCoreApplication>

#include <algorithm>

#include "client/core/texts.h"

namespace banhang::client {

namespace {

QString say(const char* text, int count = -1)
{
    return QCoreApplication::translate("MergingText", text, nullptr, count);
}

} // namespace

QString rankWord(v1::DuplicateRank rank)
{
    switch (rank) {
    case v1::DUPLICATE_RANK_CERTAIN:
        return say(QT_TRANSLATE_NOOP("MergingText", "Almost certainly the same"));
    case v1::DUPLICATE_RANK_LIKELY:
        return say(QT_TRANSLATE_NOOP("MergingText", "Very similar"));
    default:
        return say(QT_TRANSLATE_NOOP("MergingText", "Possibly the same"));
    }
}

QString rankSection(v1::DuplicateRank rank)
{
    switch (rank) {
    case v1::DUPLICATE_RANK_CERTAIN:
        return say(QT_TRANSLATE_NOOP("MergingText", "Almost certainly the same customer"));
    case v1::DUPLICATE_RANK_LIKELY:
        return say(QT_TRANSLATE_NOOP("MergingText", "Very similar: compare before merging"));
    default:
        return say(QT_TRANSLATE_NOOP("MergingText", "Possibly the same: often namesakes, branches or families"));
    }
}

CellTone rankTone(v1::DuplicateRank rank)
{
    return rank == v1::DUPLICATE_RANK_CERTAIN  ? CellTone::Error
           : rank == v1::DUPLICATE_RANK_LIKELY ? CellTone::Warn
                                               : CellTone::Plain;
}

QString linkName(const std::string& link)
{
    if (link == "contact")
        return say(QT_TRANSLATE_NOOP("MergingText", "Contact persons"));
    if (link == "customer_share")
        return say(QT_TRANSLATE_NOOP("MergingText", "Shares with colleagues"));
    if (link == "activity")
        return say(QT_TRANSLATE_NOOP("MergingText", "Talks, appointments and tasks"));
    if (link == "care_request")
        return say(QT_TRANSLATE_NOOP("MergingText", "Care requests"));
    if (link == "care_enrolment")
        return say(QT_TRANSLATE_NOOP("MergingText", "Care sequences"));
    if (link == "customer.parent_id")
        return say(QT_TRANSLATE_NOOP("MergingText", "Branches and subsidiaries"));
    return QString::fromStdString(link);
}

QString linkIcon(const std::string& link)
{
    if (link == "contact")
        return QStringLiteral("users");
    if (link == "customer_share")
        return QStringLiteral("share-2");
    if (link == "activity")
        return QStringLiteral("message-square");
    if (link == "care_request")
        return QStringLiteral("handshake");
    if (link == "care_enrolment")
        return QStringLiteral("repeat");
    return link == "customer.parent_id" ? QStringLiteral("network") : QStringLiteral("copy");
}

QString reasonText(const MergeChoices::Field& field)
{
    if (field.isTyped)
        return say(QT_TRANSLATE_NOOP("MergingText", "typed by you"));
    if (field.reasonKey.isEmpty())
        return {};
    v1::FieldIssue reason;
    reason.set_key(field.reasonKey.toStdString());
    for (auto it = field.reasonArgs.constBegin(); it != field.reasonArgs.constEnd(); ++it)
        (*reason.mutable_args())[it.key().toStdString()] = it.value().toStdString();
    return issueText(reason);
}

QString mergeTitle(int customers)
{
    return customers == 2 ? say(QT_TRANSLATE_NOOP("MergingText", "Merge two customers"))
                          : say(QT_TRANSLATE_N_NOOP("MergingText", "Merge %Ln customers"), customers);
}

Stretch differingStretch(const QString& text, const QString& other)
{
    if (text == other || text.isEmpty() || other.isEmpty())
        return {};
    const qsizetype shorter = std::min(text.size(), other.size());
    qsizetype begin = 0;
    while (begin < shorter && text[begin] == other[begin])
        ++begin;
    qsizetype end = 0;
    while (end < shorter - begin && text[text.size() - 1 - end] == other[other.size() - 1 - end])
        ++end;
    const qsizetype length = text.size() - begin - end;
    // Where most of it differs, a mark would only colour the cell.
    return 2 * length <= text.size() ? Stretch{begin, length} : Stretch{};
}

QString namedCode(const std::string& name, const std::string& code)
{
    return QStringLiteral("%1 (%2)").arg(QString::fromStdString(name), QString::fromStdString(code));
}

} // namespace banhang::client
