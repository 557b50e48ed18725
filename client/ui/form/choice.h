// What is chosen in a box of choices.
#pragma once

class QComboBox;
class QVariant;

namespace banhang::client {

/// Goes to the entry with this data, to the first one where there is none.
void choose(QComboBox* box, const QVariant& data);

} // namespace banhang::client
