#include "client/ui/look/field_state.h"

#include <QVariant>
#include <QWidget>

namespace banhang::client {

namespace {
constexpr const char* kProperty = "fieldState";
}

void setFieldState(QWidget* field, FieldState state)
{
    if (fieldState(field) == state)
        return;
    field->setProperty(kProperty, static_cast<int>(state));
    field->update();
}

FieldState fieldState(const QWidget* field)
{
    return field ? static_cast<FieldState>(field->property(kProperty).toInt()) : FieldState::Normal;
}

} // namespace banhang::client
