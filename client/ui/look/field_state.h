// How an input field is framed: the style paints it, forms set it.
#pragma once

class QWidget;

namespace banhang::client {

enum class FieldState {
    Normal,
    Warn,   // amber: look at it, saving goes on
    Error,  // brick: saving stops
    Peer,   // violet: a colleague has just changed the stored value
    Masked, // dashed: hidden by right
};

void setFieldState(QWidget* field, FieldState state);
FieldState fieldState(const QWidget* field);

} // namespace banhang::client
