#include "server/fields/text_rules.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <google/protobuf/descriptor.h>

#include "common/vn/utf8.h"

namespace banhang::server {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

namespace {

struct TextLimit
{
    std::string_view field; ///< full name without the package
    std::size_t characters;
    bool multiLine = false;
};

constexpr std::size_t kUsualLimit = 200;
constexpr int kMaxEntries = 50;
constexpr int kMaxPeople = 500; ///< contact persons and points to watch gather over years
/// Of one list with all that is in it: the entries of a list and their texts are never all at their limits, and the
/// history keeps a changed list twice, as a whole.
constexpr std::size_t kMaxKilobytes = 96;

constexpr std::array kLimits{
    TextLimit{"Customer.note", 10000, true},
    TextLimit{"Customer.needs_text", 4000, true},
    TextLimit{"Customer.business_text", 4000, true},
    TextLimit{"Customer.website", 500},
    TextLimit{"Customer.tax_code", 50},
    TextLimit{"Phone.number", 100},
    TextLimit{"Email.address", 254},
    TextLimit{"Address.street", 400},
    TextLimit{"Contact.note", 2000, true},
    TextLimit{"WatchPoint.text", 2000, true},
    TextLimit{"Activity.place", 300},
    TextLimit{"Activity.preparation", 20000, true},
    TextLimit{"Activity.course", 20000, true},
    TextLimit{"Activity.result", 20000, true},
    TextLimit{"Activity.goal", 20000, true},
    TextLimit{"Activity.callback_reason", 300},
    TextLimit{"Activity.message_id", 500},
    TextLimit{"Activity.ics_uid", 500},
    TextLimit{"Series.ics_uid", 500},
    TextLimit{"CareRequest.description", 20000, true},
    TextLimit{"CareRequest.answer", 20000, true},
    TextLimit{"Sequence.name", 100},
    TextLimit{"Sequence.description", 500, true},
    TextLimit{"SequenceStep.preparation", 20000, true},
};

std::string_view nameInPackage(const FieldDescriptor& field)
{
    const std::string& full = field.full_name();
    const std::size_t package = field.file()->package().size();
    return std::string_view(full).substr(package == 0 ? 0 : package + 1);
}

TextLimit limitOf(const FieldDescriptor& field)
{
    const std::string_view name = nameInPackage(field);
    const auto found = std::ranges::find(kLimits, name, &TextLimit::field);
    return found != kLimits.end() ? *found : TextLimit{name, kUsualLimit};
}

std::string tidyLines(std::string_view text)
{
    std::string lines;
    for (const char c : vn::toNfc(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isText = byte >= 0x20 && byte != 0x7F;
        if (isText || c == '\n' || c == '\t')
            lines += c;
    }
    return std::string(vn::trim(lines));
}

std::string tidied(const std::string& text, const FieldDescriptor& field)
{
    return limitOf(field).multiLine ? tidyLines(text) : vn::tidy(text);
}

std::size_t sizeOfList(const Message& message, const FieldDescriptor& field)
{
    const auto& reflection = *message.GetReflection();
    std::size_t bytes = 0;
    for (int i = 0; i < reflection.FieldSize(message, &field); ++i)
        bytes += field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE
                     ? reflection.GetRepeatedMessage(message, &field, i).ByteSizeLong()
                     : 0;
    return bytes;
}

void checkList(const Message& message, const FieldDescriptor& field, const std::string& path, Issues& issues)
{
    const bool gathers = field.name() == "contacts" || field.name() == "watch_points";
    const int most = gathers ? kMaxPeople : kMaxEntries;
    const int count = message.GetReflection()->FieldSize(message, &field);
    checkCount(issues, path, count, most);
    if (count <= most && sizeOfList(message, field) > kMaxKilobytes * 1024)
        addError(issues, path, "list.too_large", {{"max", std::to_string(kMaxKilobytes)}});
}

/// Numbers that this version has no name for would be stored, but neither shown nor read back.
void checkEnum(const Message& message, const FieldDescriptor& field, int index, const std::string& path, Issues& issues)
{
    const auto& reflection = *message.GetReflection();
    const int number =
        index < 0 ? reflection.GetEnumValue(message, &field) : reflection.GetRepeatedEnumValue(message, &field, index);
    if (field.enum_type()->FindValueByNumber(number) == nullptr)
        addError(issues, path, "field.unknown_value");
}

/// Calls `visit(value message, field, index, path)` for each set field; index -1 for a single one.
template <typename Visit>
void eachField(const Message& message, const std::string& prefix, Visit visit)
{
    std::vector<const FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
        const std::string path = prefix.empty() ? field->name() : prefix + "." + field->name();
        if (!field->is_repeated()) {
            visit(*field, -1, path);
            continue;
        }
        for (int i = 0; i < message.GetReflection()->FieldSize(message, field); ++i)
            visit(*field, i, element(path, i));
    }
}

void checkValuesBelow(const Message& message, const std::string& prefix, Issues& issues)
{
    const auto& reflection = *message.GetReflection();
    eachField(message, prefix, [&](const FieldDescriptor& field, int index, const std::string& path) {
        if (index == 0)
            checkList(message, field, path.substr(0, path.rfind('[')), issues);
        if (index >= kMaxPeople)
            return; // of a list that is too long in any case
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
            checkValuesBelow(index < 0 ? reflection.GetMessage(message, &field)
                                       : reflection.GetRepeatedMessage(message, &field, index),
                             path, issues);
        } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
            const std::string text = index < 0 ? reflection.GetString(message, &field)
                                               : reflection.GetRepeatedString(message, &field, index);
            const std::size_t most = limitOf(field).characters;
            if (characterCount(text) > most)
                addError(issues, path, "text.too_long", {{"max", std::to_string(most)}});
        } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
            checkEnum(message, field, index, path, issues);
        }
    });
}

} // namespace

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void tidyTexts(Message& message)
{
    const auto& reflection = *message.GetReflection();
    eachField(message, {}, [&](const FieldDescriptor& field, int index, const std::string&) {
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
            tidyTexts(index < 0 ? *reflection.MutableMessage(&message, &field)
                                : *reflection.MutableRepeatedMessage(&message, &field, index));
        } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING && index < 0) {
            reflection.SetString(&message, &field, tidied(reflection.GetString(message, &field), field));
        } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
            reflection.SetRepeatedString(&message, &field, index,
                                         tidied(reflection.GetRepeatedString(message, &field, index), field));
        }
    });
}

void checkValues(const Message& message, Issues& issues)
{
    checkValuesBelow(message, {}, issues);
}

void checkEnums(const Message& message, Issues& issues)
{
    eachField(message, {}, [&](const FieldDescriptor& field, int index, const std::string& path) {
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM)
            checkEnum(message, field, index, path, issues);
    });
}

} // namespace banhang::server
