// What a program says of a command line that it refuses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): named by its authors
class App;
class Error;
} // namespace CLI

namespace banhang {

/// Of `known` the word that was probably meant by `typed`: the one it begins, else the one with the fewest slips; empty
/// if none is near.
std::string nearestWord(std::string_view typed, const std::vector<std::string>& known);

/// For CLI::App::failure_message: names a word that is no command, and the nearest that is one.
std::string usageComplaint(const CLI::App* app, const CLI::Error& error);

} // namespace banhang
