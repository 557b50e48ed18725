// Files that nobody else may read, written so that a crash leaves the old or the new content, never half of one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace banhang::platform {

/// Replaces `path` by a file that only its owner may read and write. Durable when it returns.
/// Throws: std::system_error.
void writePrivateFile(const std::filesystem::path& path, std::string_view content);

/// Makes a new private file and fails if one is there already.
/// Throws: std::system_error.
void createPrivateFile(const std::filesystem::path& path, std::string_view content);

/// Whole content. Throws: std::system_error, also when there is no such file.
std::string readFile(const std::filesystem::path& path);

/// Makes the directory and its parents, closed to others; an existing one of ours is closed to others.
/// Throws: std::system_error, also when it belongs to another account and we do not administer the machine.
void ensurePrivateDirectory(const std::filesystem::path& path);

/// Renames within one file system and makes the new name durable. Replaces an existing file.
/// Throws: std::system_error.
void renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

/// Waits until the file's content is on the disk. Throws: std::system_error.
void syncFile(const std::filesystem::path& path);

/// Whether others than the owner could read it. Throws: std::system_error.
bool isReadableByOthers(const std::filesystem::path& path);

} // namespace banhang::platform
