# banhang_embed(<target> <header> <namespace> [<function> <file>]...)
#
# Compiles text files into <target> as raw string literals, which every compiler takes without an assembler or a linker script. <header>,
# relative to the source root, is written into the build tree and declares for each file `std::string_view <function>()` in <namespace>.
if(CMAKE_SCRIPT_MODE_FILE)
  # Called at build time with -DOUTPUT, -DHEADER, -DNAMESPACE and -DENTRIES=function,file,function,file...
  string(REPLACE "," ";" entries "${ENTRIES}")
  set(text "// Written by cmake/embed.cmake.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n")
  while(entries)
    list(POP_FRONT entries function file)
    file(READ ${file} content)
    string(APPEND text "std::string_view ${function}()\n{\n    static constexpr char kText[] = R\"embedded(${content})embedded\";\n"
                       "    return {kText, sizeof kText - 1};\n}\n\n")
  endwhile()
  file(WRITE ${OUTPUT} "${text}} // namespace ${NAMESPACE}\n")
  return()
endif()

set(BANHANG_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(banhang_embed target header namespace)
  set(declarations "")
  set(entries "")
  set(files "")
  set(arguments ${ARGN})
  while(arguments)
    list(POP_FRONT arguments function file)
    cmake_path(ABSOLUTE_PATH file)
    list(APPEND files ${file})
    list(APPEND entries ${function} ${file})
    string(APPEND declarations "std::string_view ${function}();\n")
  endwhile()
  string(CONCAT text "// Written by cmake/embed.cmake.\n#pragma once\n\n#include <string_view>\n\n"
           "namespace ${namespace} {\n\n${declarations}\n} // namespace ${namespace}\n")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${header} CONTENT "${text}" @ONLY)
  string(REGEX REPLACE "\\.h$" ".cpp" source ${CMAKE_BINARY_DIR}/${header})
  string(REPLACE ";" "," entries "${entries}")
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${source} -DHEADER=${header} -DNAMESPACE=${namespace} -DENTRIES=${entries} -P ${BANHANG_EMBED_SCRIPT}
    DEPENDS ${files} ${BANHANG_EMBED_SCRIPT}
    VERBATIM)
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()
