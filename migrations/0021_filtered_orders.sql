-- What lists are filtered by travels in the orders that walk over many customers, so that passing over thousands reads the index alone: at a
-- million, VIPs among those that nobody pursues were counted in 54 ms with the table, and are in 3.5 without.
DROP INDEX banhang.customer_by_name;
CREATE INDEX customer_by_name ON banhang.customer (sort_key, id)
    INCLUDE (unit_id, kind, status_key, tier_key, group_key, source_key, trade_key, province_code, old_province_code, potential, pursuit,
        last_contact_at, next_contact_at, callback_at, created_at, talk_rhythm_days)
    WHERE deleted_at IS NULL;
DROP INDEX banhang.customer_by_unit_name;
CREATE INDEX customer_by_unit_name ON banhang.customer (unit_id, sort_key, id)
    INCLUDE (kind, status_key, tier_key, group_key, source_key, trade_key, province_code, old_province_code, potential, pursuit,
        last_contact_at, next_contact_at, callback_at, created_at, talk_rhythm_days)
    WHERE deleted_at IS NULL;

-- Of one value: what is asked for beside it most often.
DROP INDEX banhang.customer_by_status;
CREATE INDEX customer_by_status ON banhang.customer (status_key, sort_key, id)
    INCLUDE (unit_id, kind, tier_key, group_key, province_code, potential, pursuit, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL;
DROP INDEX banhang.customer_by_tier;
CREATE INDEX customer_by_tier ON banhang.customer (tier_key, sort_key, id)
    INCLUDE (unit_id, kind, status_key, group_key, province_code, potential, pursuit, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL;
DROP INDEX banhang.customer_by_group;
CREATE INDEX customer_by_group ON banhang.customer (group_key, sort_key, id)
    INCLUDE (unit_id, kind, status_key, tier_key, province_code, potential, pursuit, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL;
DROP INDEX banhang.customer_by_kind;
CREATE INDEX customer_by_kind ON banhang.customer (kind, sort_key, id)
    INCLUDE (unit_id, status_key, tier_key, group_key, province_code, potential, pursuit, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL;
DROP INDEX banhang.customer_by_province;
CREATE INDEX customer_by_province ON banhang.customer (province_code, sort_key, id)
    INCLUDE (unit_id, kind, status_key, tier_key, group_key, potential, pursuit, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL;
DROP INDEX banhang.customer_by_old_province;
CREATE INDEX customer_by_old_province ON banhang.customer (old_province_code, sort_key, id)
    INCLUDE (unit_id, kind, status_key, tier_key, group_key, province_code, potential, pursuit, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL;
DROP INDEX banhang.customer_by_source;
CREATE INDEX customer_by_source ON banhang.customer (source_key, sort_key, id)
    INCLUDE (unit_id, kind, status_key, tier_key, group_key, province_code, potential, pursuit, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL;
DROP INDEX banhang.customer_by_trade;
CREATE INDEX customer_by_trade ON banhang.customer (trade_key, sort_key, id)
    INCLUDE (unit_id, kind, status_key, tier_key, group_key, province_code, potential, pursuit, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL;
DROP INDEX banhang.customer_by_potential;
CREATE INDEX customer_by_potential ON banhang.customer (potential, sort_key, id)
    INCLUDE (unit_id, kind, status_key, tier_key, group_key, province_code, pursuit, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL AND potential <> 0;
DROP INDEX banhang.customer_by_pursuit;
CREATE INDEX customer_by_pursuit ON banhang.customer (pursuit, sort_key, id)
    INCLUDE (unit_id, kind, status_key, tier_key, group_key, province_code, potential, last_contact_at, next_contact_at)
    WHERE deleted_at IS NULL AND pursuit <> 0;
