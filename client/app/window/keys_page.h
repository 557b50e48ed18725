// The keys that there are, by the place where they work.
#pragma once

#include "client/ui/parts/titled_page.h"

namespace banhang::client {

class KeysPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit KeysPage(QWidget* parent = nullptr);
};

} // namespace banhang::client
