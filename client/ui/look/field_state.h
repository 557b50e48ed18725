// How an input field is framed and whether it may be changed: the style paints it, forms set it.
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

/// May be read but not changed: texts stay selectable, boxes of choices and ticks show what is chosen in usual letters.
void setReadOnly(QWidget* field, bool isReadOnly);
bool isReadOnly(const QWidget* field);

} // namespace banhang::client
