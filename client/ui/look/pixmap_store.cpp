#include "client/ui/look/pixmap_store.h"

namespace banhang::client {

PixmapStore& PixmapStore::instance()
{
    static PixmapStore store;
    return store;
}

} // namespace banhang::client
