#include "client/ui/form/choice.h"

#include <QComboBox>

namespace banhang::client {

void choose(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(qMax(0, box->findData(data)));
}

} // namespace banhang::client
