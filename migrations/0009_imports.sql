-- Lists taken in from files, and lists given out as files.

-- One file taken in by one person. Its rows stay on the client's machine; what became of them stands in import_row.
CREATE TABLE banhang.import_run (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id        bigint NOT NULL CONSTRAINT import_run_user_exists REFERENCES banhang.app_user,
    file_name      text NOT NULL,
    -- Digest of the file and of the choices made for it; empty = not to be gone on with.
    repeat_key     text NOT NULL DEFAULT '',
    row_count      integer NOT NULL,
    created_count  integer NOT NULL DEFAULT 0,
    filled_count   integer NOT NULL DEFAULT 0,
    skipped_count  integer NOT NULL DEFAULT 0,
    rejected_count integer NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now(),
    -- When undoing began, and when nothing was left to undo.
    undo_began_at  timestamptz,
    undone_at      timestamptz
);
CREATE INDEX import_run_by_user ON banhang.import_run (user_id, id DESC);
-- Two starts of the same import at once make one.
CREATE UNIQUE INDEX import_run_repeat ON banhang.import_run (user_id, repeat_key) WHERE repeat_key <> '' AND undo_began_at IS NULL;

CREATE TABLE banhang.import_row (
    import_id   bigint NOT NULL CONSTRAINT import_row_import_exists REFERENCES banhang.import_run,
    row_number  integer NOT NULL,
    -- A number of RowOutcome in imports.proto.
    outcome     smallint NOT NULL CONSTRAINT import_row_outcome_known CHECK (outcome BETWEEN 1 AND 6),
    customer_id bigint CONSTRAINT import_row_customer_exists REFERENCES banhang.customer,
    -- Of the customer, as this row left it: a later one says that somebody has worked with it since.
    version     bigint NOT NULL DEFAULT 0,
    -- Fields that were empty before.
    filled      text[] NOT NULL DEFAULT '{}',
    kept_reason text NOT NULL DEFAULT '',
    PRIMARY KEY (import_id, row_number)
);
CREATE INDEX import_row_to_undo ON banhang.import_row (import_id, row_number) WHERE outcome IN (1, 2);
CREATE INDEX import_row_by_customer ON banhang.import_row (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE banhang.import_template (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id         bigint NOT NULL CONSTRAINT import_template_owner_exists REFERENCES banhang.app_user,
    name             text NOT NULL CONSTRAINT import_template_name_present CHECK (name <> ''),
    -- [{"title": ..., "field": ...}]
    columns          jsonb NOT NULL,
    shared_with_team boolean NOT NULL DEFAULT false,
    CONSTRAINT import_template_name_unique UNIQUE (owner_id, name)
);

-- Every file that was given out: written before its first byte.
CREATE TABLE banhang.export_run (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    bigint NOT NULL CONSTRAINT export_run_user_exists REFERENCES banhang.app_user,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- People of the caller's nearest team, the caller among them; only the caller where there is no team.
CREATE FUNCTION banhang.caller_team() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT array_agg(other.id)
        FROM banhang.app_user me
        JOIN banhang.org_unit leaf ON leaf.id = me.unit_id
        LEFT JOIN LATERAL (SELECT above.id FROM banhang.org_unit above WHERE above.id = ANY (leaf.path) AND above.kind = 3
                           ORDER BY cardinality(above.path) DESC LIMIT 1) AS team ON true
        JOIN banhang.app_user other ON other.id = me.id OR EXISTS (
            SELECT FROM banhang.org_unit place WHERE place.id = other.unit_id AND place.path @> ARRAY[team.id])
        WHERE me.id = banhang.caller_id();
    END;

ALTER TABLE banhang.import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.import_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.export_run ENABLE ROW LEVEL SECURITY;

CREATE POLICY import_run_own ON banhang.import_run TO banhang_app
    USING (user_id = (SELECT banhang.caller_id())) WITH CHECK (user_id = (SELECT banhang.caller_id()));
CREATE POLICY import_row_follow ON banhang.import_row TO banhang_app
    USING (EXISTS (SELECT FROM banhang.import_run r WHERE r.id = import_row.import_id))
    WITH CHECK (EXISTS (SELECT FROM banhang.import_run r WHERE r.id = import_row.import_id));
CREATE POLICY import_template_own ON banhang.import_template TO banhang_app
    USING (owner_id = (SELECT banhang.caller_id())) WITH CHECK (owner_id = (SELECT banhang.caller_id()));
CREATE POLICY import_template_team ON banhang.import_template FOR SELECT TO banhang_app
    USING (shared_with_team AND owner_id = ANY ((SELECT banhang.caller_team())::bigint[]));
CREATE POLICY export_run_own ON banhang.export_run TO banhang_app
    USING (user_id = (SELECT banhang.caller_id())) WITH CHECK (user_id = (SELECT banhang.caller_id()));

CREATE POLICY system_all ON banhang.import_run TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.import_row TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.import_template TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.export_run TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.import_run, banhang.import_row TO banhang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON banhang.import_template TO banhang_app;
GRANT SELECT, INSERT ON banhang.export_run TO banhang_app;
REVOKE EXECUTE ON FUNCTION banhang.caller_team FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.caller_team TO banhang_app;
GRANT SELECT ON ALL TABLES IN SCHEMA banhang TO banhang_system;
