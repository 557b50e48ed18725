-- Two customers on the same sequence that were merged into a third, one after the other: the merge that is undone takes the enrolment away for
-- which that of the other was put aside. That one goes on then, on the survivor, until its own merge is undone too.
CREATE OR REPLACE FUNCTION banhang.restore_care(merge bigint, survivor bigint) RETURNS void
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

        -- Only for one that still went on when it left: where somebody had taken the survivor off, it stays off. Of several the first takes its
        -- place; its row says from now on that it was merely moved.
        WITH heir AS MATERIALIZED (
            SELECT DISTINCT ON (e.sequence_id) r.merge_id, r.row_key, r.from_id, e.id, (r.content ->> 'state')::smallint AS state,
                   (r.content ->> 'paused_day')::date AS paused_day
            FROM banhang.care_enrolment e
            JOIN banhang.customer_merge_row r ON r.link = 'care_enrolment' AND r.row_key = e.id::text AND r.outcome = 2
            JOIN banhang.customer_merge m ON m.id = r.merge_id AND m.survivor_id = survivor AND m.undone_at IS NULL AND m.id <> merge
            WHERE e.customer_id = survivor AND e.state = 5 AND banhang.caller_merges(ARRAY[survivor])
              AND EXISTS (SELECT FROM banhang.customer_merge_row gone
                          JOIN banhang.care_enrolment g ON g.id::text = gone.row_key AND g.customer_id = gone.from_id
                          WHERE gone.merge_id = merge AND gone.link = 'care_enrolment' AND gone.outcome = 1
                            AND g.sequence_id = e.sequence_id AND g.state <= 2)
              AND NOT EXISTS (SELECT FROM banhang.care_enrolment s
                              WHERE s.customer_id = survivor AND s.sequence_id = e.sequence_id AND s.state <= 2)
            ORDER BY e.sequence_id, r.merge_id, r.from_id
        ), inherited AS (
            UPDATE banhang.customer_merge_row r SET outcome = 1 FROM heir
            WHERE r.merge_id = heir.merge_id AND r.link = 'care_enrolment' AND r.row_key = heir.row_key AND r.from_id = heir.from_id
        ), resumed AS (
            UPDATE banhang.care_enrolment e
            SET version = e.version + 1, state = heir.state, ended_at = NULL, paused_day = heir.paused_day
            FROM heir WHERE e.id = heir.id
            RETURNING e.id
        )
        INSERT INTO banhang.care_wake (enrolment_id) SELECT resumed.id FROM resumed;
    END;
