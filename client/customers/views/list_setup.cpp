#include "client/customers/views/list_setup.h"

#include <algorithm>

#include <google/protobuf/util/message_differencer.h>

#include "client/core/local_settings.h"
#include "client/customers/list/customer_model.h"

namespace banhang::client {

namespace {

QString settingsKey(qint64 userId, const QString& view)
{
    return QStringLiteral("customers/setup/%1/%2").arg(userId).arg(view);
}

} // namespace

bool operator==(const ListSetup& left, const ListSetup& right)
{
    auto leftFilter = left.filter;
    auto rightFilter = right.filter;
    leftFilter.clear_deleted();
    rightFilter.clear_deleted();
    google::protobuf::util::MessageDifferencer differencer;
    // Which of two values was chosen first makes no other list.
    differencer.set_repeated_field_comparison(google::protobuf::util::MessageDifferencer::AS_SET);
    return left.sort == right.sort && left.isDescending == right.isDescending && left.columns == right.columns &&
           differencer.Compare(leftFilter, rightFilter);
}

void write(const ListSetup& setup, v1::SavedView& view)
{
    *view.mutable_filter() = setup.filter;
    view.mutable_filter()->clear_deleted();
    view.set_sort(setup.sort);
    view.set_descending(setup.isDescending);
    view.clear_columns();
    for (const auto& shown : setup.columns) {
        auto* column = view.add_columns();
        column->set_key(columnInfo(shown.column).key);
        column->set_width(shown.width);
    }
}

ListSetup setupOf(const v1::SavedView& view)
{
    ListSetup setup;
    setup.filter = view.filter();
    if (view.sort() != v1::CUSTOMER_SORT_UNSPECIFIED)
        setup.sort = view.sort();
    setup.isDescending = view.descending();
    if (view.columns().empty())
        return setup;
    setup.columns.clear();
    for (const auto& column : view.columns()) {
        if (const int known = columnOfKey(column.key()); known >= 0)
            setup.columns.append({known, column.width()});
    }
    for (const int needed : {int(CustomerModel::Tier), int(CustomerModel::Name)}) {
        if (std::ranges::find(setup.columns, needed, &ShownColumn::column) == setup.columns.end())
            setup.columns.prepend({needed, 0});
    }
    return setup;
}

void rememberSetup(qint64 userId, const QString& view, const ListSetup& setup)
{
    v1::SavedView kept;
    write(setup, kept);
    kept.clear_filter();
    const std::string bytes = kept.SerializeAsString();
    setLocalSetting(settingsKey(userId, view), QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

void forgetSetup(qint64 userId, const QString& view)
{
    setLocalSetting(settingsKey(userId, view), {});
}

ListSetup withRemembered(qint64 userId, const QString& view, ListSetup setup)
{
    const QByteArray bytes = localSetting(settingsKey(userId, view)).toByteArray();
    v1::SavedView kept;
    if (bytes.isEmpty() || !kept.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size())))
        return setup;
    auto remembered = setupOf(kept);
    remembered.filter = setup.filter;
    return remembered;
}

} // namespace banhang::client
