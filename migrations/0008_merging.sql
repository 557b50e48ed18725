-- Merging customers and taking merges back, and the search for duplicates through the whole stock.

ALTER TABLE banhang.customer
    -- The customer that this one was merged into. Such a row is also in the bin (deleted_at), but no list shows it.
    ADD COLUMN merged_into_id bigint CONSTRAINT customer_merged_into_exists REFERENCES banhang.customer,
    -- Codes of the customers merged into this one, by which it is still found.
    ADD COLUMN former_codes text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT customer_merged_is_binned CHECK (merged_into_id IS NULL OR deleted_at IS NOT NULL);
CREATE INDEX customer_merged_into ON banhang.customer (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE TABLE banhang.customer_merge (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    survivor_id         bigint NOT NULL CONSTRAINT customer_merge_survivor_exists REFERENCES banhang.customer,
    -- Versions of the survivor that the merge made: above the first, up to the second. Likewise its undo.
    version_before      bigint NOT NULL,
    version_after       bigint,
    undo_version_before bigint,
    undo_version_after  bigint,
    -- The survivor as it was, in the form of the proto message: the undo starts from it. Emptied once the time for undo is over.
    survivor_before     jsonb,
    -- Entries of the result that the others had too, by list: they stay when an earlier merge that had brought them is taken back.
    brought             jsonb NOT NULL DEFAULT '{}',
    updated_at_before   timestamptz NOT NULL,
    message             text NOT NULL DEFAULT '',
    actor_id            bigint NOT NULL CONSTRAINT customer_merge_actor_exists REFERENCES banhang.app_user,
    merged_at           timestamptz NOT NULL DEFAULT now(),
    undo_until          timestamptz NOT NULL DEFAULT now() + interval '90 days',
    undone_at           timestamptz,
    undone_by_id        bigint CONSTRAINT customer_merge_undoer_exists REFERENCES banhang.app_user
);
CREATE INDEX customer_merge_by_survivor ON banhang.customer_merge (survivor_id, id);
CREATE INDEX customer_merge_to_forget ON banhang.customer_merge (undo_until) WHERE survivor_before IS NOT NULL;

-- The customers that ended, with what is told of them wherever the survivor is seen.
CREATE TABLE banhang.customer_merge_loser (
    merge_id          bigint NOT NULL CONSTRAINT customer_merge_loser_merge_exists REFERENCES banhang.customer_merge ON DELETE CASCADE,
    customer_id       bigint NOT NULL CONSTRAINT customer_merge_loser_customer_exists REFERENCES banhang.customer,
    code              text NOT NULL,
    name              text NOT NULL,
    updated_at_before timestamptz NOT NULL,
    PRIMARY KEY (merge_id, customer_id)
);
CREATE INDEX customer_merge_loser_by_customer ON banhang.customer_merge_loser (customer_id);

-- What hung on the customers that ended, row by row, as it was.
CREATE TABLE banhang.customer_merge_row (
    merge_id bigint NOT NULL CONSTRAINT customer_merge_row_merge_exists REFERENCES banhang.customer_merge ON DELETE CASCADE,
    -- Name of the participant, "contact".
    link     text NOT NULL,
    -- What tells the row from others of its table, without the customer.
    row_key  text NOT NULL,
    from_id  bigint NOT NULL,
    -- 1 = moved to the survivor, 2 = put aside because the survivor had its like, 3 = the survivor's own, changed.
    outcome  smallint NOT NULL CONSTRAINT customer_merge_row_outcome_known CHECK (outcome BETWEEN 1 AND 3),
    content  jsonb NOT NULL,
    PRIMARY KEY (merge_id, link, row_key, from_id)
);

-- The end of the chain of merges that a customer's id leads to: itself if it was never merged, nothing for no such id. Definer's rights,
-- because the links between may be out of the caller's sight; the end is then read under the policy.
CREATE FUNCTION banhang.survivor_of(asked_id bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH RECURSIVE chain (id, next_id) AS (
            SELECT c.id, c.merged_into_id FROM banhang.customer c WHERE c.id = asked_id
            UNION ALL
            SELECT c.id, c.merged_into_id FROM chain JOIN banhang.customer c ON c.id = chain.next_id
        )
        SELECT chain.id FROM chain WHERE chain.next_id IS NULL;
    END;

-- The wall of all that merges do with rows out of the caller's sight: all these customers are in the caller's edit scope.
CREATE FUNCTION banhang.caller_merges(ids bigint[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    RETURN (SELECT count(*) = cardinality(ids) FROM banhang.customer c
            WHERE c.id = ANY (ids)
              AND EXISTS (SELECT FROM banhang.visible_unit v
                          WHERE v.user_id = banhang.caller_id() AND v.resource = 1 AND v.action = 3 AND v.unit_id IN (c.unit_id, 0)));

-- Hangs the children of customers that end on their survivor. Definer's rights, because children may be out of the caller's sight and
-- must not be left behind; so the wall stands here, and nothing happens to who may not pass it.
CREATE FUNCTION banhang.move_children(merge bigint, from_ids bigint[], to_id bigint)
    RETURNS TABLE (customer_id bigint, version bigint, unit_id bigint, binned boolean, parent_before bigint)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH old AS MATERIALIZED (
            SELECT c.id, c.parent_id, c.version, c.updated_at FROM banhang.customer c
            WHERE c.parent_id = ANY (from_ids) AND c.id <> to_id AND c.id <> ALL (from_ids)
              AND banhang.caller_merges(from_ids || to_id)
            ORDER BY c.id FOR NO KEY UPDATE
        ), kept AS (
            INSERT INTO banhang.customer_merge_row (merge_id, link, row_key, from_id, outcome, content)
            SELECT merge, 'customer.parent_id', old.id::text, old.parent_id, 1,
                   jsonb_build_object('version', old.version, 'updated_at', old.updated_at)
            FROM old
        ), moved AS (
            UPDATE banhang.customer c SET parent_id = to_id, version = c.version + 1, updated_at = now()
            FROM old WHERE c.id = old.id
            RETURNING c.id, c.version, c.unit_id, c.deleted_at IS NOT NULL AS binned, old.parent_id AS parent_before
        )
        SELECT moved.* FROM moved ORDER BY moved.id;
    END;

-- The reverse, for those that still hang on the survivor.
CREATE FUNCTION banhang.restore_children(merge bigint, survivor bigint)
    RETURNS TABLE (customer_id bigint, version bigint, unit_id bigint, binned boolean, parent_after bigint)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH old AS MATERIALIZED (
            SELECT c.id, r.from_id, (r.content ->> 'version')::bigint AS old_version, (r.content ->> 'updated_at')::timestamptz AS old_time
            FROM banhang.customer_merge_row r
            JOIN banhang.customer c ON c.id = r.row_key::bigint
            WHERE r.merge_id = merge AND r.link = 'customer.parent_id' AND c.parent_id = survivor
              AND banhang.caller_merges(ARRAY[survivor])
            ORDER BY c.id FOR NO KEY UPDATE OF c
        ), moved AS (
            -- Nothing but the merge has touched it: then it was changed last when it was changed before the merge.
            UPDATE banhang.customer c
            SET parent_id = old.from_id, version = c.version + 1,
                updated_at = CASE WHEN c.version = old.old_version + 1 THEN old.old_time ELSE now() END
            FROM old WHERE c.id = old.id
            RETURNING c.id, c.version, c.unit_id, c.deleted_at IS NOT NULL AS binned, old.from_id AS parent_after
        )
        SELECT moved.* FROM moved ORDER BY moved.id;
    END;

-- Rows that hang on customers and have owners of their own: activities, care requests. Those of colleagues must not be left behind, hence
-- definer's rights and the wall. `link` names the table; which tables there are, this function says.
CREATE FUNCTION banhang.owned_table(link text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        IF link NOT IN ('activity', 'care_request') THEN
            RAISE 'no rows with owners hang on customers by the name of %', link;
        END IF;
        RETURN format('banhang.%I', link);
    END;
    $$;

-- How many hang on customers, those of colleagues included.
CREATE FUNCTION banhang.count_owned_rows(link text, ids bigint[]) RETURNS TABLE (customer_id bigint, amount bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        RETURN QUERY EXECUTE format('SELECT t.customer_id, count(*) FROM %s t WHERE t.customer_id IN'
                                    ' (SELECT id FROM unnest($1) AS id WHERE banhang.caller_merges(ARRAY[id])) GROUP BY t.customer_id',
                                    banhang.owned_table(link)) USING ids;
    END;
    $$;

-- Hangs them on the survivor. The rows stay as they are, but for the customer that they name.
CREATE FUNCTION banhang.move_owned_rows(link text, merge bigint, from_ids bigint[], to_id bigint) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        EXECUTE format('WITH moved AS (UPDATE %1$s t SET customer_id = $3 FROM %1$s old'
                       ' WHERE t.id = old.id AND old.customer_id = ANY ($2) AND banhang.caller_merges($2 || $3)'
                       ' RETURNING t.id, old.customer_id AS from_id)'
                       ' INSERT INTO banhang.customer_merge_row (merge_id, link, row_key, from_id, outcome, content)'
                       ' SELECT $1, %2$L, moved.id::text, moved.from_id, 1, ''{}'' FROM moved',
                       banhang.owned_table(link), link) USING merge, from_ids, to_id;
    END;
    $$;

-- The reverse, for those that still hang on the survivor; what was written since stays with it.
CREATE FUNCTION banhang.restore_owned_rows(link text, merge bigint, survivor bigint) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        EXECUTE format('UPDATE %1$s t SET customer_id = r.from_id FROM banhang.customer_merge_row r'
                       ' WHERE r.merge_id = $1 AND r.link = %2$L AND t.id = r.row_key::bigint AND t.customer_id = $2'
                       ' AND banhang.caller_merges(ARRAY[$2])',
                       banhang.owned_table(link), link) USING merge, survivor;
    END;
    $$;

-- What an undo would bring back, and what it would leave.
CREATE FUNCTION banhang.count_moved_rows(link text, merge bigint, survivor bigint)
    RETURNS TABLE (from_id bigint, restored bigint, kept bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        RETURN QUERY EXECUTE format('SELECT r.from_id, count(*) FILTER (WHERE t.customer_id = $2),'
                                    ' count(*) FILTER (WHERE t.customer_id IS DISTINCT FROM $2)'
                                    ' FROM banhang.customer_merge_row r JOIN %1$s t ON t.id = r.row_key::bigint'
                                    ' WHERE r.merge_id = $1 AND r.link = %2$L AND banhang.caller_merges(ARRAY[$2]) GROUP BY r.from_id',
                                    banhang.owned_table(link), link) USING merge, survivor;
    END;
    $$;

-- Colleagues whose shares moved must see it at once.
CREATE FUNCTION banhang.moved_shares_stale(merge bigint) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        UPDATE banhang.app_user u SET rights_version = u.rights_version + 1
        WHERE u.id IN (SELECT r.row_key::bigint FROM banhang.customer_merge_row r WHERE r.merge_id = merge AND r.link = 'customer_share' AND r.row_key <> '');
    END;

-- What people said of two customers that look alike; outside row-level security, it holds nothing but ids and digests.
-- It holds as long as both are as they were: the digests are those of what the comparison reads.
CREATE TABLE banhang.duplicate_decision (
    low_id        bigint NOT NULL CONSTRAINT duplicate_decision_low_exists REFERENCES banhang.customer ON DELETE CASCADE,
    high_id       bigint NOT NULL CONSTRAINT duplicate_decision_high_exists REFERENCES banhang.customer ON DELETE CASCADE,
    -- 1 = different, 2 = later.
    answer        smallint NOT NULL CONSTRAINT duplicate_decision_answer_known CHECK (answer IN (1, 2)),
    low_digest    text NOT NULL,
    high_digest   text NOT NULL,
    decided_by_id bigint NOT NULL CONSTRAINT duplicate_decision_user_exists REFERENCES banhang.app_user,
    decided_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (low_id, high_id),
    CONSTRAINT duplicate_decision_ordered CHECK (low_id < high_id)
);
CREATE INDEX duplicate_decision_by_high ON banhang.duplicate_decision (high_id);

-- Runs through the whole stock. A server that works on one holds its lease and renews it; one whose lease ran out may be taken up by any.
CREATE TABLE banhang.duplicate_scan (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Numbers of ScanState in scans.proto.
    state         smallint NOT NULL DEFAULT 1 CONSTRAINT duplicate_scan_state_known CHECK (state BETWEEN 1 AND 5),
    load_percent  integer NOT NULL CONSTRAINT duplicate_scan_load_possible CHECK (load_percent BETWEEN 1 AND 100),
    -- Everybody up to this id was looked at.
    after_id      bigint NOT NULL DEFAULT 0,
    done          bigint NOT NULL DEFAULT 0,
    total         bigint NOT NULL DEFAULT 0,
    compared      bigint NOT NULL DEFAULT 0,
    new_findings  bigint NOT NULL DEFAULT 0,
    -- Time at work, pauses and restarts left out.
    busy_ms       bigint NOT NULL DEFAULT 0,
    failures      integer NOT NULL DEFAULT 0,
    started_by_id bigint CONSTRAINT duplicate_scan_starter_exists REFERENCES banhang.app_user,
    started_at    timestamptz NOT NULL DEFAULT now(),
    ended_at      timestamptz,
    lease_holder  uuid,
    lease_until   timestamptz
);
CREATE UNIQUE INDEX duplicate_scan_single ON banhang.duplicate_scan ((true)) WHERE state IN (1, 2);

-- A group that may be one customer.
CREATE TABLE banhang.duplicate_finding (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Ascending.
    members     bigint[] NOT NULL CONSTRAINT duplicate_finding_members_unique UNIQUE,
    -- Of the weakest link that the group needs.
    probability double precision NOT NULL,
    scan_id     bigint NOT NULL,
    found_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX duplicate_finding_order ON banhang.duplicate_finding (probability DESC, id);

-- Two customers that look alike, as the last scan saw them. Without a finding while a scan has not ended.
CREATE TABLE banhang.duplicate_link (
    low_id      bigint NOT NULL CONSTRAINT duplicate_link_low_exists REFERENCES banhang.customer ON DELETE CASCADE,
    high_id     bigint NOT NULL CONSTRAINT duplicate_link_high_exists REFERENCES banhang.customer ON DELETE CASCADE,
    probability double precision NOT NULL,
    low_digest  text NOT NULL,
    high_digest text NOT NULL,
    scan_id     bigint NOT NULL,
    finding_id  bigint CONSTRAINT duplicate_link_finding_exists REFERENCES banhang.duplicate_finding ON DELETE SET NULL,
    found_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (low_id, high_id),
    CONSTRAINT duplicate_link_ordered CHECK (low_id < high_id)
);
CREATE INDEX duplicate_link_by_high ON banhang.duplicate_link (high_id);
CREATE INDEX duplicate_link_by_finding ON banhang.duplicate_link (finding_id);
CREATE INDEX duplicate_link_by_scan ON banhang.duplicate_link (scan_id, low_id, high_id);

-- Merges follow their survivor: who sees it sees that others went into it.
ALTER TABLE banhang.customer_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.customer_merge_loser ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.customer_merge_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY merge_follow ON banhang.customer_merge TO banhang_app
    USING (EXISTS (SELECT FROM banhang.customer c WHERE c.id = customer_merge.survivor_id))
    WITH CHECK (EXISTS (SELECT FROM banhang.customer c WHERE c.id = customer_merge.survivor_id));
CREATE POLICY merge_loser_follow ON banhang.customer_merge_loser TO banhang_app
    USING (EXISTS (SELECT FROM banhang.customer_merge m WHERE m.id = customer_merge_loser.merge_id))
    WITH CHECK (EXISTS (SELECT FROM banhang.customer_merge m WHERE m.id = customer_merge_loser.merge_id));
CREATE POLICY merge_row_follow ON banhang.customer_merge_row TO banhang_app
    USING (EXISTS (SELECT FROM banhang.customer_merge m WHERE m.id = customer_merge_row.merge_id))
    WITH CHECK (EXISTS (SELECT FROM banhang.customer_merge m WHERE m.id = customer_merge_row.merge_id));
CREATE POLICY system_all ON banhang.customer_merge TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.customer_merge_loser TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.customer_merge_row TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.customer_merge, banhang.customer_merge_row TO banhang_app;
GRANT SELECT, INSERT ON banhang.customer_merge_loser TO banhang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON banhang.duplicate_decision TO banhang_app;
GRANT SELECT ON banhang.duplicate_finding, banhang.duplicate_link TO banhang_app;
GRANT SELECT, INSERT, UPDATE ON banhang.duplicate_scan TO banhang_app;
GRANT UPDATE (survivor_before) ON banhang.customer_merge TO banhang_system;
GRANT DELETE ON banhang.customer_merge_row TO banhang_system;
GRANT INSERT, UPDATE ON banhang.duplicate_scan TO banhang_system;
GRANT INSERT, UPDATE, DELETE ON banhang.duplicate_finding, banhang.duplicate_link TO banhang_system;
REVOKE EXECUTE ON FUNCTION banhang.survivor_of, banhang.caller_merges, banhang.move_children, banhang.restore_children, banhang.count_owned_rows,
    banhang.move_owned_rows, banhang.restore_owned_rows, banhang.count_moved_rows, banhang.moved_shares_stale FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.survivor_of, banhang.caller_merges, banhang.move_children, banhang.restore_children, banhang.count_owned_rows,
    banhang.move_owned_rows, banhang.restore_owned_rows, banhang.count_moved_rows, banhang.moved_shares_stale TO banhang_app;
