-- Care requests: what customers ask of us after the sale, each with a promised time, and who is told when that passes.
-- Numbers of state and severity are those of the enums in care_requests.proto; states 1 to 3 are open.

CREATE SEQUENCE banhang.care_request_code_seq;

CREATE TABLE banhang.care_request (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version       bigint NOT NULL DEFAULT 1,
    code          text NOT NULL CONSTRAINT care_request_code_unique UNIQUE,
    state         smallint NOT NULL DEFAULT 1 CONSTRAINT care_request_state_known CHECK (state BETWEEN 1 AND 6),
    kind_key      text NOT NULL,
    severity      smallint NOT NULL CONSTRAINT care_request_severity_known CHECK (severity BETWEEN 1 AND 4),
    customer_id   bigint NOT NULL CONSTRAINT care_request_customer_exists REFERENCES banhang.customer,
    contact_id    bigint CONSTRAINT care_request_contact_exists REFERENCES banhang.contact,
    channel_key   text NOT NULL,
    subject       text NOT NULL CONSTRAINT care_request_subject_present CHECK (subject <> ''),
    description   text NOT NULL DEFAULT '',
    answer        text NOT NULL DEFAULT '',
    -- 0 = not asked.
    satisfaction  smallint NOT NULL DEFAULT 0 CONSTRAINT care_request_satisfaction_known CHECK (satisfaction BETWEEN 0 AND 5),
    owner_id      bigint NOT NULL CONSTRAINT care_request_owner_exists REFERENCES banhang.app_user,
    -- The owner's leaf; every scope is a predicate on it.
    unit_id       bigint NOT NULL CONSTRAINT care_request_unit_exists REFERENCES banhang.org_unit,
    creator_id    bigint NOT NULL CONSTRAINT care_request_creator_exists REFERENCES banhang.app_user,
    promised_at   timestamptz NOT NULL,
    -- The promised time that leaders were told of, and when they were.
    escalated_for timestamptz,
    escalated_at  timestamptz,
    resolved_at   timestamptz,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    deleted_at    timestamptz,
    CONSTRAINT care_request_resolved_has_time CHECK ((state IN (4, 5)) = (resolved_at IS NOT NULL)),
    CONSTRAINT care_request_resolved_has_answer CHECK (state NOT IN (4, 5) OR answer <> '')
);
-- Lists of one leaf, of the whole company and of one customer; open ones are few among many that are over.
CREATE INDEX care_request_by_promise ON banhang.care_request (promised_at, id) WHERE deleted_at IS NULL;
CREATE INDEX care_request_by_unit_promise ON banhang.care_request (unit_id, promised_at, id) WHERE deleted_at IS NULL;
CREATE INDEX care_request_open ON banhang.care_request (promised_at, id) WHERE deleted_at IS NULL AND state <= 3;
CREATE INDEX care_request_open_by_unit ON banhang.care_request (unit_id, promised_at, id) WHERE deleted_at IS NULL AND state <= 3;
CREATE INDEX care_request_by_time ON banhang.care_request (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX care_request_by_unit_time ON banhang.care_request (unit_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX care_request_binned_by_unit ON banhang.care_request (unit_id, promised_at, id) WHERE deleted_at IS NOT NULL;
-- For kinds that are rare, where walking the order by promise would pass over most of the table.
CREATE INDEX care_request_by_kind ON banhang.care_request (kind_key, severity, promised_at, id) INCLUDE (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX care_request_by_customer ON banhang.care_request (customer_id, promised_at, id);
CREATE INDEX care_request_by_contact ON banhang.care_request (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX care_request_to_escalate ON banhang.care_request (promised_at)
    WHERE deleted_at IS NULL AND state <= 3 AND escalated_for IS DISTINCT FROM promised_at;

-- By severity, LOW to URGENT: minutes from coming in to the promised time, and minutes before it at which the owner is reminded.
CREATE TABLE banhang.care_setting (
    id              smallint PRIMARY KEY DEFAULT 1 CONSTRAINT care_setting_single CHECK (id = 1),
    version         bigint NOT NULL DEFAULT 1,
    promise_minutes integer[] NOT NULL CONSTRAINT care_setting_promises_complete CHECK (cardinality(promise_minutes) = 4),
    remind_minutes  integer[] NOT NULL CONSTRAINT care_setting_reminders_complete CHECK (cardinality(remind_minutes) = 4)
);
INSERT INTO banhang.care_setting (promise_minutes, remind_minutes) VALUES ('{10080,4320,1440,240}', '{1440,480,120,30}');

-- Who may be told of an overdue one: holders of care_request.approve.
CREATE INDEX visible_unit_care_leader ON banhang.visible_unit (unit_id) WHERE resource = 7 AND action = 7;
-- A promised time that passed is told once to each leader, even when it was moved and moved back.
CREATE UNIQUE INDEX notification_care_overdue_once ON banhang.notification (user_id, entity_id, event_at)
    WHERE key = 'notification.care_overdue';

-- The owner's reminder, and with it all that keep_reminders knows.
CREATE VIEW banhang.care_reminder AS
    SELECT 'care_request' AS entity, q.id AS entity_id, q.owner_id AS user_id, s.remind_minutes[q.severity] AS lead_minutes,
           NULL::bigint AS series_id, q.promised_at AS event_at, q.promised_at AS over_at,
           CASE WHEN q.deleted_at IS NOT NULL THEN 'deleted' WHEN q.state > 3 THEN 'closed' END AS hindrance
    FROM banhang.care_request q
    JOIN banhang.app_user u ON u.id = q.owner_id AND u.active
    CROSS JOIN banhang.care_setting s
    WHERE s.remind_minutes[q.severity] > 0;
CREATE OR REPLACE VIEW banhang.possible_reminder AS
    SELECT * FROM banhang.activity_reminder UNION ALL SELECT * FROM banhang.care_reminder;
REVOKE ALL ON banhang.care_reminder FROM banhang_system;

-- Tells a new owner what was given to them: the most pressing of them, and how many there were. Definer's rights: nobody writes to others
-- otherwise. Oneself is not told.
CREATE FUNCTION banhang.tell_care_owner(recipient bigint, ids bigint[]) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH told AS (
            INSERT INTO banhang.notification (user_id, key, args, entity, entity_id, actor_id, event_at)
            SELECT u.id, 'notification.care_assigned',
                   CASE WHEN cardinality(ids) > 1 THEN jsonb_build_object('count', cardinality(ids)::text) ELSE '{}' END,
                   'care_request', first.id, coalesce(banhang.caller_id(), 0), first.promised_at
            FROM banhang.app_user u
            CROSS JOIN LATERAL (SELECT q.id, q.promised_at FROM banhang.care_request q
                                WHERE q.id = ANY (ids) AND q.owner_id = u.id ORDER BY q.promised_at, q.id LIMIT 1) AS first
            WHERE u.id = recipient AND u.active AND u.id IS DISTINCT FROM banhang.caller_id()
            RETURNING id, user_id
        )
        INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)
        SELECT 'notification', told.id, 1, 'create', ARRAY[told.user_id], coalesce(banhang.caller_id(), 0) FROM told;
    END;

-- Whose customer it is: they learn of its care requests by the feed, whoever owns those.
CREATE FUNCTION banhang.care_watcher(asked_customer_id bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    RETURN (SELECT c.owner_id FROM banhang.customer c WHERE c.id = asked_customer_id AND c.deleted_at IS NULL);

-- Locks care requests that are about to be given away: under the caller's own policy only what they may edit could be.
CREATE FUNCTION banhang.hold_care_requests(ids bigint[]) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT FROM banhang.care_request q
        WHERE q.id = ANY (ids)
          AND EXISTS (SELECT FROM banhang.visible_unit v
                      WHERE v.user_id = banhang.caller_id() AND v.resource = 7 AND v.action = 6 AND v.unit_id IN (q.unit_id, 0))
        ORDER BY q.id FOR NO KEY UPDATE;
    END;

-- Gives care requests to another owner. Definer's rights and the wall inside, for the reason that assign_customers tells.
CREATE FUNCTION banhang.assign_care_requests(ids bigint[], new_owner_id bigint)
    RETURNS TABLE (care_request_id bigint, version bigint, updated_at timestamptz)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH reach AS MATERIALIZED (
            SELECT v.unit_id FROM banhang.visible_unit v WHERE v.user_id = banhang.caller_id() AND v.resource = 7 AND v.action = 6
        ), new_owner AS MATERIALIZED (
            SELECT u.id, u.unit_id FROM banhang.app_user u
            WHERE u.id = new_owner_id AND u.active AND EXISTS (SELECT FROM reach WHERE reach.unit_id IN (u.unit_id, 0))
        )
        UPDATE banhang.care_request q
        SET owner_id = new_owner.id, unit_id = new_owner.unit_id, version = q.version + 1, updated_at = now()
        FROM new_owner
        WHERE q.id = ANY (ids) AND q.deleted_at IS NULL AND q.owner_id <> new_owner.id
          AND EXISTS (SELECT FROM reach WHERE reach.unit_id IN (q.unit_id, 0))
        RETURNING q.id, q.version, q.updated_at;
    END;

-- The second wall. A care request is seen by who sees its owner's place, and by who sees its customer. As activity_view.
ALTER TABLE banhang.care_request ENABLE ROW LEVEL SECURITY;

CREATE POLICY care_request_view ON banhang.care_request FOR SELECT TO banhang_app USING (
    (SELECT EXISTS (SELECT FROM banhang.visible_unit v
                    WHERE v.user_id = banhang.caller_id() AND v.resource = 7 AND v.action = 1 AND v.unit_id = 0))
    OR EXISTS (SELECT FROM banhang.visible_unit v
               WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 7 AND v.action = 1 AND v.unit_id = care_request.unit_id)
    OR (SELECT EXISTS (SELECT FROM banhang.visible_unit v
                       WHERE v.user_id = banhang.caller_id() AND v.resource = 7 AND v.action = 1))
       AND EXISTS (SELECT FROM banhang.customer c WHERE c.id = care_request.customer_id AND c.deleted_at IS NULL OFFSET 0));
-- For oneself, or for who is within the caller's reach for assigning.
CREATE POLICY care_request_create ON banhang.care_request FOR INSERT TO banhang_app WITH CHECK (
    EXISTS (SELECT FROM banhang.visible_unit v
            WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 7 AND v.action = 2)
    AND (owner_id = (SELECT banhang.caller_id())
         OR EXISTS (SELECT FROM banhang.visible_unit v
                    WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 7 AND v.action = 6
                      AND v.unit_id IN (care_request.unit_id, 0))));
-- Editing and binning; assigning has its function.
CREATE POLICY care_request_change ON banhang.care_request FOR UPDATE TO banhang_app USING (
    EXISTS (SELECT FROM banhang.visible_unit v
            WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 7 AND v.action IN (3, 4)
              AND v.unit_id IN (care_request.unit_id, 0)));
CREATE POLICY care_request_history_follow ON banhang.change_log FOR SELECT TO banhang_app
    USING (entity = 'care_request' AND EXISTS (SELECT FROM banhang.care_request q WHERE q.id = change_log.entity_id));
CREATE POLICY system_all ON banhang.care_request TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.care_request TO banhang_app, banhang_system;
GRANT USAGE ON SEQUENCE banhang.care_request_code_seq TO banhang_app;
GRANT SELECT, UPDATE ON banhang.care_setting TO banhang_app;
GRANT SELECT ON banhang.care_setting TO banhang_system;
REVOKE EXECUTE ON FUNCTION banhang.tell_care_owner, banhang.care_watcher, banhang.hold_care_requests, banhang.assign_care_requests FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.tell_care_owner, banhang.care_watcher, banhang.hold_care_requests, banhang.assign_care_requests TO banhang_app;

INSERT INTO banhang.pick_item (list_key, key, label_vi, label_en, position) VALUES
    ('care_kind', 'feedback', 'Phản hồi', 'Feedback', 1),
    ('care_kind', 'request', 'Yêu cầu', 'Request', 2),
    ('care_kind', 'complaint', 'Khiếu nại', 'Complaint', 3),
    ('care_kind', 'warranty', 'Bảo hành', 'Warranty', 4);
