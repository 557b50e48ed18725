-- Care sequences: steps laid down once, the customers who are taken through them, and the activities that were made for each step.

CREATE TABLE banhang.care_sequence (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version     bigint NOT NULL DEFAULT 1,
    name        text NOT NULL CONSTRAINT care_sequence_name_unique UNIQUE,
    description text NOT NULL DEFAULT '',
    -- The newest one; customers on the sequence may have an earlier one.
    edition     integer NOT NULL DEFAULT 1,
    active      boolean NOT NULL DEFAULT true,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now()
);

-- The steps as they were laid down at one time; never changed, since customers are taken through them.
CREATE TABLE banhang.care_edition (
    sequence_id bigint NOT NULL CONSTRAINT care_edition_sequence_exists REFERENCES banhang.care_sequence,
    edition     integer NOT NULL,
    -- An array of the message CareStep as JSON.
    steps       jsonb NOT NULL,
    PRIMARY KEY (sequence_id, edition)
);

CREATE TABLE banhang.care_enrolment (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version     bigint NOT NULL DEFAULT 1,
    customer_id bigint NOT NULL CONSTRAINT care_enrolment_customer_exists REFERENCES banhang.customer,
    sequence_id bigint NOT NULL,
    edition     integer NOT NULL,
    -- Numbers of EnrolmentState in sequences.proto.
    state       smallint NOT NULL DEFAULT 1 CONSTRAINT care_enrolment_state_known CHECK (state BETWEEN 1 AND 5),
    starter_id  bigint NOT NULL CONSTRAINT care_enrolment_starter_exists REFERENCES banhang.app_user,
    -- From which days are counted: moved on by as many days as a pause lasted.
    start_day   date NOT NULL,
    paused_day  date,
    -- The day on which the next step is to be made; none while it waits for something else.
    look_day    date,
    created_at  timestamptz NOT NULL DEFAULT now(),
    ended_at    timestamptz,
    ender_id    bigint CONSTRAINT care_enrolment_ender_exists REFERENCES banhang.app_user,
    CONSTRAINT care_enrolment_edition_exists FOREIGN KEY (sequence_id, edition) REFERENCES banhang.care_edition,
    CONSTRAINT care_enrolment_pause_has_day CHECK ((state = 2) = (paused_day IS NOT NULL)),
    CONSTRAINT care_enrolment_end_has_time CHECK ((state >= 3) = (ended_at IS NOT NULL)),
    CONSTRAINT care_enrolment_looks_while_running CHECK (state = 1 OR look_day IS NULL)
);
-- A customer is on a sequence once.
CREATE UNIQUE INDEX care_enrolment_once ON banhang.care_enrolment (customer_id, sequence_id) WHERE state <= 2;
CREATE INDEX care_enrolment_by_customer ON banhang.care_enrolment (customer_id, id);
CREATE INDEX care_enrolment_due ON banhang.care_enrolment (look_day, id) WHERE look_day IS NOT NULL;
CREATE INDEX care_enrolment_by_sequence ON banhang.care_enrolment (sequence_id, edition) WHERE state <= 2;

-- What became of a step. One row for each, and for each year of a yearly one: whoever makes it, and however often, it is made once.
CREATE TABLE banhang.care_step (
    enrolment_id bigint NOT NULL CONSTRAINT care_step_enrolment_exists REFERENCES banhang.care_enrolment,
    number       integer NOT NULL,
    -- The year of a yearly one, by the calendar of its occasion; otherwise 0.
    turn         integer NOT NULL,
    day          date NOT NULL,
    -- None where the step was passed over.
    activity_id  bigint CONSTRAINT care_step_activity_exists REFERENCES banhang.activity,
    -- The version in which the server itself left the activity: as long as it has it, nobody has touched it.
    made_version bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (enrolment_id, number, turn)
);
CREATE INDEX care_step_by_activity ON banhang.care_step (activity_id) WHERE activity_id IS NOT NULL;

-- Enrolments that are to be looked at as soon as possible: something happened to them, their customer or their activities. A queue and not a
-- column, so that whoever saves a customer or an activity never waits for the server that works on its enrolments.
CREATE TABLE banhang.care_wake (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enrolment_id bigint NOT NULL CONSTRAINT care_wake_enrolment_exists REFERENCES banhang.care_enrolment
);

-- A customer that changed hands, went to the bin or came back, is given up or taken up again, or has another day to be greeted on. Definer's
-- rights, because it counts whoever saves.
CREATE FUNCTION banhang.wake_care_of_customer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        INSERT INTO banhang.care_wake (enrolment_id)
        SELECT e.id FROM banhang.care_enrolment e WHERE e.customer_id = NEW.id AND e.state <= 2;
        RETURN NULL;
    END;
    $$;
CREATE TRIGGER customer_wakes_care AFTER UPDATE ON banhang.customer
    FOR EACH ROW WHEN ((OLD.owner_id, OLD.deleted_at IS NULL, OLD.pursuit, OLD.birthday, OLD.founded_date)
        IS DISTINCT FROM (NEW.owner_id, NEW.deleted_at IS NULL, NEW.pursuit, NEW.birthday, NEW.founded_date))
    EXECUTE FUNCTION banhang.wake_care_of_customer();

-- A step that was closed, opened again, or went to the bin: others may depend on it.
CREATE FUNCTION banhang.wake_care_of_activity() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        INSERT INTO banhang.care_wake (enrolment_id)
        SELECT e.id FROM banhang.care_step s JOIN banhang.care_enrolment e ON e.id = s.enrolment_id
        WHERE s.activity_id = NEW.id AND e.state <= 2;
        RETURN NULL;
    END;
    $$;
CREATE TRIGGER activity_wakes_care AFTER UPDATE ON banhang.activity
    FOR EACH ROW WHEN ((OLD.state, OLD.deleted_at IS NULL) IS DISTINCT FROM (NEW.state, NEW.deleted_at IS NULL))
    EXECUTE FUNCTION banhang.wake_care_of_activity();

-- How many customers are on each sequence, whoever sees them: numbers alone.
CREATE FUNCTION banhang.count_care() RETURNS TABLE (sequence_id bigint, edition integer, amount bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT e.sequence_id, e.edition, count(*) FROM banhang.care_enrolment e WHERE e.state <= 2 GROUP BY e.sequence_id, e.edition;
    END;

-- Takes everybody on a sequence over to its newest steps. Definer's rights, because the customers of colleagues are on it too; it is for who keeps the
-- settings of the office.
CREATE FUNCTION banhang.move_enrolled(asked_id bigint) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH moved AS (
            UPDATE banhang.care_enrolment e SET edition = s.edition, version = e.version + 1
            FROM banhang.care_sequence s
            WHERE s.id = asked_id AND e.sequence_id = s.id AND e.state <= 2 AND e.edition <> s.edition
              AND EXISTS (SELECT FROM banhang.visible_unit v
                          WHERE v.user_id = banhang.caller_id() AND v.resource = 2 AND v.action = 3)
            RETURNING e.id
        )
        INSERT INTO banhang.care_wake (enrolment_id) SELECT moved.id FROM moved;
    END;

-- Puts the enrolments of customers that end on their survivor; where it is on the same sequence already, the loser's ends. Definer's rights and the wall
-- inside, for the reason that move_owned_rows tells.
CREATE FUNCTION banhang.move_care(merge bigint, from_ids bigint[], to_id bigint) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH old AS MATERIALIZED (
            SELECT e.id, e.customer_id, e.state, e.paused_day,
                   e.state <= 2 AND (
                       row_number() OVER (PARTITION BY e.sequence_id, e.state <= 2 ORDER BY array_position(from_ids, e.customer_id), e.id) > 1
                       OR EXISTS (SELECT FROM banhang.care_enrolment s
                                  WHERE s.customer_id = to_id AND s.sequence_id = e.sequence_id AND s.state <= 2)) AS aside
            FROM banhang.care_enrolment e
            WHERE e.customer_id = ANY (from_ids) AND banhang.caller_merges(from_ids || to_id)
        ), moved AS (
            UPDATE banhang.care_enrolment e
            SET customer_id = to_id, version = e.version + 1, state = CASE WHEN old.aside THEN 5 ELSE e.state END,
                ended_at = CASE WHEN old.aside THEN now() ELSE e.ended_at END,
                paused_day = CASE WHEN old.aside THEN NULL ELSE e.paused_day END,
                look_day = CASE WHEN old.aside THEN NULL ELSE e.look_day END
            FROM old WHERE e.id = old.id
            RETURNING e.id
        ), woken AS (
            INSERT INTO banhang.care_wake (enrolment_id)
            SELECT moved.id FROM moved JOIN old ON old.id = moved.id WHERE old.state <= 2
        )
        INSERT INTO banhang.customer_merge_row (merge_id, link, row_key, from_id, outcome, content)
        SELECT merge, 'care_enrolment', old.id::text, old.customer_id, CASE WHEN old.aside THEN 2 ELSE 1 END,
               jsonb_build_object('state', old.state, 'paused_day', old.paused_day)
        FROM old;
    END;

-- The reverse. One that had ended because of the merge goes on: what was cancelled of it then is made anew.
CREATE FUNCTION banhang.restore_care(merge bigint, survivor bigint) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH old AS MATERIALIZED (
            SELECT e.id, r.from_id, r.outcome = 2 AND e.state = 5 AS resumed, (r.content ->> 'state')::smallint AS state,
                   (r.content ->> 'paused_day')::date AS paused_day
            FROM banhang.customer_merge_row r
            JOIN banhang.care_enrolment e ON e.id = r.row_key::bigint AND e.customer_id = survivor
            WHERE r.merge_id = merge AND r.link = 'care_enrolment' AND banhang.caller_merges(ARRAY[survivor])
        ), moved AS (
            UPDATE banhang.care_enrolment e
            SET customer_id = old.from_id, version = e.version + 1, state = CASE WHEN old.resumed THEN old.state ELSE e.state END,
                ended_at = CASE WHEN old.resumed THEN NULL ELSE e.ended_at END,
                paused_day = CASE WHEN old.resumed THEN old.paused_day ELSE e.paused_day END
            FROM old WHERE e.id = old.id
            RETURNING e.id, e.state
        )
        INSERT INTO banhang.care_wake (enrolment_id) SELECT moved.id FROM moved WHERE moved.state <= 2;
    END;

-- What an undo would bring back, and what it would leave.
CREATE FUNCTION banhang.count_moved_care(merge bigint, survivor bigint) RETURNS TABLE (from_id bigint, restored bigint, kept bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT r.from_id, count(*) FILTER (WHERE e.customer_id = survivor), count(*) FILTER (WHERE e.customer_id <> survivor)
        FROM banhang.customer_merge_row r
        JOIN banhang.care_enrolment e ON e.id = r.row_key::bigint
        WHERE r.merge_id = merge AND r.link = 'care_enrolment' AND banhang.caller_merges(ARRAY[survivor])
        GROUP BY r.from_id;
    END;

-- The second wall: enrolments and their steps follow the customer. Sequences are settings, like pick lists.
ALTER TABLE banhang.care_enrolment ENABLE ROW LEVEL SECURITY;
ALTER TABLE banhang.care_step ENABLE ROW LEVEL SECURITY;

CREATE POLICY care_enrolment_view ON banhang.care_enrolment FOR SELECT TO banhang_app USING (banhang.caller_sees(customer_id));
CREATE POLICY care_enrolment_create ON banhang.care_enrolment FOR INSERT TO banhang_app WITH CHECK (
    starter_id = (SELECT banhang.caller_id()) AND banhang.caller_edits(customer_id));
CREATE POLICY care_enrolment_change ON banhang.care_enrolment FOR UPDATE TO banhang_app
    USING (banhang.caller_edits(customer_id)) WITH CHECK (banhang.caller_edits(customer_id));
CREATE POLICY care_step_view ON banhang.care_step FOR SELECT TO banhang_app
    USING (EXISTS (SELECT FROM banhang.care_enrolment e WHERE e.id = care_step.enrolment_id OFFSET 0));
CREATE POLICY care_history_follow ON banhang.change_log FOR SELECT TO banhang_app
    USING (entity = 'care_enrolment' AND EXISTS (SELECT FROM banhang.care_enrolment e WHERE e.id = change_log.entity_id));
CREATE POLICY system_all ON banhang.care_enrolment TO banhang_system USING (true) WITH CHECK (true);
CREATE POLICY system_all ON banhang.care_step TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.care_sequence TO banhang_app;
GRANT SELECT, INSERT ON banhang.care_edition TO banhang_app;
GRANT SELECT, INSERT, UPDATE ON banhang.care_enrolment TO banhang_app;
GRANT SELECT ON banhang.care_step TO banhang_app;
GRANT INSERT ON banhang.care_wake TO banhang_app;
GRANT SELECT ON banhang.care_sequence, banhang.care_edition TO banhang_system;
GRANT SELECT, UPDATE ON banhang.care_enrolment TO banhang_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON banhang.care_step TO banhang_system;
GRANT SELECT, UPDATE, DELETE ON banhang.care_wake TO banhang_system;
REVOKE EXECUTE ON FUNCTION banhang.wake_care_of_customer, banhang.wake_care_of_activity, banhang.count_care, banhang.move_enrolled, banhang.move_care,
    banhang.restore_care, banhang.count_moved_care FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.count_care, banhang.move_enrolled, banhang.move_care, banhang.restore_care, banhang.count_moved_care TO banhang_app;
