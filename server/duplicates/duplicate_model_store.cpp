#include "server/duplicates/duplicate_model_store.h"

#include <map>
#include <mutex>

namespace banhang::server {

namespace {

constexpr Statement kDigest{"SELECT digest FROM banhang.duplicate_model ORDER BY id DESC LIMIT 1"};
constexpr Statement kModel{"SELECT model FROM banhang.duplicate_model WHERE digest = $1 LIMIT 1"};
constexpr Statement kFacts{
    "SELECT customers, pairs, extract(epoch FROM now() - learnt_at)::bigint FROM banhang.duplicate_model"
    " ORDER BY id DESC LIMIT 1"};
constexpr Statement kStore{"WITH old AS (DELETE FROM banhang.duplicate_model"
                           "  WHERE id <= (SELECT id FROM banhang.duplicate_model ORDER BY id DESC OFFSET 9 LIMIT 1))"
                           " INSERT INTO banhang.duplicate_model (customers, pairs, digest, model)"
                           " VALUES ($1, $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'), $3)"};

/// The models in use, by digest. A process that served many databases one after the other would keep a few.
class Remembered
{
public:
    std::shared_ptr<const match::Model> find(const std::string& digest)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_models.find(digest);
        return found != m_models.end() ? found->second : nullptr;
    }

    void keep(const std::string& digest, std::shared_ptr<const match::Model> model)
    {
        const std::lock_guard lock(m_mutex);
        if (m_models.size() >= kMaxModels)
            m_models.clear();
        m_models[digest] = std::move(model);
    }

private:
    static constexpr std::size_t kMaxModels = 4;

    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<const match::Model>> m_models;
};

Remembered& remembered()
{
    static Remembered instance;
    return instance;
}

std::shared_ptr<const match::Model> builtinModel()
{
    // Not owned: it lives as long as the program.
    return {std::shared_ptr<void>(), &match::Model::builtin()};
}

} // namespace

std::shared_ptr<const match::Model> currentModel(Tx& tx)
{
    const Rows rows = tx.query(kDigest);
    if (rows.empty())
        return builtinModel();
    const std::string digest = rows.front().string(0);
    if (auto known = remembered().find(digest))
        return known;
    const Rows stored = tx.query(kModel, digest);
    if (stored.empty())
        return builtinModel();
    auto model = std::make_shared<const match::Model>(match::modelFromJson(stored.front().text(0)));
    remembered().keep(digest, model);
    return model;
}

std::optional<ModelFacts> currentModelFacts(Tx& tx)
{
    const Rows rows = tx.query(kFacts);
    if (rows.empty())
        return std::nullopt;
    const Row row = rows.front();
    return ModelFacts{row.int64(0), row.int64(1), std::chrono::seconds(row.int64(2))};
}

void storeModel(Tx& tx, const match::Model& model, std::int64_t customers, std::int64_t pairs)
{
    tx.enqueue(kStore, customers, pairs, match::toJson(model));
    tx.settle();
}

} // namespace banhang::server
