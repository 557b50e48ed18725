#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "server/app/commands/command_line.h"

namespace banhang::server {

namespace {

/// `use` says what to give instead of a directory.
void demandFile(const std::string& file, const std::string& use)
{
    std::error_code unknown;
    if (std::filesystem::is_directory(file, unknown) || !std::filesystem::path(file).has_filename())
        throw CommandRefused(file + " is a directory: " + use);
}

void backUp(const CommonOptions& common, const std::string& file)
{
    demandFile(file, "name the file to write, for instance " + (std::filesystem::path(file) / "banhang.dump").string());
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    const BackupFacts facts = writeBackup(place.dumpTools(), std::filesystem::absolute(file));
    std::cout << facts.file.string() << ": " << facts.bytes << " bytes, checksum in "
              << checksumFileOf(facts.file).string() << "\n";
}

void restore(const CommonOptions& common, const std::string& file, bool intoNonEmpty)
{
    demandFile(file, "name a backup in it, with its .sha256 beside it");
    Workplace place(common);
    place.openDatabase(Workplace::Use::Alone);
    restoreBackup(place.dumpTools(), std::filesystem::absolute(file), place.dataDirectory(), !intoNonEmpty);
    // The backup may be of an older version.
    place.migrate();
    std::cout << "Restored. Everybody has to sign in again.\n";
}

} // namespace

void addBackupCommands(CommandLine& line)
{
    const auto file = std::make_shared<std::string>();
    CLI::App* backup = line.app.add_subcommand("backup", "Write all data to a file, with its checksum in FILE.sha256");
    backup->add_option("FILE", *file, "The file to write, not a directory; replaced if it exists")->required();
    backup->callback([&line, file] { line.chosen = [&line, file] { backUp(line.common, *file); }; });

    const auto intoNonEmpty = std::make_shared<bool>(false);
    CLI::App* back = line.app.add_subcommand("restore", "Put the data of a backup in the place of all that is there");
    back->add_option("FILE", *file, "A backup, with FILE.sha256 beside it")->required();
    back->add_flag("--into-non-empty", *intoNonEmpty, "Replace people and customers that are there");
    back->callback([&line, file, intoNonEmpty] {
        line.chosen = [&line, file, intoNonEmpty] { restore(line.common, *file, *intoNonEmpty); };
    });
}

} // namespace banhang::server
