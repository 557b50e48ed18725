#include "client/ui/look/field_state.h"

#include <QVariant>
#include <QWidget>

namespace banhang::client {

namespace {
constexpr const char* kProperty = "fieldState";
constexpr const char* kReadOnly = "readOnly"; // what editors of text call theirs
} // namespace

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

void setReadOnly(QWidget* field, bool isReadOnly)
{
    field->setProperty(kReadOnly, isReadOnly);
    if (field->metaObject()->indexOfProperty(kReadOnly) < 0)
        field->setEnabled(!isReadOnly); // has no such state of its own
    field->update();
}

bool isReadOnly(const QWidget* field)
{
    return field && field->property(kReadOnly).toBool();
}

} // namespace banhang::client
