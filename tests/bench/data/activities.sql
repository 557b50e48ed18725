-- The work of four years and a month to come, for customers that are there already: done for the most part, planned from today on. Needs the
-- settings bench.activities and bench.customers, and the temporary table bench_text. What comes of each activity is a function of its number.

CREATE TEMP TABLE bench_owner AS
    SELECT row_number() OVER (ORDER BY u.id) - 1 AS place, u.id AS user_id
    FROM banhang.app_user u WHERE u.user_name LIKE 'leader-%' OR u.user_name LIKE 'seller-%';

INSERT INTO banhang.activity
    (id, kind, state, title, channel_key, direction, customer_id, owner_id, unit_id, creator_id, participant_ids, starts_at, ends_at, day,
     priority, course, result, duration_seconds, potential, pursuit, is_callback, callback_reason, reminder_leads, closed_at, created_at,
     updated_at)
OVERRIDING SYSTEM VALUE
SELECT m.id, m.kind, m.state, t.title,
       CASE WHEN m.kind = 1 THEN (ARRAY['call', 'call', 'call', 'zalo', 'email', 'meeting', 'message'])[1 + m.chance % 7] ELSE '' END,
       CASE WHEN m.kind = 1 THEN 1 + m.chance % 2 ELSE 0 END,
       CASE WHEN m.kind <> 3 OR m.chance % 5 < 2 THEN c.id END,
       c.owner_id, c.unit_id, c.owner_id,
       CASE WHEN m.kind = 2 AND m.chance % 5 = 0 AND p.user_id <> c.owner_id THEN ARRAY[p.user_id] ELSE '{}' END,
       CASE WHEN m.is_timed THEN m.at END,
       CASE WHEN m.is_timed AND m.kind = 2 THEN m.at + make_interval(mins => 30 + 30 * (m.chance % 3)) END,
       CASE WHEN NOT m.is_timed THEN (m.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date END,
       CASE WHEN m.kind = 3 THEN 1 + m.chance % 3 ELSE 0 END,
       CASE WHEN m.state = 2 THEN t.course ELSE '' END,
       CASE WHEN m.state = 2 THEN t.result ELSE '' END,
       CASE WHEN m.state = 2 AND m.kind = 1 THEN 60 + m.chance % 1200 ELSE 0 END,
       CASE WHEN m.state = 2 AND m.kind = 1 AND m.chance % 4 = 0 THEN 1 + m.chance % 3 ELSE 0 END,
       CASE WHEN m.state = 2 AND m.kind = 1 AND m.chance % 6 = 0 THEN 1 + m.chance % 3 ELSE 0 END,
       m.state = 1 AND m.kind = 1 AND m.chance % 3 = 0, CASE WHEN m.state = 1 AND m.kind = 1 AND m.chance % 3 = 0 THEN 'Khách hẹn' ELSE '' END,
       CASE WHEN m.state = 1 AND m.chance % 10 = 0 THEN '{15}'::integer[] ELSE '{}' END,
       CASE WHEN m.state <> 1 THEN least(m.at + interval '2 hours', now()) END,
       m.at - interval '3 days', least(m.at, now())
FROM (
    SELECT d.*, CASE WHEN d.share % 20 < 13 THEN 1 WHEN d.share % 20 < 17 THEN 2 ELSE 3 END AS kind,
           -- Of what is over, a few of the last month were forgotten.
           CASE WHEN d.at > now() THEN 1
                WHEN d.at > now() - interval '30 days' AND d.chance % 50 = 0 THEN 1
                WHEN d.chance % 100 < 92 THEN 2
                WHEN d.chance % 100 < 97 THEN 3
                ELSE 4 END AS state,
           d.share % 20 < 17 AND (d.at <= now() OR d.share % 20 >= 13 OR d.share % 3 > 0) AS is_timed
    FROM (
        SELECT g AS id,
               (hashint8extended(g, 1) & 2147483647)::integer AS chance,
               (hashint8extended(g, 2) & 2147483647)::integer AS share,
               -- Some customers are spoken to far more often than others; the first one 5,000 times at least.
               CASE WHEN g % greatest(1, current_setting('bench.activities')::bigint / 5000) = 0 THEN 1
               ELSE 1 + floor(power((hashint8extended(g, 3) & 2147483647) / 2147483648.0, 1.3)
                         * current_setting('bench.customers')::bigint)::bigint END AS customer_id,
               -- The order of numbers is that of time; hours are those of an office.
               (date_trunc('day', now() AT TIME ZONE 'Asia/Ho_Chi_Minh')
                + floor(-1460 + 1490 * (g / current_setting('bench.activities')::float8)) * interval '1 day'
                + interval '8 hours' + (hashint8extended(g, 4) & 2147483647)::integer % 36 * interval '15 minutes')
               AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at
        FROM generate_series(1, current_setting('bench.activities')::bigint) AS g
    ) AS d
) AS m
JOIN banhang.customer c ON c.id = m.customer_id
JOIN bench_text t ON t.place = m.chance % (SELECT count(*) FROM bench_text)
JOIN bench_owner p ON p.place = m.share % (SELECT count(*) FROM bench_owner)
ORDER BY m.id;

-- As follow_activity writes them, for all at once.
INSERT INTO banhang.activity_person (user_id, activity_id, is_owner, sort_at, over_at, is_timed, takes_time, is_open, closed_at, is_binned)
SELECT person, a.id, person = a.owner_id, a.sort_at, a.over_at, a.starts_at IS NOT NULL, a.ends_at IS NOT NULL, a.state = 1, a.closed_at, false
FROM banhang.activity a CROSS JOIN LATERAL unnest(a.participant_ids || a.owner_id) AS person;

INSERT INTO banhang.activity_search (activity_id, customer_id, sort_at, is_open, marked_text, folded_text)
SELECT a.id, a.customer_id, a.sort_at, a.state = 1,
       CASE WHEN a.state = 2 THEN t.marked ELSE t.marked_title END, CASE WHEN a.state = 2 THEN t.folded ELSE t.folded_title END
FROM banhang.activity a JOIN bench_text t ON t.title = a.title
WHERE a.customer_id IS NOT NULL;

SELECT setval(pg_get_serial_sequence('banhang.activity', 'id'), current_setting('bench.activities')::bigint);
