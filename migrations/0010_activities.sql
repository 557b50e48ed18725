-- The working day: talks with customers, appointments and tasks are one table, since they share state, owner, people, time and texts, and
-- stand in the same lists. Numbers of kind, state, direction, priority, potential and pursuit are those of the enums in the protos.

CREATE TABLE banhang.activity (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version              bigint NOT NULL DEFAULT 1,
    kind                 smallint NOT NULL CONSTRAINT activity_kind_known CHECK (kind BETWEEN 1 AND 3),
    state                smallint NOT NULL DEFAULT 1 CONSTRAINT activity_state_known CHECK (state BETWEEN 1 AND 4),
    title                text NOT NULL DEFAULT '',
    channel_key          text NOT NULL DEFAULT '',
    direction            smallint NOT NULL DEFAULT 0,
    customer_id          bigint CONSTRAINT activity_customer_exists REFERENCES banhang.customer,
    contact_id           bigint CONSTRAINT activity_contact_exists REFERENCES banhang.contact,
    owner_id             bigint NOT NULL CONSTRAINT activity_owner_exists REFERENCES banhang.app_user,
    -- The owner's leaf; every scope is a predicate on it.
    unit_id              bigint NOT NULL CONSTRAINT activity_unit_exists REFERENCES banhang.org_unit,
    creator_id           bigint NOT NULL CONSTRAINT activity_creator_exists REFERENCES banhang.app_user,
    -- Without the owner, as typed.
    participant_ids      bigint[] NOT NULL DEFAULT '{}',
    place                text NOT NULL DEFAULT '',
    starts_at            timestamptz,
    ends_at              timestamptz,
    day                  date,
    last_day             date,
    priority             smallint NOT NULL DEFAULT 0,
    preparation          text NOT NULL DEFAULT '',
    course               text NOT NULL DEFAULT '',
    result               text NOT NULL DEFAULT '',
    goal                 text NOT NULL DEFAULT '',
    duration_seconds     integer NOT NULL DEFAULT 0,
    potential            smallint NOT NULL DEFAULT 0,
    pursuit              smallint NOT NULL DEFAULT 0,
    is_callback          boolean NOT NULL DEFAULT false,
    callback_reason      text NOT NULL DEFAULT '',
    reminder_leads       integer[] NOT NULL DEFAULT '{}',
    previous_id          bigint CONSTRAINT activity_previous_exists REFERENCES banhang.activity,
    series_id            bigint,
    -- The day of the series that this one stands for, wherever it was moved to.
    series_slot          date,
    is_series_exception  boolean NOT NULL DEFAULT false,
    -- Made from this entry of a calendar file.
    ics_uid              text NOT NULL DEFAULT '',
    -- Made by a care sequence for a birthday, so that its day tells it: hidden with the birthday from all but its people.
    tells_birthday       boolean NOT NULL DEFAULT false,
    closed_at            timestamptz,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    deleted_at           timestamptz,
    -- Its place in lists; what has no term stands last.
    sort_at              timestamptz NOT NULL GENERATED ALWAYS AS (
        coalesce(starts_at, day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', 'infinity')) STORED,
    -- When its time is over.
    over_at              timestamptz NOT NULL GENERATED ALWAYS AS (
        coalesce(ends_at, starts_at, (coalesce(last_day, day) + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', 'infinity')) STORED,
    CONSTRAINT activity_one_time CHECK (starts_at IS NULL OR day IS NULL),
    CONSTRAINT activity_ends_later CHECK (ends_at IS NULL OR ends_at > starts_at),
    CONSTRAINT activity_last_day_later CHECK (last_day IS NULL OR last_day >= day),
    CONSTRAINT activity_closed_has_time CHECK ((state = 1) = (closed_at IS NULL))
);

-- Lists of a scope, of one leaf and of the whole company; the promises to contact again, which are few.
CREATE INDEX activity_by_time ON banhang.activity (sort_at, id) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_unit ON banhang.activity (unit_id, sort_at, id) WHERE deleted_at IS NULL;
CREATE INDEX activity_open ON banhang.activity (sort_at, id) WHERE deleted_at IS NULL AND state = 1;
CREATE INDEX activity_open_by_unit ON banhang.activity (unit_id, sort_at, id) WHERE deleted_at IS NULL AND state = 1;
CREATE INDEX activity_callbacks ON banhang.activity (sort_at, id) WHERE deleted_at IS NULL AND state = 1 AND is_callback;
CREATE INDEX activity_callbacks_by_unit ON banhang.activity (unit_id, sort_at, id)
    WHERE deleted_at IS NULL AND state = 1 AND is_callback;
CREATE INDEX activity_binned_by_unit ON banhang.activity (unit_id, sort_at, id) WHERE deleted_at IS NOT NULL;
-- The timeline of a customer: what is planned, and all before it; the newest that judged.
CREATE INDEX activity_timeline ON banhang.activity (customer_id, sort_at, id) WHERE deleted_at IS NULL AND state <> 1;
CREATE INDEX activity_timeline_open ON banhang.activity (customer_id, sort_at, id) WHERE deleted_at IS NULL AND state = 1;
CREATE INDEX activity_judging ON banhang.activity (customer_id, sort_at, id)
    WHERE deleted_at IS NULL AND state = 2 AND (potential <> 0 OR pursuit <> 0);
-- For the merge, which takes along all of a customer's, in whatever state, and what is in the bin too.
CREATE INDEX activity_by_customer ON banhang.activity (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX activity_by_contact ON banhang.activity (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX activity_by_previous ON banhang.activity (previous_id) WHERE previous_id IS NOT NULL;
-- An entry of a calendar file becomes one activity of whoever imports it, however often.
CREATE UNIQUE INDEX activity_ics_uid_unique ON banhang.activity (ics_uid, creator_id)
    WHERE ics_uid <> '' AND series_id IS NULL AND deleted_at IS NULL;
CREATE INDEX activity_by_series ON banhang.activity (series_id, series_slot) WHERE series_id IS NOT NULL;

-- Whose day an activity is part of: its owner and its participants, with what day lists and clashes ask. Outside row-level security, so
-- that "the day of these people" is one index range for each; what is found is then read by key under the policy.
CREATE TABLE banhang.activity_person (
    user_id     bigint NOT NULL CONSTRAINT activity_person_user_exists REFERENCES banhang.app_user,
    activity_id bigint NOT NULL CONSTRAINT activity_person_activity_exists REFERENCES banhang.activity ON DELETE CASCADE,
    is_owner    boolean NOT NULL,
    sort_at     timestamptz NOT NULL,
    over_at     timestamptz NOT NULL,
    -- It begins at a moment, and it also ends at one: only such take the person's time.
    is_timed    boolean NOT NULL,
    takes_time  boolean NOT NULL,
    is_open     boolean NOT NULL,
    closed_at   timestamptz,
    is_binned   boolean NOT NULL,
    PRIMARY KEY (user_id, activity_id)
);
CREATE INDEX activity_person_by_activity ON banhang.activity_person (activity_id);
CREATE INDEX activity_person_day ON banhang.activity_person (user_id, sort_at, activity_id) WHERE NOT is_binned;
CREATE INDEX activity_person_open ON banhang.activity_person (user_id, sort_at, activity_id) WHERE is_open AND NOT is_binned;
-- What was ticked off today although it was due on another day, or on none.
CREATE INDEX activity_person_closed ON banhang.activity_person (user_id, closed_at)
    WHERE NOT is_open AND NOT is_timed AND NOT is_binned;
CREATE INDEX activity_person_binned ON banhang.activity_person (user_id, sort_at, activity_id) WHERE is_binned;

-- What the search of a timeline looks through, outside row-level security for the same reason as customer_search.
CREATE TABLE banhang.activity_search (
    activity_id bigint PRIMARY KEY CONSTRAINT activity_search_activity_exists REFERENCES banhang.activity ON DELETE CASCADE,
    customer_id bigint NOT NULL,
    sort_at     timestamptz NOT NULL,
    is_open     boolean NOT NULL,
    -- Title and texts as typed in small letters, and the same folded.
    marked_text text NOT NULL,
    folded_text text NOT NULL
);
CREATE INDEX activity_search_timeline ON banhang.activity_search (customer_id, is_open, sort_at, activity_id);

-- Keeps the two tables above in step with each activity, whoever writes it: a call, a series, a merge, the filler of the demo office.
CREATE FUNCTION banhang.follow_activity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        DELETE FROM banhang.activity_person p USING fresh
        WHERE TG_OP = 'UPDATE' AND p.activity_id = fresh.id AND p.user_id <> ALL (fresh.participant_ids || fresh.owner_id);
        INSERT INTO banhang.activity_person AS p
            (user_id, activity_id, is_owner, sort_at, over_at, is_timed, takes_time, is_open, closed_at, is_binned)
        SELECT person, fresh.id, person = fresh.owner_id, fresh.sort_at, fresh.over_at, fresh.starts_at IS NOT NULL,
               fresh.ends_at IS NOT NULL, fresh.state = 1, fresh.closed_at, fresh.deleted_at IS NOT NULL
        FROM fresh CROSS JOIN LATERAL (SELECT DISTINCT person FROM unnest(fresh.participant_ids || fresh.owner_id) AS person) AS people
        ON CONFLICT (user_id, activity_id) DO UPDATE
            SET is_owner = excluded.is_owner, sort_at = excluded.sort_at, over_at = excluded.over_at, is_timed = excluded.is_timed,
                takes_time = excluded.takes_time, is_open = excluded.is_open, closed_at = excluded.closed_at,
                is_binned = excluded.is_binned
            WHERE (p.is_owner, p.sort_at, p.over_at, p.is_timed, p.takes_time, p.is_open, p.closed_at, p.is_binned)
                IS DISTINCT FROM (excluded.is_owner, excluded.sort_at, excluded.over_at, excluded.is_timed, excluded.takes_time,
                                  excluded.is_open, excluded.closed_at, excluded.is_binned);
        IF TG_OP = 'UPDATE' THEN
            DELETE FROM banhang.activity_search s USING fresh
            WHERE s.activity_id = fresh.id AND (fresh.customer_id IS NULL OR fresh.deleted_at IS NOT NULL);
            UPDATE banhang.activity_search s
            SET customer_id = fresh.customer_id, sort_at = fresh.sort_at, is_open = fresh.state = 1
            FROM fresh
            WHERE s.activity_id = fresh.id
              AND (s.customer_id, s.sort_at, s.is_open) IS DISTINCT FROM (fresh.customer_id, fresh.sort_at, fresh.state = 1);
        END IF;
        RETURN NULL;
    END;
    $$;
CREATE TRIGGER activity_inserted AFTER INSERT ON banhang.activity
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION banhang.follow_activity();
CREATE TRIGGER activity_updated AFTER UPDATE ON banhang.activity
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION banhang.follow_activity();

-- What its activities say of a customer. Definer's rights, because they count whoever reads them. What tells a birthday is
-- no contact: its day would stand in lists of people from whom the birthday is hidden.
CREATE FUNCTION banhang.contact_facts(asked_id bigint)
    RETURNS TABLE (last_contact_at timestamptz, next_contact_at timestamptz, potential smallint, pursuit smallint,
                   callback_at timestamptz, callback_reason text, talk_rhythm_days smallint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT
            -- Done before its time: then it was done when it was closed.
            (SELECT least(a.sort_at, a.closed_at) FROM banhang.activity a
             WHERE a.customer_id = asked_id AND a.deleted_at IS NULL AND a.state <> 1 AND a.state = 2 AND a.kind IN (1, 2)
               AND NOT a.tells_birthday
             ORDER BY a.sort_at DESC, a.id DESC LIMIT 1),
            (SELECT a.sort_at FROM banhang.activity a
             WHERE a.customer_id = asked_id AND a.deleted_at IS NULL AND a.state = 1 AND a.kind IN (1, 2)
               AND NOT a.tells_birthday
             ORDER BY a.sort_at, a.id LIMIT 1),
            coalesce((SELECT a.potential FROM banhang.activity a
                      WHERE a.customer_id = asked_id AND a.deleted_at IS NULL AND a.state = 2
                        AND (a.potential <> 0 OR a.pursuit <> 0) AND a.potential <> 0
                      ORDER BY a.sort_at DESC, a.id DESC LIMIT 1), 0::smallint),
            coalesce((SELECT a.pursuit FROM banhang.activity a
                      WHERE a.customer_id = asked_id AND a.deleted_at IS NULL AND a.state = 2
                        AND (a.potential <> 0 OR a.pursuit <> 0) AND a.pursuit <> 0
                      ORDER BY a.sort_at DESC, a.id DESC LIMIT 1), 0::smallint),
            promise.at, coalesce(promise.reason, ''), rhythm.days
        FROM (SELECT CASE WHEN count(*) < 3 THEN 0::smallint
                          ELSE least(3650, greatest(1, round(extract(epoch FROM max(t.at) - min(t.at)) / 86400 / (count(*) - 1))))::smallint
                     END AS days
              FROM (SELECT a.sort_at AS at FROM banhang.activity a
                    WHERE a.customer_id = asked_id AND a.deleted_at IS NULL AND a.state <> 1 AND a.state = 2 AND a.kind IN (1, 2)
                      AND NOT a.tells_birthday
                    ORDER BY a.sort_at DESC, a.id DESC LIMIT 6) AS t) AS rhythm
        LEFT JOIN (SELECT a.sort_at AS at, a.callback_reason AS reason FROM banhang.activity a
                   WHERE a.customer_id = asked_id AND a.deleted_at IS NULL AND a.state = 1 AND a.is_callback
                   ORDER BY a.sort_at, a.id LIMIT 1) AS promise ON true;
    END;

-- Brings customers up to date with their activities and tells what changed. Definer's rights: who writes a talk need not be allowed to edit the
-- customer; it writes nothing but what follows from the activities. Two statements, so that what is read in the second is of after the
-- lock: of two who write talks at once, the second then sees the first one's.
CREATE FUNCTION banhang.follow_contacts(ids bigint[])
    RETURNS TABLE (customer_id bigint, version bigint, unit_id bigint, binned boolean,
                   last_before timestamptz, last_after timestamptz, next_before timestamptz, next_after timestamptz,
                   potential_before smallint, potential_after smallint, pursuit_before smallint, pursuit_after smallint)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT FROM banhang.customer c WHERE c.id = ANY (ids) ORDER BY c.id FOR NO KEY UPDATE;
        UPDATE banhang.customer c
        SET last_contact_at = facts.last_contact_at, next_contact_at = facts.next_contact_at,
            potential = facts.potential, pursuit = facts.pursuit, callback_at = facts.callback_at,
            callback_reason = facts.callback_reason, talk_rhythm_days = facts.talk_rhythm_days, version = c.version + 1
        FROM banhang.customer old CROSS JOIN LATERAL banhang.contact_facts(old.id) AS facts
        WHERE c.id = ANY (ids) AND old.id = c.id
        RETURNING c.id, c.version, c.unit_id, c.deleted_at IS NOT NULL, old.last_contact_at, c.last_contact_at, old.next_contact_at,
            c.next_contact_at, old.potential, c.potential, old.pursuit, c.pursuit;
    END;

-- Locks activities that are about to be given away: under the caller's own policy only what they may edit could be. Those beyond the
-- caller's assign scope stay free.
CREATE FUNCTION banhang.hold_activities(ids bigint[]) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT FROM banhang.activity a
        WHERE a.id = ANY (ids)
          AND EXISTS (SELECT FROM banhang.visible_unit v
                      WHERE v.user_id = banhang.caller_id() AND v.resource = 6 AND v.action = 6 AND v.unit_id IN (a.unit_id, 0))
        ORDER BY a.id FOR NO KEY UPDATE;
    END;

-- Gives activities to another owner. Definer's rights and the wall inside, for the reason that assign_customers tells.
CREATE FUNCTION banhang.assign_activities(ids bigint[], new_owner_id bigint)
    RETURNS TABLE (activity_id bigint, version bigint, updated_at timestamptz)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH reach AS MATERIALIZED (
            SELECT v.unit_id FROM banhang.visible_unit v WHERE v.user_id = banhang.caller_id() AND v.resource = 6 AND v.action = 6
        ), new_owner AS MATERIALIZED (
            SELECT u.id, u.unit_id FROM banhang.app_user u
            WHERE u.id = new_owner_id AND u.active AND EXISTS (SELECT FROM reach WHERE reach.unit_id IN (u.unit_id, 0))
        )
        UPDATE banhang.activity a
        SET owner_id = new_owner.id, unit_id = new_owner.unit_id, participant_ids = array_remove(a.participant_ids, new_owner.id),
            version = a.version + 1, updated_at = now()
        FROM new_owner
        WHERE a.id = ANY (ids) AND a.deleted_at IS NULL AND a.owner_id <> new_owner.id
          AND EXISTS (SELECT FROM reach WHERE reach.unit_id IN (a.unit_id, 0))
        RETURNING a.id, a.version, a.updated_at;
    END;

-- Yearly days, month * 100 + day, of the lunar calendar 10,000 more: what falls into the next two weeks is then a few values of an index.
ALTER TABLE banhang.customer
    ADD COLUMN birthday_key smallint GENERATED ALWAYS AS (
        CASE WHEN birthday -> 'date' ? 'month' AND birthday -> 'date' ? 'day' THEN
            (birthday #>> '{date,month}')::smallint * 100 + (birthday #>> '{date,day}')::smallint
            + CASE WHEN birthday @> '{"lunar": true}' THEN 10000 ELSE 0 END END) STORED,
    ADD COLUMN founded_key smallint GENERATED ALWAYS AS (
        extract(month FROM founded_date)::smallint * 100 + extract(day FROM founded_date)::smallint) STORED;
ALTER TABLE banhang.contact
    ADD COLUMN birthday_key smallint GENERATED ALWAYS AS (
        CASE WHEN birthday -> 'date' ? 'month' AND birthday -> 'date' ? 'day' THEN
            (birthday #>> '{date,month}')::smallint * 100 + (birthday #>> '{date,day}')::smallint
            + CASE WHEN birthday @> '{"lunar": true}' THEN 10000 ELSE 0 END END) STORED;
CREATE INDEX customer_birthdays ON banhang.customer (unit_id, birthday_key) WHERE deleted_at IS NULL AND birthday_key IS NOT NULL;
CREATE INDEX customer_foundings ON banhang.customer (unit_id, founded_key) WHERE deleted_at IS NULL AND founded_key IS NOT NULL;
CREATE INDEX contact_birthdays ON banhang.contact (customer_id) INCLUDE (birthday_key) WHERE birthday_key IS NOT NULL AND NOT removed;

-- The second wall. An activity is seen by who sees its owner's place, by its people, and by who sees its customer. The first two branches are as
-- in customer_view; the OFFSET keeps the planner from reading all rows of the other two into a hash for a list of a few.
ALTER TABLE banhang.activity ENABLE ROW LEVEL SECURITY;

CREATE POLICY activity_view ON banhang.activity FOR SELECT TO banhang_app USING (
    (SELECT EXISTS (SELECT FROM banhang.visible_unit v
                    WHERE v.user_id = banhang.caller_id() AND v.resource = 6 AND v.action = 1 AND v.unit_id = 0))
    OR EXISTS (SELECT FROM banhang.visible_unit v
               WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 6 AND v.action = 1 AND v.unit_id = activity.unit_id)
    OR (SELECT EXISTS (SELECT FROM banhang.visible_unit v
                       WHERE v.user_id = banhang.caller_id() AND v.resource = 6 AND v.action = 1))
       AND (EXISTS (SELECT FROM banhang.activity_person p
                    WHERE p.user_id = (SELECT banhang.caller_id()) AND p.activity_id = activity.id OFFSET 0)
            OR EXISTS (SELECT FROM banhang.customer c WHERE c.id = activity.customer_id AND c.deleted_at IS NULL OFFSET 0)));
-- What tells a birthday is seen by its people, who have to greet, and by who may know the birthday.
CREATE POLICY activity_birthday ON banhang.activity AS RESTRICTIVE FOR SELECT TO banhang_app USING (
    NOT tells_birthday
    OR NOT (SELECT banhang.hides_field(banhang.caller_id(), 3))
    OR EXISTS (SELECT FROM banhang.activity_person p
               WHERE p.user_id = (SELECT banhang.caller_id()) AND p.activity_id = activity.id OFFSET 0));
-- For oneself, or for who is within the caller's reach for assigning.
CREATE POLICY activity_create ON banhang.activity FOR INSERT TO banhang_app WITH CHECK (
    EXISTS (SELECT FROM banhang.visible_unit v
            WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 6 AND v.action = 2)
    AND (owner_id = (SELECT banhang.caller_id())
         OR EXISTS (SELECT FROM banhang.visible_unit v
                    WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 6 AND v.action = 6
                      AND v.unit_id IN (activity.unit_id, 0))));
-- Editing and binning; assigning has its function. The owner's own leaf is in every scope.
CREATE POLICY activity_change ON banhang.activity FOR UPDATE TO banhang_app USING (
    EXISTS (SELECT FROM banhang.visible_unit v
            WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 6 AND v.action IN (3, 4)
              AND v.unit_id IN (activity.unit_id, 0)));
CREATE POLICY activity_history_follow ON banhang.change_log FOR SELECT TO banhang_app
    USING (entity = 'activity' AND EXISTS (SELECT FROM banhang.activity a WHERE a.id = change_log.entity_id));
CREATE POLICY system_all ON banhang.activity TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.activity TO banhang_app, banhang_system;
GRANT SELECT ON banhang.activity_person TO banhang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON banhang.activity_search TO banhang_app, banhang_system;
REVOKE EXECUTE ON FUNCTION banhang.contact_facts, banhang.follow_contacts, banhang.hold_activities, banhang.assign_activities,
    banhang.follow_activity FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.contact_facts, banhang.follow_contacts, banhang.hold_activities, banhang.assign_activities TO banhang_app;
GRANT EXECUTE ON FUNCTION banhang.contact_facts, banhang.follow_contacts TO banhang_system;
GRANT INSERT ON banhang.change_log TO banhang_system;

INSERT INTO banhang.pick_item (list_key, key, label_vi, label_en, position) VALUES
    ('channel', 'call', 'Gọi điện', 'Phone call', 1),
    ('channel', 'email', 'Email', 'E-mail', 2),
    ('channel', 'meeting', 'Gặp trực tiếp', 'Meeting in person', 3),
    ('channel', 'zalo', 'Zalo', 'Zalo', 4),
    ('channel', 'message', 'Tin nhắn', 'Text message', 5),
    ('channel', 'other', 'Khác', 'Other', 6);
