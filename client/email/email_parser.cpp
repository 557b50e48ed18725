#include "client/email/email_parser.h"

#include <memory>
#include <mutex>

#include <gmime/gmime.h>

#include "client/email/plain_text.h"
#include "common/file_name.h"
#include "common/vn/utf8.h"

namespace banhang::email {

namespace {

/// What a text of an activity holds.
constexpr std::size_t kMaxCharacters = 20'000;
constexpr std::size_t kMaxFiles = 50;
constexpr std::size_t kMaxHtml = 2UL * 1024 * 1024;
/// Mails within mails within mails are no longer looked into.
constexpr int kDeepest = 20;

struct Unref
{
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

std::string textOr(const char* text)
{
    return text == nullptr ? std::string() : vn::toNfc(text);
}

void addAddresses(InternetAddressList* list, std::vector<std::string>& addresses)
{
    const int count = list == nullptr ? 0 : internet_address_list_length(list);
    for (int i = 0; i < count; ++i) {
        InternetAddress* one = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(one)) {
            const char* address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one));
            addresses.push_back(vn::toLower(textOr(address)));
        } else if (INTERNET_ADDRESS_IS_GROUP(one)) {
            addAddresses(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(one)), addresses);
        }
    }
}

/// The decoded bytes of a part.
std::string contentOf(GMimePart* part)
{
    GMimeDataWrapper* wrapper = g_mime_part_get_content(part);
    if (wrapper == nullptr)
        return {};
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(wrapper, memory.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

/// The text of a part in UTF-8, whatever it was written in.
std::string textOf(GMimeTextPart* part)
{
    char* text = g_mime_text_part_get_text(part);
    if (text == nullptr)
        return vn::toNfc(contentOf(GMIME_PART(part)));
    std::string copy = vn::toNfc(text);
    g_free(text);
    std::erase(copy, '\r');
    return copy;
}

class Reading
{
public:
    explicit Reading(EmailMessage& email) : m_email(email) {}

    void walk(GMimeObject* object, int depth)
    {
        if (object == nullptr || depth > kDeepest)
            return;
        if (GMIME_IS_MULTIPART(object)) {
            auto* all = GMIME_MULTIPART(object);
            for (int i = 0; i < g_mime_multipart_get_count(all); ++i)
                walk(g_mime_multipart_get_part(all, i), depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            addMessage(GMIME_MESSAGE_PART(object));
        } else if (GMIME_IS_PART(object)) {
            take(GMIME_PART(object));
        }
    }
    void finish()
    {
        std::string body = !m_plain.empty() ? m_plain : plainText(m_html);
        if (vn::characterCount(body) > kMaxCharacters) {
            std::size_t at = 0;
            for (std::size_t i = 0; i < kMaxCharacters; ++i)
                vn::nextCodePoint(body, at);
            body.resize(at);
            m_email.isCut = true;
        }
        m_email.body = std::string(vn::trim(body));
    }

private:
    void take(GMimePart* part)
    {
        const char* name = g_mime_part_get_filename(part);
        const bool isText = GMIME_IS_TEXT_PART(part) && name == nullptr && !g_mime_part_is_attachment(part);
        if (!isText)
            return addFile(textOr(name), contentOf(part));
        GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        std::string text = textOf(GMIME_TEXT_PART(part));
        std::string& place = g_mime_content_type_is_type(type, "text", "html") != FALSE ? m_html : m_plain;
        if (!place.empty())
            place += '\n';
        place += text.substr(0, kMaxHtml);
    }
    void addMessage(GMimeMessagePart* part)
    {
        GMimeMessage* message = g_mime_message_part_get_message(part);
        if (message == nullptr)
            return;
        char* text = g_mime_object_to_string(GMIME_OBJECT(message), nullptr);
        addFile(textOr(g_mime_message_get_subject(message)) + ".eml", text == nullptr ? "" : text);
        g_free(text);
    }
    void addFile(const std::string& name, std::string content)
    {
        if (m_email.files.size() >= kMaxFiles) {
            m_email.isCut = true;
            return;
        }
        m_email.files.push_back({safeFileName(name.empty() ? "tep-dinh-kem" : name), std::move(content)});
    }

    EmailMessage& m_email;
    std::string m_plain;
    std::string m_html;
};

void readHead(GMimeMessage* message, EmailMessage& email)
{
    addAddresses(g_mime_message_get_from(message), email.from);
    addAddresses(g_mime_message_get_to(message), email.to);
    addAddresses(g_mime_message_get_cc(message), email.to);
    email.subject = vn::tidy(textOr(g_mime_message_get_subject(message)));
    email.messageId = vn::tidy(textOr(g_mime_message_get_message_id(message)));
    if (GDateTime* date = g_mime_message_get_date(message); date != nullptr)
        email.sentSeconds = g_date_time_to_unix(date);
}

} // namespace

EmailMessage parseEmailMessage(std::string_view eml)
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(eml.data(), eml.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message)
        throw EmailParseError("no mail");
    EmailMessage email;
    readHead(message.get(), email);
    if (email.from.empty() && email.subject.empty() && !email.sentSeconds)
        throw EmailParseError("no mail");
    Reading reading(email);
    reading.walk(g_mime_message_get_mime_part(message.get()), 0);
    reading.finish();
    return email;
}

} // namespace banhang::email
