// banhangctl attachment: files of customers and of their talks from a shell.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include "client/ctl/commands.h"
#include "client/ctl/customer_naming.h"
#include "client/ctl/output_file.h"
#include "client/ctl/request_id.h"
#include "common/file_name.h"
#include "common/running_digest.h"

namespace banhang::client {

namespace {

using Service = v1::AttachmentsService::Stub;
using google::protobuf::util::TimeUtil;

constexpr std::size_t kPieceBytes = 256UL * 1024;

struct ParentOptions
{
    std::string customer;
    std::int64_t activity = 0;
};

void addParent(CLI::App& command, ParentOptions& parent)
{
    auto* customer = command.add_option("--customer", parent.customer, "Of this customer (code or id)");
    auto* activity = command.add_option("--activity", parent.activity, "Of this talk, appointment or task (id)");
    customer->excludes(activity);
}

template <typename Message>
void setParent(Console& console, const ParentOptions& parent, Message& message)
{
    if (parent.activity != 0)
        message.set_activity_id(parent.activity);
    else
        message.set_customer_id(parent.customer.empty() ? 0 : customerIdOf(console, parent.customer));
}

void addList(CLI::App& attachment, Console& console)
{
    auto* command = attachment.add_subcommand("list", "Files of a customer or of an activity, newest first");
    auto parent = std::make_shared<ParentOptions>();
    auto request = std::make_shared<v1::ListAttachmentsRequest>();
    auto isAll = std::make_shared<bool>(false);
    auto isBin = std::make_shared<bool>(false);
    auto page = std::make_shared<std::string>();
    addParent(*command, *parent);
    command->add_flag("--all", *isAll, "With a customer: those of its activities too");
    command->add_flag("--bin", *isBin, "What is in the bin");
    command->add_option("--page", *page, "next_page_token of the page before");
    command->callback([&console, parent, request, isAll, isBin, page] {
        setParent(console, *parent, *request);
        request->set_with_activities(*isAll);
        request->set_deleted(*isBin);
        request->set_page_token(*page);
        const auto answer = console.remote().call(&Service::ListAttachments, *request);
        console.output().json(answer);
        std::vector<std::vector<std::string>> rows;
        for (const v1::Attachment& one : answer.attachments())
            rows.push_back({std::to_string(one.id()), one.name(), std::to_string(one.size_bytes()), one.content_type(),
                            TimeUtil::ToString(one.create_time())});
        console.output().table({"ID", "NAME", "BYTES", "TYPE", "ADDED"}, rows);
        if (!answer.next_page_token().empty())
            console.output().line("more: --page " + answer.next_page_token());
    });
}

/// A file that is read twice: for its digest, and to be sent.
class SentFile
{
public:
    explicit SentFile(const std::string& path) : m_in(path, std::ios::binary)
    {
        if (!m_in)
            throw UsageError(path + ": cannot be read");
    }

    void announce(v1::Attachment& attachment)
    {
        RunningDigest digest;
        std::int64_t size = 0;
        for (std::string piece = next(); !piece.empty(); piece = next()) {
            digest.add(piece);
            size += static_cast<std::int64_t>(piece.size());
        }
        attachment.set_size_bytes(size);
        attachment.set_sha256(digest.finish());
        m_in.clear();
        m_in.seekg(0);
    }
    void skip(std::int64_t bytes) { m_in.seekg(bytes); }
    std::string next()
    {
        std::string piece(kPieceBytes, '\0');
        m_in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        piece.resize(static_cast<std::size_t>(m_in.gcount()));
        return piece;
    }

private:
    std::ifstream m_in;
};

void addAdd(CLI::App& attachment, Console& console)
{
    auto* command = attachment.add_subcommand("add", "Adds a file");
    auto parent = std::make_shared<ParentOptions>();
    auto path = std::make_shared<std::string>();
    auto description = std::make_shared<std::string>();
    auto requestId = std::make_shared<std::string>();
    addParent(*command, *parent);
    command->add_option("FILE", *path, "The file")->required()->check(CLI::ExistingFile);
    command->add_option("--description", *description, "What it is");
    command->add_option("--request-id", *requestId,
                        "UUID: a repeat with the same one goes on where the first was cut off, and adds nothing twice");
    command->callback([&console, parent, path, description, requestId] {
        v1::UploadAttachmentRequest first;
        SentFile file(*path);
        setParent(console, *parent, *first.mutable_attachment());
        first.mutable_attachment()->set_name(safeFileName(std::filesystem::path(*path).filename().string()));
        first.mutable_attachment()->set_description(*description);
        file.announce(*first.mutable_attachment());
        first.set_request_id(requestId->empty() ? randomRequestId() : *requestId);
        if (!requestId->empty()) {
            v1::GetUploadRequest wanted;
            wanted.set_upload_request_id(*requestId);
            first.set_offset_bytes(console.remote().call(&Service::GetUpload, wanted).received_bytes());
            file.skip(first.offset_bytes());
        }
        bool isAnnounced = false;
        const auto answer = console.remote().upload([&](v1::UploadAttachmentRequest& message) {
            if (!std::exchange(isAnnounced, true)) {
                message = first;
                return true;
            }
            message.set_data(file.next());
            return !message.data().empty();
        });
        console.output().json(answer);
        console.output().line(fmt::format("id {}, {} bytes", answer.id(), answer.size_bytes()));
    });
}

/// The file's own name, which somebody else chose: nothing that is here already may go for it.
std::string freeNameOf(const v1::Attachment& attachment)
{
    const std::string name = safeFileName(attachment.name());
    if (std::filesystem::exists(std::filesystem::symlink_status(name)))
        throw UsageError(name + " is here already: say with FILE where to write it");
    return name;
}

void addGet(CLI::App& attachment, Console& console)
{
    auto* command = attachment.add_subcommand("get", "Fetches a file");
    auto request = std::make_shared<v1::DownloadAttachmentRequest>();
    auto id = std::make_shared<std::int64_t>(0);
    auto path = std::make_shared<std::string>();
    command->add_option("ID", *id, "The file")->required();
    command->add_option(
        "FILE", *path,
        "Where to write it, in the place of what is there; - for standard output. Its own name here if left "
        "out, unless there is one");
    command->callback([&console, request, id, path] {
        request->set_attachment_id(*id);
        v1::Attachment fetched;
        std::optional<OutputFile> out;
        RunningDigest digest;
        console.remote().download(*request, [&](const v1::DownloadAttachmentResponse& piece) {
            if (piece.has_attachment()) {
                fetched = piece.attachment();
                if (path->empty())
                    *path = freeNameOf(fetched);
                if (*path != "-")
                    out.emplace(*path);
            }
            digest.add(piece.data());
            if (out)
                out->write(piece.data());
            else
                std::cout << piece.data();
        });
        if (digest.finish() != fetched.sha256())
            throw AppError(ErrorCode::Unavailable, "attachment.damaged");
        if (!out)
            return;
        out->finish();
        console.output().json(fetched);
        console.output().line(fmt::format("{}: {} bytes", *path, fetched.size_bytes()));
    });
}

} // namespace

void addAttachmentCommands(CLI::App& app, Console& console)
{
    auto* attachment = app.add_subcommand("attachment", "Files of customers and of their talks");
    attachment->require_subcommand(1);
    addList(*attachment, console);
    addAdd(*attachment, console);
    addGet(*attachment, console);
}

} // namespace banhang::client
