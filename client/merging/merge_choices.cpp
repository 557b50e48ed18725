#include "client/merging/merge_choices.h"

#include <algorithm>

#include "client/customers/customer_text.h"

namespace banhang::client {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

const FieldDescriptor* descriptorOf(const QString& name)
{
    return v1::Customer::descriptor()->FindFieldByName(name.toStdString());
}

/// What tells an entry from others of its list.
std::string identityOf(const Message& entry)
{
    if (const auto* phone = dynamic_cast<const v1::Phone*>(&entry))
        return phone->key().empty() ? phone->number() : phone->key();
    if (const auto* email = dynamic_cast<const v1::Email*>(&entry))
        return QString::fromStdString(email->address()).toLower().toStdString();
    if (const auto* contact = dynamic_cast<const v1::Contact*>(&entry))
        return std::to_string(contact->id());
    return entry.SerializeAsString();
}

std::string entryOf(const v1::Customer& customer, const FieldDescriptor& field, int index)
{
    const Reflection& reflection = *customer.GetReflection();
    return field.message_type() ? identityOf(reflection.GetRepeatedMessage(customer, &field, index))
                                : reflection.GetRepeatedString(customer, &field, index);
}

bool holds(const v1::Customer& customer, const FieldDescriptor& field, const std::string& entry)
{
    const int size = customer.GetReflection()->FieldSize(customer, &field);
    for (int i = 0; i < size; ++i)
        if (entryOf(customer, field, i) == entry)
            return true;
    return false;
}

/// Entries of all of `sources`, those of the proposal in its form and order.
void joinEntries(const v1::Customer& proposed, const QList<const v1::Customer*>& sources, const FieldDescriptor& field,
                 v1::Customer& result)
{
    const Reflection& reflection = *result.GetReflection();
    v1::Customer joined;
    const auto take = [&](const v1::Customer& from, int index) {
        if (field.message_type())
            reflection.AddMessage(&joined, &field)->CopyFrom(reflection.GetRepeatedMessage(from, &field, index));
        else
            reflection.AddString(&joined, &field, reflection.GetRepeatedString(from, &field, index));
    };
    for (int i = 0; i < reflection.FieldSize(proposed, &field); ++i) {
        const std::string entry = entryOf(proposed, field, i);
        if (std::ranges::any_of(sources, [&](const auto* source) { return holds(*source, field, entry); }))
            take(proposed, i);
    }
    reflection.SwapFields(&result, &joined, {&field});
}

void joinTexts(const QList<const v1::Customer*>& sources, const FieldDescriptor& field, v1::Customer& result)
{
    std::string all;
    for (const auto* source : sources) {
        const std::string text = source->GetReflection()->GetString(*source, &field);
        if (!text.empty() && all.find(text) == std::string::npos)
            all += (all.empty() ? "" : "\n") + text;
    }
    result.GetReflection()->SetString(&result, &field, all);
}

} // namespace

void MergeChoices::begin(const v1::MergePreview& preview)
{
    m_preview = preview;
    m_result = preview.proposed();
    m_fields.clear();
    for (const auto& proposed : preview.fields()) {
        Field field;
        field.name = QString::fromStdString(proposed.field());
        for (const auto id : proposed.customer_ids())
            field.chosen.insert(id);
        field.reasonKey = QString::fromStdString(proposed.reason_key());
        for (const auto& [name, value] : proposed.reason_args())
            field.reasonArgs.insert(QString::fromStdString(name), QString::fromStdString(value));
        field.isDoubtful = proposed.doubtful();
        field.isEqual = proposed.equal();
        field.addsUp = proposed.adds_up();
        m_fields.append(field);
    }
}

void MergeChoices::goOn(const v1::MergePreview& preview)
{
    const QList<Field> before = m_fields;
    const v1::Customer typed = m_result;
    begin(preview);
    for (const Field& old : before) {
        const auto now = std::ranges::find(m_fields, old.name, &Field::name);
        if (now == m_fields.end())
            continue;
        if (old.isTyped) {
            type(static_cast<int>(now - m_fields.begin()),
                 QString::fromStdString(typed.GetReflection()->GetString(typed, descriptorOf(old.name))));
        } else if (old.isChosen && !now->isEqual) {
            now->chosen = old.chosen;
            now->isChosen = true;
            rebuild(*now);
        }
    }
}

bool MergeChoices::isTouched() const
{
    return std::ranges::any_of(m_fields, [](const Field& field) { return field.isTyped || field.isChosen; });
}

void MergeChoices::choose(int field, qint64 customerId)
{
    Field& one = m_fields[field];
    one.isTyped = false;
    one.isChosen = true;
    if (!one.addsUp)
        one.chosen = {customerId};
    else if (!one.chosen.remove(customerId))
        one.chosen.insert(customerId);
    rebuild(one);
}

void MergeChoices::chooseAll(int field)
{
    Field& one = m_fields[field];
    if (!one.addsUp)
        return;
    one.isTyped = false;
    one.isChosen = true;
    for (const auto& customer : m_preview.customers())
        one.chosen.insert(customer.id());
    rebuild(one);
}

bool MergeChoices::isTypeable(int field) const
{
    const auto* descriptor = descriptorOf(m_fields[field].name);
    return descriptor && !descriptor->is_repeated() && descriptor->cpp_type() == FieldDescriptor::CPPTYPE_STRING &&
           !m_fields[field].name.endsWith(QLatin1String("_key"));
}

void MergeChoices::type(int field, const QString& text)
{
    if (!isTypeable(field))
        return;
    m_fields[field].isTyped = true;
    m_result.GetReflection()->SetString(&m_result, descriptorOf(m_fields[field].name), text.toStdString());
}

void MergeChoices::rebuild(const Field& field)
{
    const auto* descriptor = descriptorOf(field.name);
    QList<const v1::Customer*> sources;
    for (const auto& customer : m_preview.customers())
        if (field.chosen.contains(customer.id()))
            sources.append(&customer);
    if (descriptor->is_repeated())
        joinEntries(m_preview.proposed(), sources, *descriptor, m_result);
    else if (field.addsUp)
        joinTexts(sources, *descriptor, m_result);
    else if (!sources.isEmpty())
        copyField(field.name, *sources.first(), m_result);
    if (field.name == QLatin1String("parent_id") && !sources.isEmpty())
        m_result.set_parent_relation(sources.first()->parent_relation());
}

v1::MergeCustomersRequest MergeChoices::request(const QString& message) const
{
    v1::MergeCustomersRequest request;
    request.set_survivor_id(survivorId());
    for (const auto& customer : m_preview.customers()) {
        auto& version = *request.add_versions();
        version.set_customer_id(customer.id());
        version.set_version(customer.version());
    }
    *request.mutable_result() = m_result;
    for (const auto& field : m_fields) {
        if (field.isEqual && !field.isTyped)
            continue;
        request.mutable_update_mask()->add_paths(field.name.toStdString());
        if (field.name == QLatin1String("parent_id"))
            request.mutable_update_mask()->add_paths("parent_relation");
    }
    request.set_message(message.trimmed().toStdString());
    return request;
}

} // namespace banhang::client
