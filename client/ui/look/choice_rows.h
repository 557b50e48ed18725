// The rows of the list that a choice box opens.
#pragma once

class QComboBox;

namespace banhang::client {

/// As high as what is to be hit, and drawn by the style. Makes the list of the box, so not before the box is seen.
void setChoiceRows(QComboBox& box);

} // namespace banhang::client
