#include "tests/integration/rights/matrix/hostile_input.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include <google/protobuf/descriptor.h>

namespace banhang::test {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// Deeper ones are reached through the messages that hold them.
constexpr int kDepth = 3;
constexpr int kManyValues = 20'000;

const std::vector<std::pair<std::string, std::string>>& hostileTexts()
{
    static const std::vector<std::pair<std::string, std::string>> texts{
        {"a zero byte", std::string("a\0b", 3)},
        {"a megabyte", std::string(1'000'000, 'x')},
        {"marks without letters", "\xCC\x81\xCC\x81%_\\'\";--"},
    };
    return texts;
}

class Exchange
{
public:
    Exchange(const Message& request, const std::function<void(const Message&, const std::string&)>& visit)
        : m_root(request.New()), m_visit(visit)
    {
        m_root->CopyFrom(request);
    }

    void run() { walk(*m_root, "", 0); }

private:
    void walk(Message& part, const std::string& path, int depth)
    {
        const auto* descriptor = part.GetDescriptor();
        for (int i = 0; i < descriptor->field_count(); ++i) {
            const FieldDescriptor* field = descriptor->field(i);
            const std::string name = path + field->name();
            if (field->name() == "request_id" || field->is_map())
                continue;
            if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE)
                enter(part, *field, name, depth);
            else
                exchange(part, *field, name);
        }
    }

    void enter(Message& part, const FieldDescriptor& field, const std::string& name, int depth)
    {
        if (depth == kDepth)
            return;
        const std::unique_ptr<Message> before(part.New());
        before->CopyFrom(part);
        const auto* reflection = part.GetReflection();
        Message* inner = nullptr;
        if (!field.is_repeated())
            inner = reflection->MutableMessage(&part, &field);
        else if (reflection->FieldSize(part, &field) > 0)
            inner = reflection->MutableRepeatedMessage(&part, &field, 0);
        else
            inner = reflection->AddMessage(&part, &field);
        m_visit(*m_root, name + " = empty");
        walk(*inner, name + ".", depth + 1);
        part.CopyFrom(*before);
    }

    void exchange(Message& part, const FieldDescriptor& field, const std::string& name)
    {
        const std::unique_ptr<Message> before(part.New());
        before->CopyFrom(part);
        const auto tell = [&](const std::string& what) {
            m_visit(*m_root, name + " = " + what);
            part.CopyFrom(*before);
        };
        if (field.is_repeated()) {
            for (int i = 0; i < kManyValues; ++i)
                put(part, field, i, i);
            tell("twenty thousand");
            return;
        }
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
            for (const auto& [what, text] : hostileTexts()) {
                part.GetReflection()->SetString(&part, &field, text);
                tell(what);
            }
            return;
        }
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL)
            return;
        for (const std::int64_t number : {std::int64_t{-1}, std::numeric_limits<std::int64_t>::max()}) {
            put(part, field, number, number);
            tell(std::to_string(number));
        }
    }

    /// What of `number` fits into the field; set, or added to a repeated one.
    static void put(Message& part, const FieldDescriptor& field, std::int64_t number, std::int64_t text)
    {
        const auto* reflection = part.GetReflection();
        const auto narrow = static_cast<std::int32_t>(std::clamp<std::int64_t>(
            number, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()));
        const bool adds = field.is_repeated();
        switch (field.cpp_type()) {
        case FieldDescriptor::CPPTYPE_INT32:
            adds ? reflection->AddInt32(&part, &field, narrow) : reflection->SetInt32(&part, &field, narrow);
            return;
        case FieldDescriptor::CPPTYPE_INT64:
            adds ? reflection->AddInt64(&part, &field, number) : reflection->SetInt64(&part, &field, number);
            return;
        case FieldDescriptor::CPPTYPE_ENUM:
            adds ? reflection->AddEnumValue(&part, &field, narrow) : reflection->SetEnumValue(&part, &field, narrow);
            return;
        case FieldDescriptor::CPPTYPE_UINT64:
            reflection->SetUInt64(&part, &field, static_cast<std::uint64_t>(number));
            return;
        case FieldDescriptor::CPPTYPE_DOUBLE:
            reflection->SetDouble(&part, &field, static_cast<double>(number));
            return;
        case FieldDescriptor::CPPTYPE_STRING:
            reflection->AddString(&part, &field, std::to_string(text) + "\n");
            return;
        default:
            return;
        }
    }

    const std::unique_ptr<Message> m_root;
    const std::function<void(const Message&, const std::string&)>& m_visit;
};

} // namespace

void forEachHostile(const Message& request, const std::function<void(const Message&, const std::string&)>& visit)
{
    Exchange(request, visit).run();
}

} // namespace banhang::test
