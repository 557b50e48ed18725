-- The log of every change: audit, history of each record, and source of the feed, all in one row written with the change itself.

CREATE TABLE banhang.change_log (
    seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Reading position of the feed together with seq; becomes settled once it lies below the snapshot's xmin.
    xid          xid8 NOT NULL DEFAULT pg_current_xact_id(),
    entity       text NOT NULL,
    entity_id    bigint NOT NULL,
    version      bigint NOT NULL,
    operation    text NOT NULL,
    -- {"field": {"old": ..., "new": ...}}
    fields       jsonb NOT NULL DEFAULT '{}',
    reason       text NOT NULL DEFAULT '',
    -- Owner's leaf before and after; NULL = no such state (created, binned), 0 = of concern to everybody signed in.
    unit_before  bigint,
    unit_after   bigint,
    -- For shares: the colleague concerned.
    grantee_id   bigint,
    -- Of concern to these, whatever their scope: owner and participants of an activity before and after, recipient of a notification.
    people       bigint[] NOT NULL DEFAULT '{}',
    actor_id     bigint NOT NULL,
    machine_name text NOT NULL DEFAULT '',
    call_id      text NOT NULL DEFAULT '',
    at           timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX change_log_position ON banhang.change_log (xid, seq);
CREATE INDEX change_log_record ON banhang.change_log (entity, entity_id, seq DESC);

-- Appending needs no right to read: history is read through a policy, so that it follows the record it tells of.
GRANT INSERT ON banhang.change_log TO banhang_app;
GRANT SELECT ON banhang.change_log TO banhang_system;

-- Who is at which record at this moment. Hints: they need not survive a crash, so they cost no log of the database.
CREATE UNLOGGED TABLE banhang.presence (
    session_id  bigint NOT NULL,
    -- One pane or window of the session's client.
    place       smallint NOT NULL,
    user_id     bigint NOT NULL,
    customer_id bigint NOT NULL,
    editing     boolean NOT NULL,
    field       text NOT NULL,
    told_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (session_id, place)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON banhang.presence TO banhang_app;
GRANT SELECT, DELETE ON banhang.presence TO banhang_system;
