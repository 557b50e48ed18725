-- Activities that come again: a rule with the activity that it repeats. Occurrences are rows of `activity`, made ahead of time.

CREATE TABLE banhang.series (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version      bigint NOT NULL DEFAULT 1,
    owner_id     bigint NOT NULL CONSTRAINT series_owner_exists REFERENCES banhang.app_user,
    -- The owner's leaf; every scope is a predicate on it.
    unit_id      bigint NOT NULL CONSTRAINT series_unit_exists REFERENCES banhang.org_unit,
    creator_id   bigint NOT NULL CONSTRAINT series_creator_exists REFERENCES banhang.app_user,
    -- The messages Recurrence (completed) and Activity (the first occurrence) as JSON. The customer of an occurrence still to be made is
    -- that of the last one made, which merges keep right.
    rule         jsonb NOT NULL,
    pattern      jsonb NOT NULL,
    -- From which the rule counts weeks, months and years; before which it has no day.
    anchor_day   date NOT NULL,
    first_day    date NOT NULL,
    -- Occurrences are made up to this day; the day on which the next ones are due, none when the rule has ended.
    made_until   date NOT NULL,
    next_make_on date,
    -- Deleted: the last day that it may still have.
    ended_day    date,
    previous_id  bigint CONSTRAINT series_previous_exists REFERENCES banhang.series,
    -- Made from this entry of a calendar file; the part that begins with a split was not.
    ics_uid      text NOT NULL DEFAULT '',
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT series_ended_makes_nothing CHECK (ended_day IS NULL OR next_make_on IS NULL)
);
CREATE UNIQUE INDEX series_ics_uid_unique ON banhang.series (ics_uid, creator_id) WHERE ics_uid <> '' AND ended_day IS NULL;
CREATE INDEX series_to_make ON banhang.series (next_make_on) WHERE next_make_on IS NOT NULL;

ALTER TABLE banhang.activity ADD CONSTRAINT activity_series_exists FOREIGN KEY (series_id) REFERENCES banhang.series;
-- A series has each of its days once, whoever makes them, and however often.
DROP INDEX banhang.activity_by_series;
CREATE UNIQUE INDEX activity_series_slot ON banhang.activity (series_id, series_slot) WHERE series_id IS NOT NULL;

-- The second wall, in the form of customer_view: seen by who sees its owner's place.
ALTER TABLE banhang.series ENABLE ROW LEVEL SECURITY;

CREATE POLICY series_view ON banhang.series FOR SELECT TO banhang_app USING (
    EXISTS (SELECT FROM banhang.visible_unit v
            WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 6 AND v.action = 1 AND v.unit_id IN (series.unit_id, 0)));
CREATE POLICY series_create ON banhang.series FOR INSERT TO banhang_app WITH CHECK (
    EXISTS (SELECT FROM banhang.visible_unit v
            WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 6 AND v.action = 2)
    AND (owner_id = (SELECT banhang.caller_id())
         OR EXISTS (SELECT FROM banhang.visible_unit v
                    WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 6 AND v.action = 6
                      AND v.unit_id IN (series.unit_id, 0))));
CREATE POLICY series_change ON banhang.series FOR UPDATE TO banhang_app USING (
    EXISTS (SELECT FROM banhang.visible_unit v
            WHERE v.user_id = (SELECT banhang.caller_id()) AND v.resource = 6 AND v.action IN (3, 4)
              AND v.unit_id IN (series.unit_id, 0)));
CREATE POLICY system_all ON banhang.series TO banhang_system USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON banhang.series TO banhang_app, banhang_system;
