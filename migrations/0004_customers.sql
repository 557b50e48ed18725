-- Customers. One row holds what one form shows, value objects (phones, e-mails, addresses, points to watch) as JSON arrays in the form of
-- the proto messages: they have no identity of their own, are read and written only whole, and one read then answers a get.
-- What must be found, compared or sorted by stands in thin tables and columns of its own.

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE SEQUENCE banhang.customer_code_seq;

CREATE TABLE banhang.customer (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code             text NOT NULL CONSTRAINT customer_code_unique UNIQUE,
    -- The code with its number padded to twelve digits, to sort by: KH1000000 comes after KH999999.
    code_key         text COLLATE "C" NOT NULL,
    version          bigint NOT NULL DEFAULT 1,
    kind             smallint NOT NULL CONSTRAINT customer_kind_known CHECK (kind IN (1, 2)),
    name             text NOT NULL CONSTRAINT customer_name_present CHECK (name <> ''),
    -- Vietnamese order of the distinctive part; bytes compare as the order says (common/vn/sort_key).
    sort_key         text COLLATE "C" NOT NULL,
    honorific        smallint NOT NULL DEFAULT 0,
    gender           smallint NOT NULL DEFAULT 0,
    birthday         jsonb,
    founded_date     date,
    phones           jsonb NOT NULL DEFAULT '[]',
    emails           jsonb NOT NULL DEFAULT '[]',
    addresses        jsonb NOT NULL DEFAULT '[]',
    -- Of the first address, in the list since 2025-07-01; for filters.
    province_code    text NOT NULL DEFAULT '',
    -- The same in the list before 2025-07-01, as far as it can be told.
    old_province_code text NOT NULL DEFAULT '',
    tax_code         text NOT NULL DEFAULT '',
    website          text NOT NULL DEFAULT '',
    source_key       text NOT NULL DEFAULT '',
    trade_key        text NOT NULL DEFAULT '',
    occupation_key   text NOT NULL DEFAULT '',
    income_band_key  text NOT NULL DEFAULT '',
    finances_key     text NOT NULL DEFAULT '',
    need_keys        text[] NOT NULL DEFAULT '{}',
    habit_keys       text[] NOT NULL DEFAULT '{}',
    trait_keys       text[] NOT NULL DEFAULT '{}',
    tag_keys         text[] NOT NULL DEFAULT '{}',
    needs_text       text NOT NULL DEFAULT '',
    business_text    text NOT NULL DEFAULT '',
    watch_points     jsonb NOT NULL DEFAULT '[]',
    parent_id        bigint CONSTRAINT customer_parent_exists REFERENCES banhang.customer,
    parent_relation  smallint NOT NULL DEFAULT 0,
    status_key       text NOT NULL DEFAULT 'new',
    tier_key         text NOT NULL DEFAULT '',
    group_key        text NOT NULL DEFAULT '',
    owner_id         bigint NOT NULL CONSTRAINT customer_owner_exists REFERENCES banhang.app_user,
    -- The owner's leaf; every scope is a predicate on it.
    unit_id          bigint NOT NULL CONSTRAINT customer_unit_exists REFERENCES banhang.org_unit,
    do_not_call      boolean NOT NULL DEFAULT false,
    note             text NOT NULL DEFAULT '',
    created_at       timestamptz NOT NULL DEFAULT now(),
    -- Who entered the record; null for a program without a person.
    created_by_id    bigint,
    updated_at       timestamptz NOT NULL DEFAULT now(),
    -- Upkept from the customer's activities: the newest done and the first planned contact, and how the last one judged it (numbers of
    -- Potential and Pursuit in customer.proto; 0 = never judged).
    last_contact_at  timestamptz,
    next_contact_at  timestamptz,
    potential        smallint NOT NULL DEFAULT 0,
    pursuit          smallint NOT NULL DEFAULT 0,
    -- Likewise: the first planned talk that the customer was promised, and why later; mean days between the last talks, 0 = fewer than three.
    callback_at      timestamptz,
    callback_reason  text NOT NULL DEFAULT '',
    talk_rhythm_days smallint NOT NULL DEFAULT 0,
    deleted_at       timestamptz
);

-- Keyset order of every sort, for one owner and for the whole company; the bin is small and has the order by name only.
-- Those without a last or a next contact stand last in both directions, hence the two infinities; as CASE, since beneath a policy PostgreSQL 15 does
-- not take coalesce for an index condition.
-- What lists are filtered by travels in the orders by name: a filter that passes over thousands of a branch's customers then reads the
-- index alone, a tenth of the work.
CREATE INDEX customer_by_name ON banhang.customer (sort_key, id)
    INCLUDE (unit_id, kind, status_key, tier_key, group_key, source_key, trade_key, province_code, old_province_code) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_unit_name ON banhang.customer (unit_id, sort_key, id)
    INCLUDE (kind, status_key, tier_key, group_key, source_key, trade_key, province_code, old_province_code, last_contact_at, talk_rhythm_days)
    WHERE deleted_at IS NULL;
-- Most lists of a branch are of one status; what few have is found without passing over each person's others.
CREATE INDEX customer_by_unit_status ON banhang.customer (unit_id, status_key, sort_key, id) INCLUDE (tier_key, group_key) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_code ON banhang.customer (code_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_unit_code ON banhang.customer (unit_id, code_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_created ON banhang.customer (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_unit_created ON banhang.customer (unit_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_contact_up ON banhang.customer ((CASE WHEN last_contact_at IS NULL THEN 'infinity' ELSE last_contact_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_contact_down ON banhang.customer ((CASE WHEN last_contact_at IS NULL THEN '-infinity' ELSE last_contact_at END), id) WHERE deleted_at IS NULL;
-- With what the order is made of, so that a page of a leaf is read from the index alone.
CREATE INDEX customer_by_unit_contact_up ON banhang.customer (unit_id, (CASE WHEN last_contact_at IS NULL THEN 'infinity' ELSE last_contact_at END), id) INCLUDE (last_contact_at) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_unit_contact_down ON banhang.customer (unit_id, (CASE WHEN last_contact_at IS NULL THEN '-infinity' ELSE last_contact_at END), id) INCLUDE (last_contact_at) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_next_up ON banhang.customer ((CASE WHEN next_contact_at IS NULL THEN 'infinity' ELSE next_contact_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_next_down ON banhang.customer ((CASE WHEN next_contact_at IS NULL THEN '-infinity' ELSE next_contact_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_unit_next_up ON banhang.customer (unit_id, (CASE WHEN next_contact_at IS NULL THEN 'infinity' ELSE next_contact_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_unit_next_down ON banhang.customer (unit_id, (CASE WHEN next_contact_at IS NULL THEN '-infinity' ELSE next_contact_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_callback_up ON banhang.customer ((CASE WHEN callback_at IS NULL THEN 'infinity' ELSE callback_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_callback_down ON banhang.customer ((CASE WHEN callback_at IS NULL THEN '-infinity' ELSE callback_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_unit_callback_up ON banhang.customer (unit_id, (CASE WHEN callback_at IS NULL THEN 'infinity' ELSE callback_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_unit_callback_down ON banhang.customer (unit_id, (CASE WHEN callback_at IS NULL THEN '-infinity' ELSE callback_at END), id) WHERE deleted_at IS NULL;
CREATE INDEX customer_binned ON banhang.customer (sort_key, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX customer_binned_by_unit ON banhang.customer (unit_id, sort_key, id) WHERE deleted_at IS NOT NULL;
-- For filters by a value that few customers have, where walking the order by name would pass over most of the table; with the leaf, since
-- a branch passes over those of the others.
CREATE INDEX customer_by_province ON banhang.customer (province_code, sort_key, id) INCLUDE (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_old_province ON banhang.customer (old_province_code, sort_key, id) INCLUDE (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_source ON banhang.customer (source_key, sort_key, id) INCLUDE (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_trade ON banhang.customer (trade_key, sort_key, id) INCLUDE (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_status ON banhang.customer (status_key, sort_key, id) INCLUDE (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_contact ON banhang.customer (last_contact_at) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_next ON banhang.customer (next_contact_at) WHERE deleted_at IS NULL AND next_contact_at IS NOT NULL;
CREATE INDEX customer_by_callback ON banhang.customer (callback_at) WHERE deleted_at IS NULL AND callback_at IS NOT NULL;
-- The same days within a branch, whose leaves are looked through one by one.
CREATE INDEX customer_by_unit_next ON banhang.customer (unit_id, next_contact_at) WHERE deleted_at IS NULL AND next_contact_at IS NOT NULL;
CREATE INDEX customer_by_unit_callback ON banhang.customer (unit_id, callback_at) WHERE deleted_at IS NULL AND callback_at IS NOT NULL;
CREATE INDEX customer_by_potential ON banhang.customer (potential, sort_key, id) WHERE deleted_at IS NULL AND potential <> 0;
CREATE INDEX customer_by_pursuit ON banhang.customer (pursuit, sort_key, id) WHERE deleted_at IS NULL AND pursuit <> 0;
-- Entered and never worked with, oldest first.
CREATE INDEX customer_untouched ON banhang.customer (unit_id, created_at, id)
    WHERE deleted_at IS NULL AND last_contact_at IS NULL AND next_contact_at IS NULL;
CREATE INDEX customer_by_tier ON banhang.customer (tier_key, sort_key, id) INCLUDE (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_group ON banhang.customer (group_key, sort_key, id) INCLUDE (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_by_kind ON banhang.customer (kind, sort_key, id) INCLUDE (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_children ON banhang.customer (parent_id) WHERE parent_id IS NOT NULL;

-- Contact persons have an identity: talks and appointments will name them.
CREATE TABLE banhang.contact (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL CONSTRAINT contact_customer_exists REFERENCES banhang.customer,
    ordinal     integer NOT NULL,
    name        text NOT NULL,
    position    text NOT NULL DEFAULT '',
    honorific   smallint NOT NULL DEFAULT 0,
    phones      jsonb NOT NULL DEFAULT '[]',
    emails      jsonb NOT NULL DEFAULT '[]',
    birthday    jsonb,
    note        text NOT NULL DEFAULT '',
    -- Taken off the form, but still named by what was written about them.
    removed     boolean NOT NULL DEFAULT false
);
CREATE INDEX contact_by_customer ON banhang.contact (customer_id, ordinal);

CREATE TABLE banhang.customer_share (
    customer_id  bigint NOT NULL CONSTRAINT customer_share_customer_exists REFERENCES banhang.customer,
    user_id      bigint NOT NULL CONSTRAINT customer_share_user_exists REFERENCES banhang.app_user,
    -- 1 = view, 2 = edit.
    level        smallint NOT NULL CONSTRAINT customer_share_level_known CHECK (level IN (1, 2)),
    shared_by_id bigint NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, customer_id)
);
CREATE INDEX customer_share_by_customer ON banhang.customer_share (customer_id);

-- What the search looks through: folded text, outside row-level security because that would switch the trigram indexes off.
-- Read with the application's predicate; whole rows are then read by key under the policy. Rows of the bin are absent.
-- Texts are words, each behind a space, so that '% lan%' means the start of a word.
CREATE TABLE banhang.customer_search (
    customer_id bigint PRIMARY KEY CONSTRAINT customer_search_customer_exists REFERENCES banhang.customer ON DELETE CASCADE,
    unit_id     bigint NOT NULL,
    sort_key    text COLLATE "C" NOT NULL,
    -- The name as typed, small letters with their marks, to rank what was typed with marks.
    marked_name text NOT NULL,
    -- The name folded, and the same from its distinctive part on (given name first): queries of one or two letters are prefixes of these.
    head_text   text COLLATE "C" NOT NULL,
    lead_text   text COLLATE "C" NOT NULL,
    -- Name, its initials, contact persons and code.
    name_text   text NOT NULL,
    -- Digits behind the country code.
    phone_text  text NOT NULL,
    email_text  text NOT NULL,
    tax_text    text NOT NULL,
    -- The four above, for callers from whom nothing is hidden.
    all_text    text NOT NULL
);
CREATE INDEX customer_search_all ON banhang.customer_search USING gin (all_text public.gin_trgm_ops);
CREATE INDEX customer_search_name ON banhang.customer_search USING gin (name_text public.gin_trgm_ops);
CREATE INDEX customer_search_marked ON banhang.customer_search USING gin (marked_name public.gin_trgm_ops);
CREATE INDEX customer_search_phone ON banhang.customer_search USING gin (phone_text public.gin_trgm_ops);
CREATE INDEX customer_search_email ON banhang.customer_search USING gin (email_text public.gin_trgm_ops);
CREATE INDEX customer_search_tax ON banhang.customer_search USING gin (tax_text public.gin_trgm_ops);
-- Thousands of names may begin with two common words, or bear one common mark: both are told by the index alone.
CREATE INDEX customer_search_head ON banhang.customer_search (head_text, customer_id) INCLUDE (sort_key, marked_name, unit_id);
CREATE INDEX customer_search_lead ON banhang.customer_search (lead_text, customer_id);
CREATE INDEX customer_search_order ON banhang.customer_search (sort_key, customer_id) INCLUDE (head_text, marked_name);
CREATE INDEX customer_search_unit ON banhang.customer_search (unit_id, sort_key, customer_id);
-- How many names hold a piece is told by the histogram alone: with the usual hundred bounds a word that one in fifty bears is often missed.
ALTER TABLE banhang.customer_search
    ALTER COLUMN all_text SET STATISTICS 400, ALTER COLUMN name_text SET STATISTICS 400, ALTER COLUMN marked_name SET STATISTICS 400,
    ALTER COLUMN head_text SET STATISTICS 400, ALTER COLUMN lead_text SET STATISTICS 400;

-- The tags of customers, to filter by: outside row-level security, because an array's operators are not leakproof and would not be
-- looked up in an index beneath a policy. Lists join it to the customers, which are under theirs. Rows of the bin are absent.
CREATE TABLE banhang.customer_tag (
    tag_key     text COLLATE "C" NOT NULL,
    customer_id bigint NOT NULL CONSTRAINT customer_tag_customer_exists REFERENCES banhang.customer ON DELETE CASCADE,
    PRIMARY KEY (tag_key, customer_id)
);
CREATE INDEX customer_tag_by_customer ON banhang.customer_tag (customer_id, tag_key);

-- Whether the caller's own grants (not shares) cover this action on a customer. Definer's rights: it is asked by the share's policy, and the customer's
-- policy asks the shares, so under the caller's rights they would ask each other for ever. Says yes or no and nothing else.
CREATE FUNCTION banhang.caller_reaches(asked_id bigint, asked_action smallint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT EXISTS (SELECT FROM banhang.customer c
                       JOIN banhang.visible_unit v ON v.unit_id IN (c.unit_id, 0)
                       WHERE c.id = asked_id AND v.user_id = banhang.caller_id() AND v.resource = 1 AND v.action = asked_action);
    END;

-- Gives customers to another owner. Definer's rights, because the policies below would demand that whoever gives a customer away still
-- sees it afterwards; so the wall stands here: old and new leaf must both be in the caller's assign scope, other rows stay as they are.
CREATE FUNCTION banhang.assign_customers(ids bigint[], new_owner_id bigint)
    RETURNS TABLE (customer_id bigint, version bigint, owner_before bigint, unit_before bigint, unit_after bigint)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH reach AS MATERIALIZED (
            SELECT v.unit_id FROM banhang.visible_unit v WHERE v.user_id = banhang.caller_id() AND v.resource = 1 AND v.action = 6
        ), new_owner AS MATERIALIZED (
            SELECT u.id, u.unit_id FROM banhang.app_user u
            WHERE u.id = new_owner_id AND u.active AND EXISTS (SELECT FROM reach WHERE reach.unit_id IN (u.unit_id, 0))
        ), old AS MATERIALIZED (
            SELECT c.id, c.owner_id, c.unit_id FROM banhang.customer c
            WHERE c.id = ANY (ids) AND c.deleted_at IS NULL AND EXISTS (SELECT FROM reach WHERE reach.unit_id IN (c.unit_id, 0))
            ORDER BY c.id FOR NO KEY UPDATE
        ), moved AS (
            UPDATE banhang.customer c
            SET owner_id = new_owner.id, unit_id = new_owner.unit_id, version = c.version + 1, updated_at = now()
            FROM old, new_owner
            WHERE c.id = old.id AND old.owner_id <> new_owner.id
            RETURNING c.id, c.version, old.owner_id, old.unit_id AS unit_before, c.unit_id AS unit_after
        ), found AS (
            UPDATE banhang.customer_search s SET unit_id = moved.unit_after FROM moved WHERE s.customer_id = moved.id
        )
        SELECT moved.* FROM moved ORDER BY moved.id;
    END;

-- The customer itself and everything above it, nearest first. Definer's rights, because a ring through rows that the caller does not see
-- is a ring too; ends after a hundred steps in any case.
CREATE FUNCTION banhang.customer_ancestors(from_id bigint) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH RECURSIVE above (id, parent_id, step) AS (
            SELECT c.id, c.parent_id, 1 FROM banhang.customer c WHERE c.id = from_id
            UNION ALL
            SELECT c.id, c.parent_id, above.step + 1 FROM above JOIN banhang.customer c ON c.id = above.parent_id WHERE above.step < 100
        )
        SELECT array_agg(above.id ORDER BY above.step) FROM above;
    END;

-- What everybody may know of a customer, where the company has decided so; otherwise nothing.
CREATE FUNCTION banhang.public_cards(ids bigint[])
    RETURNS TABLE (customer_id bigint, name text, owner_id bigint, group_key text, do_not_call boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT c.id, c.name, c.owner_id, c.group_key, c.do_not_call
        FROM banhang.customer c
        WHERE c.id = ANY (ids) AND c.deleted_at IS NULL AND (SELECT company.public_card_enabled FROM banhang.company);
    END;

-- The second wall. Each policy asks the rights table with the caller's id of this transaction; without one nothing is visible.
ALTER TABLE banhang.customer ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.customer_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.change_log ENABLE ROW LEVEL SECURITY;

-- "Everything" is asked once for each statement, and the leaves are compared by equality alone: so the planner may read them once into a
-- hash for a list, and looks up a single one for a get. In one condition, a list of 2,500 rows would take twenty times as long.
CREATE POLICY customer_view ON banhang.customer FOR SELECT TO banhang_app USING (
    (SELECT EXISTS (SELECT FROM banhang.visible_unit v
                    WHERE v.user_id = banhang.caller_id() AND v.resource = 1 AND v.action = 1 AND v.unit_id = 0))
    OR EXISTS (SELECT FROM banhang.visible_unit v
               WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 1 AND v.action = 1 AND v.unit_id = customer.unit_id)
    OR EXISTS (SELECT FROM banhang.customer_share s
               WHERE s.user_id = (SELECT banhang.caller_id()) AND s.customer_id = customer.id));
CREATE POLICY customer_create ON banhang.customer FOR INSERT TO banhang_app WITH CHECK (
    EXISTS (SELECT FROM banhang.visible_unit v
            WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 1 AND v.action = 2 AND v.unit_id IN (customer.unit_id, 0)));
-- Editing, binning and assigning are all updates of the row; which of them it is, the first wall tells.
CREATE POLICY customer_change ON banhang.customer FOR UPDATE TO banhang_app
    USING (
        EXISTS (SELECT FROM banhang.visible_unit v
                WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 1 AND v.action IN (3, 4, 6)
                  AND v.unit_id IN (customer.unit_id, 0))
        OR EXISTS (SELECT FROM banhang.customer_share s
                   WHERE s.user_id = (SELECT banhang.caller_id()) AND s.customer_id = customer.id AND s.level = 2))
    WITH CHECK (
        EXISTS (SELECT FROM banhang.visible_unit v
                WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 1 AND v.action IN (3, 4, 6)
                  AND v.unit_id IN (customer.unit_id, 0))
        OR EXISTS (SELECT FROM banhang.customer_share s
                   WHERE s.user_id = (SELECT banhang.caller_id()) AND s.customer_id = customer.id AND s.level = 2));

-- Contact persons and history follow their customer: the sub-selects run under the customer's own policy. Those of contact persons
-- stand in a function, because every read of a customer asks for its contact persons and most have none: a sub-select, with all that the
-- customer's policy hangs below it, would be made ready each time, the function only where there is a row.
CREATE FUNCTION banhang.caller_sees(asked_id bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM banhang.customer c WHERE c.id = asked_id);
END $$;
CREATE POLICY contact_view ON banhang.contact FOR SELECT TO banhang_app USING (banhang.caller_sees(customer_id));
-- Who may only create adds persons to what this transaction creates.
CREATE POLICY contact_create ON banhang.contact FOR INSERT TO banhang_app WITH CHECK (
    EXISTS (SELECT FROM banhang.customer c
            JOIN banhang.visible_unit v ON v.unit_id IN (c.unit_id, 0)
            WHERE c.id = contact.customer_id AND v.user_id = (SELECT banhang.caller_id()) AND v.resource = 1
              AND (v.action = 3 OR v.action = 2 AND c.created_at = now()))
    OR EXISTS (SELECT FROM banhang.customer_share s
               WHERE s.user_id = (SELECT banhang.caller_id()) AND s.customer_id = contact.customer_id AND s.level = 2));
CREATE POLICY contact_change ON banhang.contact FOR UPDATE TO banhang_app USING (
    EXISTS (SELECT FROM banhang.customer c
            JOIN banhang.visible_unit v ON v.unit_id IN (c.unit_id, 0)
            WHERE c.id = contact.customer_id AND v.user_id = (SELECT banhang.caller_id()) AND v.resource = 1 AND v.action = 3)
    OR EXISTS (SELECT FROM banhang.customer_share s
               WHERE s.user_id = (SELECT banhang.caller_id()) AND s.customer_id = contact.customer_id AND s.level = 2));
CREATE POLICY history_follow ON banhang.change_log FOR SELECT TO banhang_app
    USING (entity IN ('customer', 'customer_share') AND EXISTS (SELECT FROM banhang.customer c WHERE c.id = change_log.entity_id));
CREATE POLICY history_append ON banhang.change_log FOR INSERT TO banhang_app
    WITH CHECK (actor_id = coalesce((SELECT banhang.caller_id()), 0));
-- A share is seen by who received it, and by who reaches the customer through the scopes of their own grants (not through shares:
-- the policies of customer and share would otherwise ask each other for ever).
CREATE POLICY share_own ON banhang.customer_share FOR SELECT TO banhang_app USING (user_id = (SELECT banhang.caller_id()));
CREATE POLICY share_seen ON banhang.customer_share FOR SELECT TO banhang_app
    USING ((SELECT banhang.caller_reaches(customer_id, 1::smallint)));
CREATE POLICY share_give ON banhang.customer_share FOR INSERT TO banhang_app
    WITH CHECK ((SELECT banhang.caller_reaches(customer_id, 3::smallint)));
CREATE POLICY share_change ON banhang.customer_share FOR UPDATE TO banhang_app
    USING ((SELECT banhang.caller_reaches(customer_id, 3::smallint))) WITH CHECK ((SELECT banhang.caller_reaches(customer_id, 3::smallint)));
CREATE POLICY share_take_back ON banhang.customer_share FOR DELETE TO banhang_app
    USING ((SELECT banhang.caller_reaches(customer_id, 3::smallint)));

CREATE POLICY system_all ON banhang.customer TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.contact TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.customer_share TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.change_log TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.customer, banhang.contact TO banhang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON banhang.customer_share, banhang.customer_search, banhang.customer_tag TO banhang_app;
GRANT SELECT ON banhang.change_log TO banhang_app;
REVOKE EXECUTE ON FUNCTION banhang.assign_customers, banhang.customer_ancestors, banhang.public_cards,
    banhang.caller_reaches FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.assign_customers, banhang.customer_ancestors, banhang.public_cards,
    banhang.caller_reaches TO banhang_app;
GRANT USAGE ON SEQUENCE banhang.customer_code_seq TO banhang_app;
GRANT SELECT ON ALL TABLES IN SCHEMA banhang TO banhang_system;
