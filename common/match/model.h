// The weights of the evidence: Fellegi and Sunter's model with several kinds of pairs that are not the same customer.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/match/calibration.h"
#include "common/match/compare.h"

namespace banhang::match {

/// From here on two customers are worth a word, are taken for the same, are as good as sure.
constexpr double kPossible = 0.20;
constexpr double kLikely = 0.75;
constexpr double kCertain = 0.90;

/// One kind of pair: how many of all compared pairs are of it, and how often each level of each field occurs in it
/// (over the levels but Unknown, whose entry is not read).
struct PairClass
{
    double share = 0;
    std::array<std::vector<double>, kFields> chances;

    friend bool operator==(const PairClass&, const PairClass&) = default;
};

/// The first class holds the pairs of one customer. The others have no names: chance, households, namesakes, one
/// building, one brand, whatever the data fall apart into. A single class would take a shared phone and a shared house
/// for two proofs, where the household explains both.
using Mixture = std::vector<PairClass>;

/// What a model knows of one kind of customers.
struct KindModel
{
    Mixture mixture;
    Calibration calibration;

    friend bool operator==(const KindModel&, const KindModel&) = default;
};

struct Score
{
    double probability = 0; ///< that the two are one customer; 0.9 = nine in ten of such pairs
    double bits = 0;        ///< the same as log2 of the odds
};

/// What a field says. `mine` and `theirs` are the values that were decisive, as people write them.
struct Reason
{
    std::string_view field; ///< of v1.Customer: "phones"
    std::string_view key;   ///< "duplicate.same_phone"
    std::string mine;
    std::string theirs;
    double bits = 0; ///< positive for the same customer
};

/// Immutable. Thread: any.
class Model
{
public:
    static constexpr int kFormat = 1;

    Model(KindModel persons, KindModel organisations, Stock stock)
        : m_persons(std::move(persons)), m_organisations(std::move(organisations)), m_stock(std::move(stock))
    {
    }

    /// The one in the program, learnt on made-up customers; holds until an office has learnt its own.
    static const Model& builtin();

    const Stock& stock() const { return m_stock; }
    const KindModel& of(Kind kind) const { return kind == Kind::Person ? m_persons : m_organisations; }

    Score score(const Comparison& comparison) const;

    /// Strongest first; fields that say next to nothing are left out. Their bits do not sum up to the score's: what the
    /// fields say together is in the shares of the classes.
    std::vector<Reason> explain(const Record& mine, const Record& theirs, const Comparison& comparison) const;

private:
    KindModel m_persons;
    KindModel m_organisations;
    Stock m_stock;
};

/// What the classes say of a pair, before definitions and calibration. Units: bits for the same customer.
double evidenceBits(const Mixture& mixture, const Comparison& comparison);

/// Levels that settle the matter by what we mean by one customer, not by how often they occur: head office and branch.
/// Bits to add to the score; learning passes such pairs over.
double definitionBits(const Comparison& comparison);

/// JSON of a model, and back. Throws: std::runtime_error for a text that is none or of another format.
std::string toJson(const Model& model);
Model modelFromJson(std::string_view text);

} // namespace banhang::match
