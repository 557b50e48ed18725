# cmake -DOUT=file.cpp -DDIR=folder -P embed.cmake: puts the lists into the library as raw string literals, which every
# compiler takes without an assembler or a linker script.
foreach(name units province_aliases)
  file(READ ${DIR}/${name}.csv ${name})
endforeach()
file(WRITE ${OUT}
"// Generated from common/vn/data.
#include \"common/vn/unit_data.h\"

namespace banhang::vn {

namespace {

const char kUnits[] = R\"csv(${units})csv\";
const char kProvinceAliases[] = R\"csv(${province_aliases})csv\";

} // namespace

std::string_view builtinUnits()
{
    return {kUnits, sizeof kUnits - 1};
}

std::string_view builtinProvinceAliases()
{
    return {kProvinceAliases, sizeof kProvinceAliases - 1};
}

} // namespace banhang::vn
")
