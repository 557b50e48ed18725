// duplicate evaluate, duplicate learn, duplicate refresh
#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/match/groups.h"
#include "server/app/commands/command_line.h"
#include "server/app/evaluation/evaluation_measures.h"
#include "server/app/evaluation/model_making.h"
#include "server/app/evaluation/scratch_office.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/duplicates/duplicate_learning.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/duplicate_search.h"

namespace banhang::server {

namespace {

using nlohmann::json;

struct EvaluateArguments
{
    std::string directory;
    std::vector<std::string> mappings;
    std::string outFile;
    double minScore = match::kLikely;
    bool isJson = false;
};

/// All that the engine says about a set.
struct Findings
{
    std::vector<std::vector<std::size_t>> proposals; ///< for each record, best first
    std::map<RecordPair, double> scores;
};

/// Batches of records, each checked as a save or an import checks it, by two threads.
Findings checkAll(ScratchOffice& office, const std::vector<match::Record>& records)
{
    constexpr std::size_t kBatch = 100;
    constexpr int kThreads = 2;
    Findings findings;
    findings.proposals.resize(records.size());
    std::mutex mutex;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t first = next.fetch_add(kBatch); first < records.size(); first = next.fetch_add(kBatch)) {
            std::vector<Asked> asked;
            for (std::size_t i = first; i < std::min(records.size(), first + kBatch); ++i)
                asked.push_back({records[i], static_cast<std::int64_t>(i) + 1});
            const auto found = office.app().inTransaction(
                {}, Tx::Mode::ReadOnly, [&](Tx& tx) { return findMatches(tx, *currentModel(tx), asked); });
            const std::lock_guard lock(mutex);
            for (std::size_t i = 0; i < found.size(); ++i)
                for (const DuplicateMatch& match : found[i].found) {
                    const auto other = static_cast<std::size_t>(match.customerId) - 1;
                    findings.proposals[first + i].push_back(other);
                    double& score = findings.scores[std::minmax(first + i, other)];
                    score = std::max(score, match.similarity.probability);
                }
        }
    };
    std::vector<std::future<void>> workers;
    workers.reserve(kThreads);
    for (int i = 0; i < kThreads; ++i)
        workers.push_back(std::async(std::launch::async, work));
    for (std::future<void>& worker : workers)
        worker.get();
    return findings;
}

/// Two customers that a third one holds together are one customer as surely as both links hold.
std::vector<ScoredPair> withGroups(const std::map<RecordPair, double>& scores)
{
    std::vector<match::Link> links;
    links.reserve(scores.size());
    for (const auto& [pair, score] : scores)
        links.push_back({static_cast<std::int64_t>(pair.first), static_cast<std::int64_t>(pair.second), score});
    std::map<RecordPair, double> all = scores;
    for (const match::Group& group : match::groupsOf(links, match::kLikely))
        for (const match::Link& link : match::chainsOf(group)) {
            double& score = all[std::minmax(static_cast<std::size_t>(link.a), static_cast<std::size_t>(link.b))];
            score = std::max(score, link.probability);
        }
    std::vector<ScoredPair> pairs;
    pairs.reserve(all.size());
    for (const auto& [pair, score] : all)
        pairs.push_back({pair, score});
    return pairs;
}

void writePairs(const std::string& file, const EvaluationSet& set, const std::vector<ScoredPair>& pairs,
                double minScore)
{
    std::ofstream out(file);
    out << "id1,id2,score\n";
    for (const ScoredPair& scored : pairs)
        if (scored.score >= minScore)
            out << fmt::format("{},{},{:.6f}\n", set.ids[scored.pair.first], set.ids[scored.pair.second], scored.score);
    if (!out.flush())
        throw EvaluationError(file + ": cannot be written");
}

json toJson(const Measures& measures)
{
    return {{"threshold", measures.threshold},
            {"precision", measures.precision},
            {"recall", measures.recall},
            {"f1", measures.f1}};
}

json toJson(const Evaluation& evaluation)
{
    json calibration = json::array();
    for (const CalibrationBin& bin : evaluation.calibration)
        calibration.push_back({{"from", bin.from},
                               {"to", bin.to},
                               {"pairs", bin.pairs},
                               {"mean_score", bin.meanScore},
                               {"true_share", bin.trueShare}});
    return {{"default", toJson(evaluation.standard)},
            {"best", toJson(evaluation.best)},
            {"first5_recall", evaluation.firstFiveRecall},
            {"calibration", std::move(calibration)}};
}

void print(std::string_view title, const Measures& measures)
{
    std::cout << fmt::format("{} (score >= {:.3f}): precision {:.4f}  recall {:.4f}  F1 {:.4f}\n", title,
                             measures.threshold, measures.precision, measures.recall, measures.f1);
}

void print(const Evaluation& evaluation)
{
    print("default", evaluation.standard);
    print("best   ", evaluation.best);
    std::cout << fmt::format("recall within the first 5 proposals {:.4f}\n", evaluation.firstFiveRecall);
    std::cout << "score           pairs  mean score  true share\n";
    for (const CalibrationBin& bin : evaluation.calibration)
        std::cout << fmt::format("{:.2f} to {:.2f} {:>9}  {:>10.3f}  {:>10.3f}\n", bin.from, bin.to, bin.pairs,
                                 bin.meanScore, bin.trueShare);
}

std::size_t countFrom(const std::vector<ScoredPair>& pairs, double minScore)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(pairs, [&](const ScoredPair& scored) { return scored.score >= minScore; }));
}

void report(const EvaluateArguments& arguments, const EvaluationSet& set, const Findings& findings,
            const std::vector<ScoredPair>& pairs)
{
    const std::size_t found = countFrom(pairs, match::kLikely);
    if (!set.hasLabels) {
        if (arguments.isJson)
            std::cout << json{{"records", set.ids.size()}, {"threshold", match::kLikely}, {"pairs", found}}.dump()
                      << "\n";
        else
            std::cout << fmt::format("{} records, {} pairs found at score >= {:.3f}; no pairs.csv to compare with\n",
                                     set.ids.size(), found, match::kLikely);
        return;
    }
    const Evaluation evaluation = evaluate(pairs, findings.proposals, set.truth, match::kLikely);
    if (arguments.isJson) {
        std::cout << toJson(evaluation).dump() << "\n";
        return;
    }
    std::cout << fmt::format("{} records, {} known pairs, {} found\n", set.ids.size(), set.truth.size(), found);
    print(evaluation);
}

void evaluateSet(const EvaluateArguments& arguments)
{
    const EvaluationSet set = readEvaluationSet(arguments.directory, arguments.mappings);
    ScratchOffice office;
    office.store(set.records);
    refreshModel(
        [&](const std::function<void(Tx&)>& body) { office.system().inTransaction({}, Tx::Mode::ReadWrite, body); });
    const Findings findings = checkAll(office, set.records);
    const std::vector<ScoredPair> pairs = withGroups(findings.scores);
    if (!arguments.outFile.empty())
        writePairs(arguments.outFile, set, pairs, arguments.minScore);
    report(arguments, set, findings, pairs);
}

void refreshWeights(const CommonOptions& common, bool isJson)
{
    Workplace place(common);
    place.openDatabase(Workplace::Use::Share);
    ConnectOptions options;
    options.conninfo = place.access().system;
    ConnectionSlot slot(options);
    const Learnt learnt = refreshModel(
        [&](const std::function<void(Tx&)>& body) { runTransaction(slot, Tx::Mode::ReadWrite, {}, nullptr, body); });
    if (isJson)
        std::cout << json{{"customers", learnt.customers}, {"pairs", learnt.pairs}, {"kept", keptText(learnt)}}.dump()
                  << "\n";
    else
        std::cout << fmt::format("Learnt from {} customers and {} pairs; in use from now on.\n", learnt.customers,
                                 learnt.pairs);
    if (!isJson && !learnt.kept.empty())
        std::cout << fmt::format("As the program brings them, since there were too few pairs or none that tell what "
                                 "one customer is: weights of {}.\n",
                                 keptText(learnt));
}

struct LearnArguments
{
    std::vector<std::string> directories;
    std::vector<std::string> mappings;
    std::string outFile;
};

/// A line for each class and each list of words, so that a difference can be read.
std::string inLines(const std::string& model)
{
    static const std::regex kStarts(R"((\{"address"|"words"|"persons"|"organisations"))");
    return std::regex_replace(model, kStarts, "\n$1");
}

void learnFromSets(const LearnArguments& arguments)
{
    std::vector<EvaluationSet> sets;
    sets.reserve(arguments.directories.size());
    for (const std::string& directory : arguments.directories)
        sets.push_back(readEvaluationSet(directory, arguments.mappings));
    std::ofstream out(arguments.outFile);
    out << inLines(match::toJson(makeModel(sets))) << "\n";
    if (!out.flush())
        throw EvaluationError(arguments.outFile + ": cannot be written");
}

void addMapping(CLI::App& command, std::vector<std::string>& mappings)
{
    command
        .add_option("--map", mappings,
                    "FIELD=COLUMN[+COLUMN...], may be repeated; fields: id, name, given_name, family_name, company, "
                    "phone, email, tax_code, national_id, birthday, address, province, kind")
        ->take_all()
        ->allow_extra_args(false);
}

void addLearn(CLI::App& duplicate, CommandLine& line)
{
    auto* learn = duplicate.add_subcommand(
        "learn", "Make the weights that the program brings, from sets of customers with known duplicates");
    auto arguments = std::make_shared<LearnArguments>();
    learn->add_option("directories", arguments->directories, "Directories with records.csv and pairs.csv")->required();
    addMapping(*learn, arguments->mappings);
    learn->add_option("--out", arguments->outFile, "File to write, of the form of common/match/data/default_model.json")
        ->required();
    learn->callback([&line, arguments] { line.chosen = [arguments] { learnFromSets(*arguments); }; });
}

void addEvaluate(CLI::App& duplicate, CommandLine& line)
{
    auto* evaluate = duplicate.add_subcommand(
        "evaluate", "Measure the duplicate check on records.csv and pairs.csv, in a database of its own");
    auto arguments = std::make_shared<EvaluateArguments>();
    evaluate->add_option("directory", arguments->directory, "Directory with records.csv and, if known, pairs.csv")
        ->required()
        ->check(CLI::ExistingDirectory);
    addMapping(*evaluate, arguments->mappings);
    evaluate->add_option("--out", arguments->outFile, "Write the pairs found as id1,id2,score");
    evaluate->add_option("--min-score", arguments->minScore, "Lowest score of the pairs written")
        ->capture_default_str();
    evaluate->add_flag("--json", arguments->isJson, "One JSON object instead of text");
    evaluate->callback([&line, arguments] { line.chosen = [arguments] { evaluateSet(*arguments); }; });
}

} // namespace

void addDuplicateCommands(CommandLine& line)
{
    auto* duplicate = line.app.add_subcommand("duplicate", "The duplicate check: measure it, or let it learn");
    duplicate->require_subcommand(1);
    addEvaluate(*duplicate, line);
    addLearn(*duplicate, line);
    auto* refresh = duplicate->add_subcommand("refresh", "Learn the weights from the customers of this office");
    auto isJson = std::make_shared<bool>(false);
    refresh->add_flag("--json", *isJson, "One JSON object instead of text");
    refresh->callback(
        [&line, isJson] { line.chosen = [&common = line.common, isJson] { refreshWeights(common, *isJson); }; });
}

} // namespace banhang::server
