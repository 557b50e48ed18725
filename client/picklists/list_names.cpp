#include "client/picklists/list_names.h"

#include <QCoreApplication>

namespace banhang::client {

namespace {

struct ListText
{
    const char* key;
    const char* name;
    const char* use;
};

constexpr const char* kCustomers = QT_TRANSLATE_NOOP("ListNames", "customers");
constexpr const char* kTalks = QT_TRANSLATE_NOOP("ListNames", "talks and care requests");
constexpr const char* kRequests = QT_TRANSLATE_NOOP("ListNames", "care requests");

constexpr ListText kLists[] = {
    {"status", QT_TRANSLATE_NOOP("ListNames", "Status"), kCustomers},
    {"tier", QT_TRANSLATE_NOOP("ListNames", "Tier"), kCustomers},
    {"group", QT_TRANSLATE_NOOP("ListNames", "Group"), kCustomers},
    {"tag", QT_TRANSLATE_NOOP("ListNames", "Tag"), kCustomers},
    {"source", QT_TRANSLATE_NOOP("ListNames", "Source"), kCustomers},
    {"trade", QT_TRANSLATE_NOOP("ListNames", "Line of business"), kCustomers},
    {"occupation", QT_TRANSLATE_NOOP("ListNames", "Occupation"), kCustomers},
    {"income_band", QT_TRANSLATE_NOOP("ListNames", "Income"), kCustomers},
    {"finances", QT_TRANSLATE_NOOP("ListNames", "Finances"), kCustomers},
    {"need", QT_TRANSLATE_NOOP("ListNames", "Need"), kCustomers},
    {"habit", QT_TRANSLATE_NOOP("ListNames", "Habit"), kCustomers},
    {"trait", QT_TRANSLATE_NOOP("ListNames", "Trait"), kCustomers},
    {"channel", QT_TRANSLATE_NOOP("ListNames", "Channel"), kTalks},
    {"care_kind", QT_TRANSLATE_NOOP("ListNames", "Kind of request"), kRequests},
};

} // namespace

QList<ListName> listNames()
{
    const auto say = [](const char* text) { return QCoreApplication::translate("ListNames", text); };
    QList<ListName> names;
    for (const auto& list : kLists)
        names.append({QString::fromLatin1(list.key), say(list.name), say(list.use)});
    return names;
}

} // namespace banhang::client
