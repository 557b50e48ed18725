// Accounts of this machine: who runs, and whom files belong to.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace banhang::platform {

/// Whether this process may start others under another account.
bool isAdministrator();

/// Name of the account that this process runs as.
std::string currentUser();

/// Whether there is such an account on this machine.
bool userExists(const std::string& user);

/// Name of the account that a file or directory belongs to. Throws: std::system_error.
std::string ownerOf(const std::filesystem::path& path);

/// Turns this process into one of another account, for good. Only for the administrator, and before other threads
/// start. Throws: std::system_error.
void becomeUser(const std::string& user);

/// This process acts as another account until the end of the scope; for what is done as oneself again afterwards. Only
/// for the administrator, and while no other threads run.
class ActingAs
{
public:
    /// Throws: std::system_error.
    explicit ActingAs(const std::string& user);
    ~ActingAs();
    ActingAs(const ActingAs&) = delete;
    ActingAs& operator=(const ActingAs&) = delete;

private:
    struct State;
    std::unique_ptr<State> m_before;
};

/// Gives a file or directory to an account. Throws: std::system_error.
void changeOwner(const std::filesystem::path& path, const std::string& user);

/// Lets other accounts pass through a directory of ours without seeing what is in it. Throws: std::system_error.
void allowTraversal(const std::filesystem::path& directory);

} // namespace banhang::platform
