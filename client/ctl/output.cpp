#include "client/ctl/output.h"

#include <algorithm>
#include <iostream>

#include <fmt/format.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>

#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

std::string argsText(const google::protobuf::Map<std::string, std::string>& args)
{
    std::vector<std::string> parts;
    for (const auto& [name, value] : args)
        parts.push_back(fmt::format("{}={}", name, value));
    std::sort(parts.begin(), parts.end());
    return parts.empty() ? "" : " [" + vn::join(parts, ", ") + "]";
}

std::size_t width(const std::string& text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        vn::nextCodePoint(text, at);
    return count;
}

} // namespace

std::string jsonText(const google::protobuf::Message& message)
{
    google::protobuf::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    std::string text;
    const auto status = google::protobuf::util::MessageToJsonString(message, &text, options);
    if (!status.ok())
        throw std::runtime_error(status.ToString());
    return text;
}

void Output::json(const google::protobuf::Message& message) const
{
    if (m_json)
        std::cout << jsonText(message) << '\n' << std::flush; // `watch` may be read by a program, line by line
}

void Output::line(const std::string& text) const
{
    if (!m_json)
        std::cout << text << '\n' << std::flush;
}

void Output::table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) const
{
    if (m_json)
        return;
    std::vector<std::size_t> widths(header.size());
    const auto measure = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], width(cells[i]));
    };
    measure(header);
    std::for_each(rows.begin(), rows.end(), measure);
    const auto print = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            std::cout << cells[i];
            if (i + 1 < cells.size())
                std::cout << std::string(widths[i] - width(cells[i]) + 2, ' ');
        }
        std::cout << '\n';
    };
    print(header);
    std::for_each(rows.begin(), rows.end(), print);
    std::cout.flush();
}

void Output::fields(const google::protobuf::Message& message) const
{
    if (m_json)
        return;
    google::protobuf::TextFormat::Printer printer;
    printer.SetUseUtf8StringEscaping(true);
    std::string text;
    printer.PrintToString(message, &text);
    std::cout << text << std::flush;
}

std::string issueText(const v1::FieldIssue& issue)
{
    std::string text = issue.path().empty() ? issue.key() : issue.path() + ": " + issue.key();
    text += argsText(issue.args());
    text += issue.severity() == v1::SEVERITY_ERROR ? " (error" : " (warning";
    if (!issue.suggestion().empty())
        text += "; suggestion " + issue.suggestion();
    return text + ")";
}

std::string errorText(const AppError& error)
{
    std::string text = error.key() + argsText(error.detail().args());
    if (!error.detail().incident_id().empty())
        text += fmt::format(" (incident {})", error.detail().incident_id());
    for (const auto& issue : error.detail().issues())
        text += "\n  " + issueText(issue);
    for (const auto& conflict : error.detail().conflicts())
        text +=
            fmt::format("\n  {}: theirs {}, mine {}", conflict.path(), conflict.theirs_json(), conflict.mine_json());
    return text;
}

std::string enumWord(const std::string& name, std::string_view prefix)
{
    // A newer server may have values without a name here.
    return vn::toLower(name.substr(std::min(prefix.size(), name.size())));
}

std::string mainPhone(const v1::Customer& customer)
{
    return customer.phones().empty() ? "" : customer.phones(0).number();
}

} // namespace banhang::client
