-- Reminders, what people are told by the program itself, how they want to be told, and mail on its way out of the house.
-- Numbers of reminder.state are those of ReminderState in notifications.proto.

-- A promise to tell one person of one event, one lead time before it. One row is the current one for each such promise; it stays so after it
-- was kept, so that a later save does not make the same promise again.
CREATE TABLE banhang.reminder (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entity       text NOT NULL,
    entity_id    bigint NOT NULL,
    user_id      bigint NOT NULL CONSTRAINT reminder_user_exists REFERENCES banhang.app_user,
    lead_minutes integer NOT NULL CONSTRAINT reminder_lead_known CHECK (lead_minutes BETWEEN 0 AND 40320),
    -- The series that made the event: of its missed ones only the newest is told.
    series_id    bigint,
    event_at     timestamptz NOT NULL,
    -- Later than event_at less the lead after a snooze, or where quiet hours put it off.
    due_at       timestamptz NOT NULL,
    state        smallint NOT NULL DEFAULT 1 CONSTRAINT reminder_state_known CHECK (state BETWEEN 1 AND 4),
    is_current   boolean NOT NULL DEFAULT true,
    -- How often it fired: again after each snooze.
    fire_count   integer NOT NULL DEFAULT 0,
    fired_at     timestamptz,
    ended_at     timestamptz,
    -- Why it never fired, of those in state 4.
    skip_reason  text CONSTRAINT reminder_skip_known
        CHECK (skip_reason IN ('closed', 'deleted', 'unwanted', 'over', 'inactive', 'hidden', 'newer', 'overdue')),
    CONSTRAINT reminder_skip_has_reason CHECK ((state = 4) = (skip_reason IS NOT NULL)),
    CONSTRAINT reminder_end_has_time CHECK ((state >= 3) = (ended_at IS NOT NULL)),
    CONSTRAINT reminder_live_is_current CHECK (state >= 3 OR is_current)
);
CREATE UNIQUE INDEX reminder_current ON banhang.reminder (entity, entity_id, user_id, lead_minutes) WHERE is_current;
-- What the scheduler looks at each second: finished ones are not in it.
CREATE INDEX reminder_due ON banhang.reminder (due_at) WHERE state = 1;
CREATE INDEX reminder_coming ON banhang.reminder (user_id, due_at, id) WHERE state = 1;
CREATE INDEX reminder_waiting ON banhang.reminder (user_id, fired_at, id) WHERE state = 2;
CREATE INDEX reminder_series ON banhang.reminder (series_id, user_id, lead_minutes, event_at) WHERE series_id IS NOT NULL;
-- For figures and for tidying.
CREATE INDEX reminder_ended ON banhang.reminder (ended_at) WHERE state >= 3;

-- News for one person. Names stand nowhere in it: they are read anew under the reader's rights.
CREATE TABLE banhang.notification (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version     bigint NOT NULL DEFAULT 1,
    user_id     bigint NOT NULL CONSTRAINT notification_user_exists REFERENCES banhang.app_user,
    key         text NOT NULL CONSTRAINT notification_key_known CHECK (key LIKE 'notification.%'),
    args        jsonb NOT NULL DEFAULT '{}',
    entity      text NOT NULL DEFAULT '',
    entity_id   bigint NOT NULL DEFAULT 0,
    -- 0 = the server itself.
    actor_id    bigint NOT NULL DEFAULT 0,
    event_at    timestamptz,
    reminder_id bigint CONSTRAINT notification_reminder_exists REFERENCES banhang.reminder,
    fire_count  integer,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    read_at     timestamptz,
    -- A reminder is told once each time that it fires, by however many servers.
    CONSTRAINT notification_fired_once UNIQUE (reminder_id, fire_count)
);
CREATE INDEX notification_list ON banhang.notification (user_id, id);
CREATE INDEX notification_unread ON banhang.notification (user_id, id) WHERE read_at IS NULL;
CREATE INDEX notification_by_age ON banhang.notification (created_at);
-- One summary of what was missed for each person: what is found later adds to the one that nobody has read yet.
CREATE UNIQUE INDEX notification_open_summary ON banhang.notification (user_id)
    WHERE key = 'notification.overdue_summary' AND read_at IS NULL;

-- Absent = the defaults of the columns.
CREATE TABLE banhang.notification_setting (
    user_id              bigint PRIMARY KEY CONSTRAINT notification_setting_user_exists REFERENCES banhang.app_user,
    version              bigint NOT NULL DEFAULT 1,
    -- Minutes since midnight in Viet Nam; equal = no quiet hours.
    quiet_from_minute    integer NOT NULL DEFAULT 0 CONSTRAINT notification_quiet_from_known CHECK (quiet_from_minute BETWEEN 0 AND 1439),
    quiet_to_minute      integer NOT NULL DEFAULT 0 CONSTRAINT notification_quiet_to_known CHECK (quiet_to_minute BETWEEN 0 AND 1439),
    default_lead_minutes integer[] NOT NULL DEFAULT '{15}',
    talk_lead_minutes    integer[] NOT NULL DEFAULT '{10}',
    email                text NOT NULL DEFAULT '',
    mail_digest          boolean NOT NULL DEFAULT false,
    mail_reminders       boolean NOT NULL DEFAULT false
);

-- Mail to send. What is written in it is read when it is sent, under the rights of its recipient.
CREATE TABLE banhang.mail_outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The same mail has the same key, and the same Message-ID: asked for twice it is sent once.
    mail_key     text NOT NULL CONSTRAINT mail_outbox_key_once UNIQUE,
    user_id      bigint NOT NULL CONSTRAINT mail_outbox_user_exists REFERENCES banhang.app_user,
    -- 1 = one reminder, 2 = the day's work.
    kind         smallint NOT NULL CONSTRAINT mail_outbox_kind_known CHECK (kind IN (1, 2)),
    reminder_id  bigint CONSTRAINT mail_outbox_reminder_exists REFERENCES banhang.reminder,
    -- 1 = waiting, 2 = handed over, 3 = given up, 4 = nothing to say any more.
    state        smallint NOT NULL DEFAULT 1 CONSTRAINT mail_outbox_state_known CHECK (state BETWEEN 1 AND 4),
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    not_before   timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Worth sending until then.
    good_until   timestamptz NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    -- Who sends it now, and until when nobody else may.
    lease_token  uuid,
    lease_until  timestamptz,
    ended_at     timestamptz,
    -- What the mail server said last, without addresses.
    last_answer  text NOT NULL DEFAULT '',
    CONSTRAINT mail_outbox_end_has_time CHECK ((state > 1) = (ended_at IS NOT NULL))
);
CREATE INDEX mail_outbox_waiting ON banhang.mail_outbox (not_before) WHERE state = 1;
CREATE INDEX mail_outbox_by_reminder ON banhang.mail_outbox (reminder_id) WHERE reminder_id IS NOT NULL;
CREATE INDEX mail_outbox_ended ON banhang.mail_outbox (ended_at) WHERE state > 1;

-- Each event, person and lead time, as activities stand now, and what hinders telling it. For the function below alone: a view passes by the
-- policies of what it reads.
CREATE VIEW banhang.activity_reminder AS
    SELECT 'activity' AS entity, a.id AS entity_id, p.user_id, lead.minutes AS lead_minutes, a.series_id, moment.event_at, a.over_at,
           CASE WHEN a.deleted_at IS NOT NULL THEN 'deleted' WHEN a.state <> 1 THEN 'closed' END AS hindrance
    FROM banhang.activity a
    JOIN banhang.activity_person p ON p.activity_id = a.id
    JOIN banhang.app_user u ON u.id = p.user_id AND u.active
    -- Whole days count from eight in the morning.
    CROSS JOIN LATERAL (SELECT coalesce(a.starts_at, (a.day + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh') AS event_at) AS moment
    CROSS JOIN LATERAL (SELECT DISTINCT unnest(a.reminder_leads) AS minutes) AS lead
    WHERE moment.event_at IS NOT NULL;
-- The same of all kinds of events; each kind adds its own.
CREATE VIEW banhang.possible_reminder AS SELECT * FROM banhang.activity_reminder;
REVOKE ALL ON banhang.activity_reminder, banhang.possible_reminder FROM banhang_system;

-- Brings the reminders of events of one kind into line with them, in the transaction that wrote those: the difference between what is
-- wanted and what is there. Definer's rights, since it concerns everybody who takes part; it makes nothing but what follows from the
-- events, so it does no harm whoever calls it. Its plans are kept, since making them takes ten times as long as following them.
CREATE FUNCTION banhang.keep_reminders(kind text, ids bigint[]) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    SET plan_cache_mode = force_generic_plan
    AS $$
    BEGIN
        -- A server that fires one of them at this moment is waited for; each statement below then sees what it did.
        PERFORM FROM banhang.reminder r
        WHERE r.entity = kind AND r.entity_id = ANY (ids) AND r.is_current ORDER BY r.id FOR UPDATE;

        -- Moved before it fired, or while it was put off: it moves along. A lead time that has passed is made up for at once.
        UPDATE banhang.reminder r
        SET event_at = w.event_at, due_at = greatest(w.event_at - make_interval(mins => w.lead_minutes), clock_timestamp())
        FROM banhang.possible_reminder w
        WHERE w.entity = kind AND w.entity_id = ANY (ids) AND w.hindrance IS NULL AND w.over_at > clock_timestamp()
          AND r.entity = kind AND r.entity_id = w.entity_id AND r.user_id = w.user_id AND r.lead_minutes = w.lead_minutes
          AND r.state = 1 AND r.event_at <> w.event_at;

        -- Wanted no more, or for another time than it was told for: it ends. One that was told for the time that still holds stays the
        -- current one even while the event is closed, so that opening it again does not tell it twice.
        WITH old AS MATERIALIZED (
            SELECT r.id, r.state, w.event_at IS NOT NULL AND w.hindrance IS NULL AS is_wanted, w.hindrance
            FROM banhang.reminder r
            LEFT JOIN banhang.possible_reminder w
                ON w.entity = kind AND w.entity_id = ANY (ids) AND w.entity_id = r.entity_id AND w.user_id = r.user_id
                AND w.lead_minutes = r.lead_minutes
            WHERE r.entity = kind AND r.entity_id = ANY (ids) AND r.is_current
              AND CASE WHEN w.event_at IS NULL OR w.hindrance IS NOT NULL THEN r.state <= 2 ELSE w.event_at <> r.event_at END
        ), ended AS (
            UPDATE banhang.reminder r
            SET state = CASE WHEN r.state = 4 OR r.fire_count = 0 THEN 4 ELSE 3 END,
                skip_reason = CASE WHEN r.state = 4 THEN r.skip_reason
                                   WHEN r.fire_count > 0 THEN NULL
                                   WHEN old.is_wanted THEN 'over'
                                   ELSE coalesce(old.hindrance, 'unwanted') END,
                ended_at = coalesce(r.ended_at, clock_timestamp()),
                is_current = r.fire_count > 0 AND NOT old.is_wanted
            FROM old WHERE r.id = old.id
            RETURNING r.id, r.fire_count, old.state AS state_before
        ), told AS (
            UPDATE banhang.notification n SET version = n.version + 1
            FROM ended
            WHERE n.reminder_id = ended.id AND n.fire_count = ended.fire_count AND ended.state_before = 2
            RETURNING n.id, n.version, n.user_id
        )
        INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)
        SELECT 'notification', told.id, told.version, 'update', ARRAY[told.user_id], coalesce(banhang.caller_id(), 0) FROM told;

        INSERT INTO banhang.reminder (entity, entity_id, user_id, lead_minutes, series_id, event_at, due_at)
        SELECT kind, w.entity_id, w.user_id, w.lead_minutes, w.series_id, w.event_at,
               greatest(w.event_at - make_interval(mins => w.lead_minutes), clock_timestamp())
        FROM banhang.possible_reminder w
        WHERE w.entity = kind AND w.entity_id = ANY (ids) AND w.hindrance IS NULL AND w.over_at > clock_timestamp()
          AND NOT EXISTS (SELECT FROM banhang.reminder r
                          WHERE r.entity = kind AND r.entity_id = w.entity_id AND r.user_id = w.user_id
                            AND r.lead_minutes = w.lead_minutes AND r.is_current);
    END;
    $$;

-- Tells people of what somebody else did with activities that are theirs too: one of them, and how many there were. Definer's rights: nobody
-- writes to others otherwise.
CREATE FUNCTION banhang.tell_people(recipients bigint[], keys text[], activity_ids bigint[], counts bigint[]) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH told AS (
            INSERT INTO banhang.notification (user_id, key, args, entity, entity_id, actor_id, event_at)
            SELECT u.id, news.key, CASE WHEN news.amount > 1 THEN jsonb_build_object('count', news.amount::text) ELSE '{}' END, 'activity', a.id, coalesce(banhang.caller_id(), 0),
                   coalesce(a.starts_at, (a.day + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh')
            FROM unnest(recipients, keys, activity_ids, counts) WITH ORDINALITY AS news (user_id, key, activity_id, amount, place)
            JOIN banhang.app_user u ON u.id = news.user_id AND u.active
            JOIN banhang.activity a ON a.id = news.activity_id
            ORDER BY news.place
            RETURNING id, user_id
        )
        INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)
        SELECT 'notification', told.id, 1, 'create', ARRAY[told.user_id], coalesce(banhang.caller_id(), 0) FROM told;
    END;

-- Tells those to whom a customer of a merge belongs, or with whom it is shared, that the merge was made or taken back: each person once, by
-- the code of the first of theirs that ended, or of the first of all if only the survivor is theirs. To be called while each share stands on
-- the customer that it was given for. Definer's rights, as above.
CREATE FUNCTION banhang.tell_of_merge(merge bigint, undone boolean) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH side AS (
            SELECT m.survivor_id AS customer_id, NULL AS code FROM banhang.customer_merge m WHERE m.id = merge
            UNION ALL
            SELECT l.customer_id, l.code FROM banhang.customer_merge_loser l WHERE l.merge_id = merge
        ), watcher AS (
            SELECT c.owner_id AS user_id, side.* FROM side JOIN banhang.customer c ON c.id = side.customer_id
            UNION
            SELECT s.user_id, side.* FROM side JOIN banhang.customer_share s ON s.customer_id = side.customer_id
        ), news AS (
            SELECT w.user_id, coalesce(min(w.code), ended.first_code) AS code,
                   CASE WHEN count(w.code) > 0 THEN count(w.code) ELSE ended.amount END AS amount,
                   CASE WHEN undone THEN coalesce(min(w.customer_id) FILTER (WHERE w.code IS NOT NULL), ended.survivor_id)
                        ELSE ended.survivor_id END AS customer_id
            FROM watcher w
            JOIN banhang.app_user u ON u.id = w.user_id AND u.active
            CROSS JOIN (SELECT min(side.code) AS first_code, count(side.code) AS amount,
                               min(side.customer_id) FILTER (WHERE side.code IS NULL) AS survivor_id FROM side) AS ended
            WHERE w.user_id IS DISTINCT FROM banhang.caller_id()
            GROUP BY w.user_id, ended.first_code, ended.amount, ended.survivor_id
        ), told AS (
            INSERT INTO banhang.notification (user_id, key, args, entity, entity_id, actor_id)
            SELECT news.user_id, CASE WHEN undone THEN 'notification.unmerged' ELSE 'notification.merged' END,
                   jsonb_build_object('code', news.code, 'count', news.amount::text), 'customer', news.customer_id,
                   coalesce(banhang.caller_id(), 0)
            FROM news ORDER BY news.user_id
            RETURNING id, user_id
        )
        INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)
        SELECT 'notification', told.id, 1, 'create', ARRAY[told.user_id], coalesce(banhang.caller_id(), 0) FROM told;
    END;

-- After how many days the office calls a customer forgotten; one row. Statuses are keys of the pick list.
CREATE TABLE banhang.work_list_setting (
    id                    smallint PRIMARY KEY DEFAULT 1 CONSTRAINT work_list_setting_single CHECK (id = 1),
    version               bigint NOT NULL DEFAULT 1,
    untouched_days        integer NOT NULL DEFAULT 7,
    untouched_leader_days integer NOT NULL DEFAULT 14,
    overlooked_days       integer NOT NULL DEFAULT 30,
    silent_days           integer NOT NULL DEFAULT 90,
    client_status_keys    text[] NOT NULL DEFAULT '{trading}',
    CONSTRAINT work_list_setting_in_order CHECK (untouched_days BETWEEN 1 AND untouched_leader_days AND untouched_leader_days <= 3650)
);
INSERT INTO banhang.work_list_setting DEFAULT VALUES;

-- Days on which people were told of customers that nobody has worked with: whichever server writes the day tells, the others find it there.
CREATE TABLE banhang.untouched_round (
    day date PRIMARY KEY
);
-- Who was told of whom: once for each customer and person. Stage 1 = as its owner, 2 = as the owner's leader.
CREATE TABLE banhang.untouched_notice (
    customer_id bigint NOT NULL CONSTRAINT untouched_notice_customer_exists REFERENCES banhang.customer,
    user_id     bigint NOT NULL CONSTRAINT untouched_notice_user_exists REFERENCES banhang.app_user,
    stage       smallint NOT NULL CONSTRAINT untouched_notice_stage_known CHECK (stage IN (1, 2)),
    day         date NOT NULL,
    PRIMARY KEY (customer_id, user_id, stage)
);
-- Who may give a customer of this place to somebody else leads its owner.
CREATE INDEX visible_unit_customer_leader ON banhang.visible_unit (unit_id) WHERE resource = 1 AND action = 6;
-- The round looks for the whole company's oldest.
CREATE INDEX customer_untouched_by_age ON banhang.customer (created_at)
    WHERE deleted_at IS NULL AND last_contact_at IS NULL AND next_contact_at IS NULL;

-- The second wall: everybody's own, and nobody else's.
ALTER TABLE banhang.reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.notification_setting ENABLE ROW LEVEL SECURITY;

CREATE POLICY reminder_own ON banhang.reminder TO banhang_app
    USING (user_id = (SELECT banhang.caller_id())) WITH CHECK (user_id = (SELECT banhang.caller_id()));
CREATE POLICY notification_own ON banhang.notification TO banhang_app
    USING (user_id = (SELECT banhang.caller_id())) WITH CHECK (user_id = (SELECT banhang.caller_id()));
CREATE POLICY notification_setting_own ON banhang.notification_setting TO banhang_app
    USING (user_id = (SELECT banhang.caller_id())) WITH CHECK (user_id = (SELECT banhang.caller_id()));
CREATE POLICY system_all ON banhang.reminder TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.notification TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.notification_setting TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, UPDATE (state, due_at, ended_at) ON banhang.reminder TO banhang_app;
GRANT SELECT, UPDATE (version, read_at) ON banhang.notification TO banhang_app;
GRANT SELECT, INSERT, UPDATE ON banhang.notification_setting TO banhang_app;
GRANT SELECT, UPDATE, DELETE ON banhang.reminder TO banhang_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON banhang.notification, banhang.mail_outbox TO banhang_system;
GRANT SELECT ON banhang.notification_setting TO banhang_system;
REVOKE EXECUTE ON FUNCTION banhang.keep_reminders, banhang.tell_people, banhang.tell_of_merge FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.keep_reminders, banhang.tell_people TO banhang_app, banhang_system;
GRANT EXECUTE ON FUNCTION banhang.tell_of_merge TO banhang_app;
GRANT SELECT, UPDATE ON banhang.work_list_setting TO banhang_app;
GRANT SELECT ON banhang.work_list_setting TO banhang_system;
GRANT SELECT, INSERT ON banhang.untouched_round, banhang.untouched_notice TO banhang_system;
