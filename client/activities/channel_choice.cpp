#include "client/activities/channel_choice.h"

#include <QComboBox>

#include "client/activities/activity_text.h"
#include "client/core/picklist_cache.h"
#include "client/ui/look/icon.h"

namespace banhang::client {

void fillChannels(QComboBox* box, const PicklistCache& picklists)
{
    box->clear();
    for (const auto* item : picklists.choices(QStringLiteral("channel")))
        box->addItem(Icon::named(channelIcon(item->key())), PicklistCache::labelOf(*item),
                     QString::fromStdString(item->key()));
}

} // namespace banhang::client
