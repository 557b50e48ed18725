// A file of many pieces that nobody else may read, and that takes its place only when it is whole.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

namespace banhang::platform {

/// Until `finish` whatever stood in its place stays as it was; the pieces wait beside it under another name, which the
/// destructor removes. A device or a pipe is no place to put a file: what is there gets the pieces as they come.
class PrivateFileWriter
{
public:
    enum class Rights {
        Private,    ///< whatever stood there before
        OfTheFormer ///< mode and group of the file that stood there, which its owner chose; else private. A link leads
                    ///< to the file that is replaced
    };
    /// Throws: std::system_error, for a directory too.
    explicit PrivateFileWriter(std::filesystem::path path, Rights rights = Rights::Private);
    ~PrivateFileWriter();
    PrivateFileWriter(const PrivateFileWriter&) = delete;
    PrivateFileWriter& operator=(const PrivateFileWriter&) = delete;

    /// From now on a wish that the program end (Linux: SIGINT, SIGTERM, SIGHUP) takes what is not finished away before
    /// it ends it, unless whoever started it had such wishes ignored. For programs that catch none themselves.
    static void tidyUpWhenEnded();

    /// Throws: std::system_error.
    void write(std::string_view piece);
    /// Puts the file in its place, durably. Nothing may be written afterwards. Throws: std::system_error.
    void finish();

private:
    struct State;

    std::filesystem::path m_path;
    Rights m_rights;
    std::unique_ptr<State> m_state; ///< null once finished
};

} // namespace banhang::platform
