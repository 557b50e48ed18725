-- People, their place in the organisation, and what they may do.
--
-- Roles exist before the first migration (made by the private cluster's bootstrap, or by IT on a server of their own):
--   banhang_owner   owns everything; runs migrations and IT's commands (people, groups, units), serves no call
--   banhang_app     serves users' calls; row-level security applies to it
--   banhang_system  feed, scheduler, scans; reads across units, never used for a user's call

CREATE SCHEMA banhang;
GRANT USAGE ON SCHEMA banhang TO banhang_app, banhang_system;
ALTER DEFAULT PRIVILEGES IN SCHEMA banhang GRANT SELECT ON TABLES TO banhang_system;

-- The user on whose behalf the transaction runs; NULL when none was set. Policies call it inside a sub-select, once a statement.
-- NULLIF: after a transaction-local setting ends it reads as the empty string, which would not cast.
CREATE FUNCTION banhang.caller_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('banhang.user_id', true), '')::bigint;

CREATE TABLE banhang.company (
    id                  smallint PRIMARY KEY DEFAULT 1 CONSTRAINT company_single CHECK (id = 1),
    name                text NOT NULL DEFAULT '',
    public_card_enabled boolean NOT NULL DEFAULT false,
    feed_epoch          uuid NOT NULL DEFAULT gen_random_uuid(),
    -- Tells this office from others in what leaves it: the UIDs of calendar entries. Outlives restores.
    office_id           uuid NOT NULL DEFAULT gen_random_uuid(),
    -- Signs page and resume tokens, so that every server of one database accepts those of the others.
    token_key           bytea NOT NULL,
    version             bigint NOT NULL DEFAULT 1
);
-- 48 bytes from the server's strong random source, 45.75 of them free.
INSERT INTO banhang.company (token_key)
VALUES (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

CREATE TABLE banhang.org_unit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id  bigint CONSTRAINT org_unit_parent_exists REFERENCES banhang.org_unit,
    kind       smallint NOT NULL CONSTRAINT org_unit_kind_known CHECK (kind BETWEEN 1 AND 4),
    name       text NOT NULL CONSTRAINT org_unit_name_present CHECK (name <> ''),
    short_name text NOT NULL DEFAULT '',
    -- Ids from the company down to this unit itself; kept by the store, so that "below" is one containment test.
    path       bigint[] NOT NULL,
    version    bigint NOT NULL DEFAULT 1,
    CONSTRAINT org_unit_only_company_is_root CHECK ((parent_id IS NULL) = (kind = 1))
);
CREATE UNIQUE INDEX org_unit_single_company ON banhang.org_unit ((true)) WHERE kind = 1;
CREATE INDEX org_unit_parent ON banhang.org_unit (parent_id);
CREATE INDEX org_unit_path ON banhang.org_unit USING gin (path);

CREATE TABLE banhang.app_user (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_name            text NOT NULL CONSTRAINT app_user_name_lower CHECK (user_name = lower(user_name) AND user_name <> ''),
    full_name            text NOT NULL CONSTRAINT app_user_full_name_present CHECK (full_name <> ''),
    unit_id              bigint NOT NULL CONSTRAINT app_user_unit_exists REFERENCES banhang.org_unit,
    -- Argon2id in PHC form.
    password_hash        text NOT NULL,
    must_change_password boolean NOT NULL DEFAULT true,
    active               boolean NOT NULL DEFAULT true,
    -- Grows whenever anything that decides this user's rights changes; compared with every call.
    rights_version       bigint NOT NULL DEFAULT 1,
    version              bigint NOT NULL DEFAULT 1,
    created_at           timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT app_user_name_unique UNIQUE (user_name),
    CONSTRAINT app_user_unit_unique UNIQUE (unit_id)
);

-- Failed sign-ins for each name that was tried, each address that tried, and both together. A name is counted alike whether or not anybody
-- bears it, so that the delay does not tell which names exist; subjects are SHA-256, because people type passwords into name fields.
CREATE TABLE banhang.sign_in_delay (
    subject         bytea PRIMARY KEY,
    failed_sign_ins integer NOT NULL,
    next_sign_in_at timestamptz NOT NULL,
    last_at         timestamptz NOT NULL
);

CREATE TABLE banhang.session (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id      bigint NOT NULL CONSTRAINT session_user_exists REFERENCES banhang.app_user,
    -- SHA-256 of the token; the token itself is nowhere.
    token_hash   bytea NOT NULL CONSTRAINT session_token_unique UNIQUE,
    machine_name text NOT NULL DEFAULT '',
    address      text NOT NULL DEFAULT '',
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz
);
CREATE INDEX session_live_by_user ON banhang.session (user_id) WHERE ended_at IS NULL;

CREATE TABLE banhang.user_group (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text NOT NULL CONSTRAINT user_group_name_unique UNIQUE,
    -- Sensitive fields (numbers of SensitiveField) that members do not see, unless another group of theirs that may view shows them.
    masked_fields smallint[] NOT NULL DEFAULT '{}',
    version       bigint NOT NULL DEFAULT 1
);

-- What members of a group may do. resource, action, scope: numbers of the enums in identity.proto.
CREATE TABLE banhang.group_grant (
    group_id bigint NOT NULL CONSTRAINT group_grant_group_exists REFERENCES banhang.user_group ON DELETE CASCADE,
    resource smallint NOT NULL CONSTRAINT group_grant_resource_known CHECK (resource BETWEEN 1 AND 8),
    action   smallint NOT NULL CONSTRAINT group_grant_action_known CHECK (action BETWEEN 1 AND 7),
    scope    smallint NOT NULL CONSTRAINT group_grant_scope_known CHECK (scope BETWEEN 1 AND 4),
    PRIMARY KEY (group_id, resource, action)
);

CREATE TABLE banhang.group_member (
    group_id bigint NOT NULL CONSTRAINT group_member_group_exists REFERENCES banhang.user_group ON DELETE CASCADE,
    user_id  bigint NOT NULL CONSTRAINT group_member_user_exists REFERENCES banhang.app_user,
    PRIMARY KEY (user_id, group_id)
);
CREATE INDEX group_member_by_group ON banhang.group_member (group_id);

-- The second wall reads rights from here: one row for each (user, right, leaf) in scope; unit_id 0 stands for the whole company.
-- Derived from the tables above by refresh_visible_units, in the transaction that changes them.
CREATE TABLE banhang.visible_unit (
    user_id  bigint NOT NULL,
    resource smallint NOT NULL,
    action   smallint NOT NULL,
    unit_id  bigint NOT NULL,
    PRIMARY KEY (user_id, resource, action, unit_id)
);

-- Rewrites the second wall's table for the given users and makes their cached rights stale everywhere.
-- Scope own = the user's leaf; team = leaves below the nearest team above, or the own leaf; branch = leaves below the nearest
-- branch above, or as team; all = 0. Inactive users get nothing.
CREATE FUNCTION banhang.refresh_visible_units(users bigint[]) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
        DELETE FROM banhang.visible_unit WHERE user_id = ANY (users);
        INSERT INTO banhang.visible_unit (user_id, resource, action, unit_id)
        WITH held AS (
            SELECT u.id AS user_id, u.unit_id, leaf.path, g.resource, g.action, max(g.scope) AS scope
            FROM banhang.app_user u
            JOIN banhang.org_unit leaf ON leaf.id = u.unit_id
            JOIN banhang.group_member m ON m.user_id = u.id
            JOIN banhang.group_grant g ON g.group_id = m.group_id
            WHERE u.id = ANY (users) AND u.active
            GROUP BY u.id, u.unit_id, leaf.path, g.resource, g.action
        ), rooted AS (
            SELECT held.*,
                   (SELECT a.id FROM banhang.org_unit a WHERE a.id = ANY (held.path) AND a.kind = 3
                    ORDER BY cardinality(a.path) DESC LIMIT 1) AS team_id,
                   (SELECT a.id FROM banhang.org_unit a WHERE a.id = ANY (held.path) AND a.kind = 2
                    ORDER BY cardinality(a.path) DESC LIMIT 1) AS branch_id
            FROM held
        ), reach AS (
            SELECT user_id, resource, action, scope, unit_id,
                   CASE scope WHEN 2 THEN coalesce(team_id, unit_id)
                              WHEN 3 THEN coalesce(branch_id, team_id, unit_id)
                              ELSE unit_id END AS root_id
            FROM rooted
        )
        SELECT user_id, resource, action, 0 FROM reach WHERE scope = 4
        UNION ALL
        SELECT r.user_id, r.resource, r.action, leaf.id
        FROM reach r
        JOIN banhang.org_unit leaf ON leaf.path @> ARRAY[r.root_id] AND leaf.kind = 4
        WHERE r.scope < 4;
        UPDATE banhang.app_user SET rights_version = rights_version + 1 WHERE id = ANY (users);
    END;

-- Whether a sensitive field (a number of SensitiveField) is hidden from a user: unless some group of theirs that may view customers shows it.
CREATE FUNCTION banhang.hides_field(asked_user_id bigint, field integer) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
        SELECT NOT EXISTS (SELECT FROM banhang.group_member m
                           JOIN banhang.user_group g ON g.id = m.group_id
                           JOIN banhang.group_grant r ON r.group_id = m.group_id AND r.resource = 1 AND r.action = 1
                           WHERE m.user_id = asked_user_id AND NOT field = ANY (g.masked_fields));
    END;

-- Answers of finished writes, so that a repeat of a call returns what the first one did.
CREATE TABLE banhang.request_seen (
    user_id    bigint NOT NULL,
    request_id uuid NOT NULL,
    method     text NOT NULL,
    -- SHA-256 of the request, so that an id used for something else is refused and not answered.
    digest     bytea NOT NULL,
    reply      bytea NOT NULL,
    at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT request_seen_once PRIMARY KEY (user_id, request_id)
);
CREATE INDEX request_seen_by_age ON banhang.request_seen (at);

GRANT SELECT, UPDATE ON banhang.company TO banhang_app;
-- Who may do what is not for users' calls to write: a fault in one of them widens no right.
GRANT SELECT ON banhang.org_unit, banhang.app_user, banhang.user_group, banhang.group_grant, banhang.group_member, banhang.visible_unit
    TO banhang_app;
GRANT UPDATE (password_hash, must_change_password, version, rights_version) ON banhang.app_user TO banhang_app;
GRANT SELECT, INSERT, UPDATE ON banhang.session TO banhang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON banhang.request_seen, banhang.sign_in_delay TO banhang_app;
GRANT SELECT ON ALL TABLES IN SCHEMA banhang TO banhang_system;
GRANT DELETE ON banhang.request_seen, banhang.session, banhang.sign_in_delay TO banhang_system;
