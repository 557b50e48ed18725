#include "common/command_usage.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <CLI/CLI.hpp>

namespace banhang {

namespace {

/// A slip is a letter added, lost or changed, or two neighbours swapped.
std::size_t slipsBetween(std::string_view mine, std::string_view theirs)
{
    std::vector<std::size_t> before;
    std::vector<std::size_t> last(theirs.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= mine.size(); ++i) {
        std::vector<std::size_t> row(theirs.size() + 1, i);
        for (std::size_t j = 1; j <= theirs.size(); ++j) {
            const std::size_t changed = last[j - 1] + (mine[i - 1] == theirs[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && mine[i - 1] == theirs[j - 2] && mine[i - 2] == theirs[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = std::exchange(last, std::move(row));
    }
    return last.back();
}

/// The commands that were understood, one below the other.
std::vector<const CLI::App*> understood(const CLI::App* app)
{
    std::vector<const CLI::App*> chain{app};
    while (!chain.back()->get_subcommands().empty())
        chain.push_back(chain.back()->get_subcommands().back());
    return chain;
}

std::vector<std::string> commandsBelow(const CLI::App& app)
{
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

} // namespace

std::string nearestWord(std::string_view typed, const std::vector<std::string>& known)
{
    constexpr std::size_t kMinBeginning = 2;
    const auto begun = std::ranges::find_if(known, [&](const std::string& word) { return word.starts_with(typed); });
    if (typed.size() >= kMinBeginning && begun != known.end())
        return *begun;
    std::string nearest;
    std::size_t least = 2 + typed.size() / 4; // more slips than below this make it another word
    for (const std::string& word : known)
        if (const std::size_t slips = slipsBetween(typed, word); slips < least) {
            least = slips;
            nearest = word;
        }
    return nearest;
}

std::string usageComplaint(const CLI::App* app, const CLI::Error& error)
{
    const std::vector<const CLI::App*> chain = understood(app);
    const std::vector<std::string> known = commandsBelow(*chain.back());
    const std::vector<std::string> rest = app->remaining(true);
    if (known.empty() || rest.empty() || error.get_name() != "RequiredError")
        return CLI::FailureMessage::simple(app, error);
    std::string path = app->get_name();
    std::string command;
    for (auto step = chain.begin() + 1; step != chain.end(); ++step)
        command += (command.empty() ? "" : " ") + (*step)->get_name();
    std::string text = path + ": ";
    if (rest.front().starts_with('-')) {
        text += "there is no option \"" + rest.front() + "\" here";
    } else {
        text += (command.empty() ? "there is" : "\"" + command + "\" has") + std::string(" no command \"") +
                rest.front() + "\"";
        if (const std::string nearest = nearestWord(rest.front(), known); !nearest.empty())
            text += "; did you mean \"" + nearest + "\"?";
    }
    path += command.empty() ? "" : " " + command;
    return text + "\nRun `" + path + " --help` for what there is.\n";
}

} // namespace banhang
