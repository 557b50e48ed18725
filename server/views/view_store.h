// Saved views and how each person uses them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/views.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class ConstraintErrors;

/// Who may keep views for a whole unit.
constexpr Right kEditListView{v1::RESOURCE_LIST_VIEW, v1::ACTION_EDIT};

void registerViewsConstraints(ConstraintErrors& errors);

/// All SQL on saved_view and saved_view_choice. Scope: own views, and those of units above the caller.
class ViewStore
{
public:
    /// Where a page starts: behind this view. Empty = at the first.
    struct Place
    {
        std::string name;
        std::int64_t id = 0;
    };

    /// By name, without deleted ones. `may_edit` is not filled.
    static std::vector<v1::SavedView> list(Call& call, const std::string& listKey, const Place& behind, int count);

    struct Stored
    {
        v1::SavedView view;
        bool isDeleted = false;
    };
    /// Deleted ones too, for who made them or may change them. With `isLocked`, kept from changing until the
    /// transaction ends. Throws: AppError NotFound "view.not_found".
    static Stored found(Call& call, std::int64_t viewId, bool isLocked);

    /// Throws: AppError AlreadyExists "view.name_taken".
    static v1::SavedView create(Call& call, const v1::SavedView& wanted);
    static v1::SavedView update(Call& call, const v1::SavedView& before, const v1::SavedView& after);
    static v1::SavedView setDeleted(Call& call, const v1::SavedView& view, bool isDeleted);

    /// Takes default and key from the view that had them.
    static void choose(Call& call, const v1::SavedView& view, bool isDefault, int quickKey);

    /// Leaves below a unit; nothing for no such unit.
    static std::optional<std::vector<std::int64_t>> leavesBelow(Call& call, std::int64_t unitId);
};

} // namespace banhang::server
