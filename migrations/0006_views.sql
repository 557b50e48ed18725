-- Saved views: how people set their lists up, for themselves or for a whole unit, and which of them each person begins with.

CREATE TABLE banhang.saved_view (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version    bigint NOT NULL DEFAULT 1,
    list_key   text NOT NULL,
    name       text NOT NULL CONSTRAINT saved_view_name_present CHECK (name <> ''),
    owner_id   bigint NOT NULL CONSTRAINT saved_view_owner_exists REFERENCES banhang.app_user,
    -- Everybody below sees it; NULL = the owner alone.
    unit_id    bigint CONSTRAINT saved_view_unit_exists REFERENCES banhang.org_unit,
    -- Conditions and columns in the form of the proto messages.
    filter     jsonb NOT NULL DEFAULT '{}',
    sort       smallint NOT NULL DEFAULT 0,
    descending boolean NOT NULL DEFAULT false,
    columns    jsonb NOT NULL DEFAULT '[]',
    deleted_at timestamptz
);
CREATE UNIQUE INDEX saved_view_name_unique ON banhang.saved_view (owner_id, list_key, lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX saved_view_by_unit ON banhang.saved_view (unit_id, list_key) WHERE unit_id IS NOT NULL;

CREATE TABLE banhang.saved_view_choice (
    user_id    bigint NOT NULL CONSTRAINT saved_view_choice_user_exists REFERENCES banhang.app_user,
    view_id    bigint NOT NULL CONSTRAINT saved_view_choice_view_exists REFERENCES banhang.saved_view ON DELETE CASCADE,
    list_key   text NOT NULL,
    is_default boolean NOT NULL,
    -- 0 = none.
    quick_key  smallint NOT NULL CONSTRAINT saved_view_choice_key_known CHECK (quick_key BETWEEN 0 AND 9),
    PRIMARY KEY (user_id, view_id)
);

-- The second wall. Reading: one's own, and those of the units above. Writing: one's own, and who holds list_view.edit (resource 5,
-- action 3) over anybody below the unit; that it must be everybody below, the first wall tells.
ALTER TABLE banhang.saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.saved_view_choice ENABLE ROW LEVEL SECURITY;

CREATE POLICY saved_view_seen ON banhang.saved_view FOR SELECT TO banhang_app USING (
    owner_id = (SELECT banhang.caller_id())
    OR unit_id = ANY ((SELECT leaf.path FROM banhang.app_user u JOIN banhang.org_unit leaf ON leaf.id = u.unit_id
                       WHERE u.id = (SELECT banhang.caller_id()))::bigint[]));
CREATE POLICY saved_view_create ON banhang.saved_view FOR INSERT TO banhang_app WITH CHECK (
    owner_id = (SELECT banhang.caller_id())
    AND (unit_id IS NULL
         OR EXISTS (SELECT FROM banhang.visible_unit v LEFT JOIN banhang.org_unit leaf ON leaf.id = v.unit_id
                    WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 5 AND v.action = 3
                      AND (v.unit_id = 0 OR leaf.path @> ARRAY[saved_view.unit_id]))));
CREATE POLICY saved_view_change ON banhang.saved_view FOR UPDATE TO banhang_app USING (
    owner_id = (SELECT banhang.caller_id())
    OR EXISTS (SELECT FROM banhang.visible_unit v LEFT JOIN banhang.org_unit leaf ON leaf.id = v.unit_id
               WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 5 AND v.action = 3
                 AND (v.unit_id = 0 OR leaf.path @> ARRAY[saved_view.unit_id])));
CREATE POLICY saved_view_choice_own ON banhang.saved_view_choice TO banhang_app
    USING (user_id = (SELECT banhang.caller_id())) WITH CHECK (user_id = (SELECT banhang.caller_id()));
CREATE POLICY system_all ON banhang.saved_view TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.saved_view_choice TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.saved_view TO banhang_app;
GRANT SELECT, INSERT, UPDATE ON banhang.saved_view_choice TO banhang_app;
GRANT SELECT ON banhang.saved_view, banhang.saved_view_choice TO banhang_system;
