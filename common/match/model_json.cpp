#include <array>
#include <charconv>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "common/match/default_model.h"
#include "common/match/model.h"

namespace banhang::match {

using nlohmann::json;

namespace {

constexpr std::array<const char*, kFields> kFieldNames = {"name",     "legal_form",  "part",     "phone",  "email",
                                                          "tax_code", "national_id", "birthday", "address"};

/// Six digits say more than was ever counted.
double rounded(double value)
{
    std::array<char, 32> text{};
    constexpr int kDigits = 6;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, kDigits);
    std::from_chars(text.data(), end.ptr, value);
    return value;
}

json classToJson(const PairClass& pairs)
{
    json result{{"share", rounded(pairs.share)}};
    for (std::size_t field = 0; field < kFields; ++field) {
        json& chances = result[kFieldNames[field]] = json::array();
        for (const double chance : pairs.chances[field])
            chances.push_back(rounded(chance));
    }
    return result;
}

PairClass classFromJson(const json& value)
{
    PairClass pairs;
    pairs.share = value.at("share").get<double>();
    for (std::size_t field = 0; field < kFields; ++field) {
        pairs.chances[field] = value.at(kFieldNames[field]).get<std::vector<double>>();
        if (pairs.chances[field].size() != kLevels[field])
            throw std::runtime_error("weights of the duplicate check: wrong number of levels");
    }
    return pairs;
}

json kindToJson(const KindModel& model, const WordShares& words)
{
    json result{
        {"customers", words.customers()},
        {"words", json::object()},
        {"classes", json::array()},
        {"calibration", {{"slope", rounded(model.calibration.slope)}, {"offset", rounded(model.calibration.offset)}}}};
    for (const auto& [word, share] : words.all())
        result["words"][word] = rounded(share);
    for (const PairClass& pairs : model.mixture)
        result["classes"].push_back(classToJson(pairs));
    return result;
}

KindModel kindFromJson(const json& value)
{
    KindModel model;
    for (const json& pairs : value.at("classes"))
        model.mixture.push_back(classFromJson(pairs));
    if (model.mixture.size() < 2)
        throw std::runtime_error("weights of the duplicate check: too few classes");
    const json& calibration = value.at("calibration");
    model.calibration = {calibration.at("slope").get<double>(), calibration.at("offset").get<double>()};
    return model;
}

WordShares wordsFromJson(const json& value)
{
    return {value.at("words").get<std::unordered_map<std::string, double>>(), value.at("customers").get<double>()};
}

Model readModel(const json& value)
{
    if (value.at("format") != Model::kFormat)
        throw std::runtime_error("weights of the duplicate check: of another format");
    const json& persons = value.at("persons");
    const json& organisations = value.at("organisations");
    return {kindFromJson(persons), kindFromJson(organisations),
            Stock{wordsFromJson(persons), wordsFromJson(organisations)}};
}

} // namespace

std::string toJson(const Model& model)
{
    return json{{"format", Model::kFormat},
                {"persons", kindToJson(model.of(Kind::Person), model.stock().persons)},
                {"organisations", kindToJson(model.of(Kind::Organisation), model.stock().organisations)}}
        .dump();
}

Model modelFromJson(std::string_view text)
{
    try {
        return readModel(json::parse(text));
    } catch (const json::exception& error) {
        throw std::runtime_error(std::string("weights of the duplicate check: ") + error.what());
    }
}

const Model& Model::builtin()
{
    static const Model kModel = modelFromJson(defaultModel());
    return kModel;
}

} // namespace banhang::match
