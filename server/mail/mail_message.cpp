#include "server/mail/mail_message.h"

#include <algorithm>

namespace banhang::server {

namespace {

/// RFC 2047: an encoded word has at most 75 characters; of its base64, whole letters of UTF-8.
constexpr std::size_t kWordBytes = 42;
constexpr std::size_t kLineLength = 76;

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string oneLine(std::string_view text)
{
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return line;
}

std::string encodedWords(std::string_view text)
{
    const std::string line = oneLine(text);
    std::string words;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = std::min(line.size(), at + kWordBytes);
        while (end < line.size() && end > at + 1 && isContinuation(line[end]))
            --end;
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(line.substr(at, end - at)) + "?=";
        at = end;
    }
    return words;
}

std::string withReturns(std::string_view text)
{
    std::string lines;
    for (const char c : text) {
        if (c == '\n')
            lines += '\r';
        if (c != '\r')
            lines += c;
    }
    return lines;
}

} // namespace

std::string base64(std::string_view bytes)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 3; ++i)
            value = value << 8U | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
        for (unsigned digit = 0; digit < 4; ++digit)
            text += at + digit > bytes.size() ? '=' : kDigits[value >> (18 - 6 * digit) & 63U];
    }
    return text;
}

std::string formatted(const MailMessage& message)
{
    std::string text;
    if (!message.date.empty())
        text += "Date: " + oneLine(message.date) + "\r\n";
    text += "From: " + encodedWords(message.fromName) + "\r\n <" + oneLine(message.from) + ">\r\n";
    text += "To: <" + oneLine(message.to) + ">\r\n";
    text += "Subject: " + encodedWords(message.subject) + "\r\n";
    text += "Message-ID: <" + oneLine(message.messageId) + ">\r\n";
    // RFC 3834: no machine is to answer it.
    text += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    const std::string body = base64(withReturns(message.body));
    for (std::size_t at = 0; at < body.size(); at += kLineLength)
        text += body.substr(at, kLineLength) + "\r\n";
    return text;
}

} // namespace banhang::server
