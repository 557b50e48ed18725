// Shows what a pasted block would change, before it does.
#pragma once

#include "client/customers/batch/paste_cells.h"
#include "client/ui/parts/titled_page.h"

namespace banhang::client {

class PastePage final : public TitledPage
{
    Q_OBJECT
public:
    /// `homeless`: lines of what is pasted for which there is no row.
    explicit PastePage(const QList<PastedCell>& cells, int homeless = 0, QWidget* parent = nullptr);

signals:
    void confirmed();
};

} // namespace banhang::client
