-- Subscriptions: which changes people and units want to be told of, who has turned them off, and how far the log has been told.

CREATE TABLE banhang.subscription (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version    bigint NOT NULL DEFAULT 1,
    name       text NOT NULL CONSTRAINT subscription_name_present CHECK (name <> ''),
    owner_id   bigint NOT NULL CONSTRAINT subscription_owner_exists REFERENCES banhang.app_user,
    -- Everybody below is told; NULL = the owner alone.
    unit_id    bigint CONSTRAINT subscription_unit_exists REFERENCES banhang.org_unit,
    -- Number of SubscribedEntity in subscriptions.proto.
    entity     smallint NOT NULL CONSTRAINT subscription_entity_known CHECK (entity BETWEEN 1 AND 3),
    -- What it asks for: the message Subscription as JSON, without what stands in the other columns.
    wish       jsonb NOT NULL,
    -- What happened before is not told: it was made, or brought back, then.
    told_from  timestamptz NOT NULL DEFAULT clock_timestamp(),
    deleted_at timestamptz
);
CREATE INDEX subscription_by_owner ON banhang.subscription (owner_id) WHERE unit_id IS NULL AND deleted_at IS NULL;
CREATE INDEX subscription_by_unit ON banhang.subscription (unit_id) WHERE unit_id IS NOT NULL AND deleted_at IS NULL;

-- Who has turned one off for themselves, and until when; infinity = until they turn it on again, -infinity = they did. A record with a version
-- of its own, so that the feed tells the other windows of the person.
CREATE TABLE banhang.subscription_mute (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version         bigint NOT NULL DEFAULT 1,
    user_id         bigint NOT NULL CONSTRAINT subscription_mute_user_exists REFERENCES banhang.app_user,
    subscription_id bigint NOT NULL CONSTRAINT subscription_mute_subscription_exists REFERENCES banhang.subscription ON DELETE CASCADE,
    until_at        timestamptz NOT NULL,
    CONSTRAINT subscription_mute_once UNIQUE (user_id, subscription_id)
);

-- The last row of the log that subscribers were told of. It moves in the transaction that tells them, so a row is told once, whoever is
-- killed when. A position of another life of the database (FeedPoint) means nothing, and telling starts anew.
CREATE TABLE banhang.subscription_progress (
    id    smallint PRIMARY KEY DEFAULT 1 CONSTRAINT subscription_progress_single CHECK (id = 1),
    epoch text NOT NULL DEFAULT '',
    xid   xid8 NOT NULL DEFAULT '0',
    seq   bigint NOT NULL DEFAULT 0
);
INSERT INTO banhang.subscription_progress DEFAULT VALUES;

ALTER TABLE banhang.notification
    ADD COLUMN subscription_id bigint CONSTRAINT notification_subscription_exists REFERENCES banhang.subscription;
-- As long as they are unread, changes of one record are one notification, and so are those of many records.
CREATE UNIQUE INDEX notification_open_record ON banhang.notification (user_id, subscription_id, entity_id)
    WHERE subscription_id IS NOT NULL AND entity_id <> 0 AND read_at IS NULL;
CREATE UNIQUE INDEX notification_open_many ON banhang.notification (user_id, subscription_id)
    WHERE subscription_id IS NOT NULL AND entity_id = 0 AND read_at IS NULL;

-- Which rows of the log a notification tells of, and which of their fields: never the values, which are read anew under the reader's rights.
-- No key to the log: it would lock the rows of changes that others are still writing after.
CREATE TABLE banhang.notification_change (
    notification_id bigint NOT NULL CONSTRAINT notification_change_notification_exists REFERENCES banhang.notification ON DELETE CASCADE,
    change_seq      bigint NOT NULL,
    -- Empty for a new record.
    fields          text[] NOT NULL,
    PRIMARY KEY (notification_id, change_seq)
);

-- The newest row of the log, whoever may read it: so that a look at the last days has a bound.
CREATE FUNCTION banhang.newest_change() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    RETURN (SELECT max(seq) FROM banhang.change_log);
-- When the first row behind a place was written; nothing behind the end.
CREATE FUNCTION banhang.change_time(behind bigint) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    RETURN (SELECT at FROM banhang.change_log WHERE seq > behind ORDER BY seq LIMIT 1);

-- The second wall. One's own; those of the units above; and those that one keeps, by subscription.edit (resource 8, action 3) over anybody
-- below the unit: that it must be everybody below, the first wall tells.
ALTER TABLE banhang.subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.subscription_mute ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.notification_change ENABLE ROW LEVEL SECURITY;

CREATE POLICY subscription_own ON banhang.subscription TO banhang_app
    USING (unit_id IS NULL AND owner_id = (SELECT banhang.caller_id()))
    WITH CHECK (unit_id IS NULL AND owner_id = (SELECT banhang.caller_id()));
CREATE POLICY subscription_of_unit ON banhang.subscription FOR SELECT TO banhang_app USING (
    unit_id = ANY ((SELECT leaf.path FROM banhang.app_user u JOIN banhang.org_unit leaf ON leaf.id = u.unit_id
                    WHERE u.id = (SELECT banhang.caller_id()))::bigint[]));
CREATE POLICY subscription_kept ON banhang.subscription TO banhang_app USING (
    unit_id IS NOT NULL
    AND EXISTS (SELECT FROM banhang.visible_unit v LEFT JOIN banhang.org_unit leaf ON leaf.id = v.unit_id
                WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 8 AND v.action = 3
                  AND (v.unit_id = 0 OR leaf.path @> ARRAY[subscription.unit_id])));
CREATE POLICY subscription_mute_own ON banhang.subscription_mute TO banhang_app
    USING (user_id = (SELECT banhang.caller_id())) WITH CHECK (user_id = (SELECT banhang.caller_id()));
CREATE POLICY notification_change_own ON banhang.notification_change FOR SELECT TO banhang_app
    USING (EXISTS (SELECT FROM banhang.notification n WHERE n.id = notification_change.notification_id));
CREATE POLICY system_all ON banhang.subscription TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.subscription_mute TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.notification_change TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.subscription TO banhang_app;
GRANT SELECT, INSERT, UPDATE ON banhang.subscription_mute TO banhang_app;
GRANT SELECT ON banhang.notification_change TO banhang_app;
GRANT SELECT ON banhang.subscription, banhang.subscription_mute TO banhang_system;
GRANT SELECT, UPDATE ON banhang.subscription_progress TO banhang_system;
GRANT SELECT, INSERT ON banhang.notification_change TO banhang_system;
REVOKE EXECUTE ON FUNCTION banhang.newest_change, banhang.change_time FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.newest_change, banhang.change_time TO banhang_app;
