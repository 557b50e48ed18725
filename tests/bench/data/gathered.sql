-- What else gathers in an office of some years: files, care, merges, duplicates, lists taken in, news. Each kind in proportion to the customers,
-- which are chosen by their numbers. After the activities; needs the setting bench.customers and the temporary table bench_owner.

CREATE TEMP TABLE bench_colleague AS
    SELECT c.id AS customer_id, p.user_id
    FROM banhang.customer c
    JOIN bench_owner p ON p.place = (hashint8extended(c.id, 5) & 2147483647) % (SELECT count(*) FROM bench_owner)
    WHERE c.id % 50 = 7 AND p.user_id <> c.owner_id;
INSERT INTO banhang.customer_share (customer_id, user_id, level, shared_by_id)
SELECT s.customer_id, s.user_id, 1 + (s.customer_id % 3 = 0)::integer, c.owner_id
FROM bench_colleague s JOIN banhang.customer c ON c.id = s.customer_id;

-- In the bin, and merged into the next one. Neither is found by words, tags or likeness any more.
UPDATE banhang.customer c
SET deleted_at = now() - interval '30 days', merged_into_id = CASE WHEN c.id % 200 = 11 THEN c.id + 1 END
WHERE c.id % 200 = 11 OR c.id % 100 = 31;
DELETE FROM banhang.customer_search s USING banhang.customer c WHERE c.id = s.customer_id AND c.deleted_at IS NOT NULL;
DELETE FROM banhang.customer_tag t USING banhang.customer c WHERE c.id = t.customer_id AND c.deleted_at IS NOT NULL;
DELETE FROM banhang.duplicate_form f USING banhang.customer c WHERE c.id = f.customer_id AND c.deleted_at IS NOT NULL;
INSERT INTO banhang.customer_merge
    (survivor_id, version_before, version_after, survivor_before, updated_at_before, actor_id, merged_at, undo_until)
SELECT s.id, s.version, s.version, jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind), s.created_at, s.owner_id,
       now() - interval '30 days', now() + interval '60 days'
FROM banhang.customer c JOIN banhang.customer s ON s.id = c.merged_into_id ORDER BY s.id;
INSERT INTO banhang.customer_merge_loser (merge_id, customer_id, code, name, updated_at_before)
SELECT m.id, c.id, c.code, c.name, c.updated_at
FROM banhang.customer_merge m JOIN banhang.customer c ON c.merged_into_id = m.survivor_id;

-- Pairs that may be one customer.
INSERT INTO banhang.duplicate_scan (state, load_percent, done, total, ended_at)
SELECT 3, 50, count(*), count(*), now() FROM banhang.customer;
INSERT INTO banhang.duplicate_finding (members, probability, scan_id)
SELECT ARRAY[c.id, c.id + 1], 0.9 + c.id % 1000 / 10000.0, 1 FROM banhang.customer c WHERE c.id % 100 = 21 ORDER BY c.id;
INSERT INTO banhang.duplicate_link (low_id, high_id, probability, low_digest, high_digest, scan_id, finding_id)
SELECT f.members[1], f.members[2], f.probability, '', '', 1, f.id FROM banhang.duplicate_finding f;

INSERT INTO banhang.care_request
    (code, state, kind_key, severity, customer_id, channel_key, subject, answer, owner_id, unit_id, creator_id, promised_at, resolved_at,
     created_at)
SELECT 'CS' || lpad(q.number::text, 7, '0'), q.state,
       CASE WHEN q.chance % 500 = 0 THEN 'warranty' WHEN q.chance % 20 = 1 THEN 'complaint' WHEN q.chance % 2 = 0 THEN 'request' ELSE 'feedback' END,
       1 + q.chance / 500 % 4, q.id, 'call', (ARRAY['Giao thiếu hàng', 'Hỏi bảo hành', 'Đổi hóa đơn'])[1 + q.chance % 3],
       CASE WHEN q.state > 3 THEN 'Đã xử lý xong với khách.' ELSE '' END, q.owner_id, q.unit_id, q.owner_id, q.at + interval '2 days',
       CASE WHEN q.state IN (4, 5) THEN q.at + interval '1 day' END, q.at
FROM (
    SELECT c.id, c.owner_id, c.unit_id, row_number() OVER (ORDER BY c.id) AS number, hashint8extended(c.id, 6) & 65535 AS chance,
           now() - (hashint8extended(c.id, 7) & 65535) / 65536.0 * interval '1000 days' AS at,
           CASE WHEN hashint8extended(c.id, 8) & 7 = 0 THEN 1 + c.id % 3 ELSE 4 + (hashint8extended(c.id, 8) & 1) END AS state
    FROM banhang.customer c WHERE c.id % 5 = 3 AND c.deleted_at IS NULL
) AS q;
SELECT setval('banhang.care_request_code_seq', max(id)) FROM banhang.care_request;

INSERT INTO banhang.care_sequence (name) VALUES ('Khách mới'), ('Sau bán hàng');
INSERT INTO banhang.care_edition (sequence_id, edition, steps)
SELECT s.id, 1, '[{"number": 1, "kind": "CARE_STEP_KIND_CALL", "channelKey": "call", "title": "Hỏi thăm", "base": "CARE_STEP_BASE_START",
                   "offsetDays": 3, "startMinute": 540},
                  {"number": 2, "kind": "CARE_STEP_KIND_CALL", "channelKey": "call", "title": "Hỏi lại", "base": "CARE_STEP_BASE_PREVIOUS",
                   "offsetDays": 14, "startMinute": 540}]'
FROM banhang.care_sequence s;
INSERT INTO banhang.care_enrolment (customer_id, sequence_id, edition, state, starter_id, start_day, look_day, created_at, ended_at)
SELECT c.id, 1 + c.id / 10 % 2, 1, CASE WHEN c.id % 30 = 4 THEN 1 ELSE 3 END, c.owner_id, current_date - 10,
       CASE WHEN c.id % 30 = 4 THEN current_date + (c.id % 60)::integer END, now() - interval '10 days',
       CASE WHEN c.id % 30 <> 4 THEN now() END
FROM banhang.customer c WHERE c.id % 10 = 4 AND c.deleted_at IS NULL ORDER BY c.id;
INSERT INTO banhang.care_step (enrolment_id, number, turn, day)
SELECT e.id, 1, 0, e.start_day + 3 FROM banhang.care_enrolment e;

-- A small file each, of customers and of activities.
CREATE TEMP TABLE bench_file AS
    SELECT row_number() OVER (ORDER BY p.customer_id, p.activity_id) AS id, p.*
    FROM (SELECT c.id AS customer_id, NULL::bigint AS activity_id, c.owner_id FROM banhang.customer c WHERE c.id % 10 = 6
          UNION ALL
          SELECT NULL, a.id, a.owner_id FROM banhang.activity a WHERE a.id % 40 = 6 AND a.customer_id IS NOT NULL) AS p;
INSERT INTO banhang.attachment_content (id, uploader_id, request_id, sha256, size_bytes, received_bytes, is_whole)
OVERRIDING SYSTEM VALUE
SELECT f.id, f.owner_id, gen_random_uuid(), sha256(convert_to(repeat('x', 64), 'UTF8')), 64, 64, true FROM bench_file f;
INSERT INTO banhang.attachment_chunk (content_id, ordinal, data)
SELECT f.id, 0, convert_to(repeat('x', 64), 'UTF8') FROM bench_file f;
INSERT INTO banhang.attachment (customer_id, activity_id, content_id, name, size_bytes, sha256, content_type, uploader_id, request_id)
SELECT f.customer_id, f.activity_id, f.id, 'Báo giá ' || f.id || '.txt', 64, sha256(convert_to(repeat('x', 64), 'UTF8')), 'text/plain',
       f.owner_id, gen_random_uuid()
FROM bench_file f;
SELECT setval(pg_get_serial_sequence('banhang.attachment_content', 'id'), max(id)) FROM bench_file;
UPDATE banhang.activity a SET attachment_count = 1 FROM bench_file f WHERE a.id = f.activity_id;

-- Two lists each have been taken in.
INSERT INTO banhang.import_run (user_id, file_name, row_count, created_count)
SELECT p.user_id, 'khách ' || n || '.xlsx', 50, 50 FROM bench_owner p CROSS JOIN generate_series(1, 2) AS n;
INSERT INTO banhang.import_row (import_id, row_number, outcome, customer_id, version)
SELECT r.id, row_number() OVER (PARTITION BY r.id ORDER BY c.id), 1, c.id, 1
FROM banhang.customer c
JOIN (SELECT user_id, min(id) AS id FROM banhang.import_run GROUP BY user_id) AS r ON r.user_id = c.owner_id
WHERE c.id % 5 = 2;
INSERT INTO banhang.import_template (owner_id, name, columns)
SELECT p.user_id, 'Mẫu của tôi', '[{"title": "Tên", "field": "name"}]' FROM bench_owner p;

INSERT INTO banhang.series (owner_id, unit_id, creator_id, rule, pattern, anchor_day, first_day, made_until)
SELECT u.id, u.unit_id, u.id, '{"frequency": "FREQUENCY_WEEKLY", "interval": 1, "weekdays": [1]}',
       '{"kind": "ACTIVITY_KIND_APPOINTMENT", "title": "Họp đầu tuần", "startTime": "2026-01-05T01:00:00Z"}', date '2026-01-05',
       date '2026-01-05', current_date + 30
FROM bench_owner p JOIN banhang.app_user u ON u.id = p.user_id CROSS JOIN generate_series(1, 5);

INSERT INTO banhang.saved_view (list_key, name, owner_id, filter)
SELECT 'customers', 'Khách quen ' || n, p.user_id, '{"statusKeys": ["trading"]}' FROM bench_owner p CROSS JOIN generate_series(1, 3) AS n;
INSERT INTO banhang.saved_view_choice (user_id, view_id, list_key, is_default, quick_key)
SELECT v.owner_id, v.id, v.list_key, true, 1 FROM banhang.saved_view v WHERE v.name LIKE '%1';

INSERT INTO banhang.subscription (name, owner_id, entity, wish)
SELECT 'Khách của tôi', p.user_id, 1, '{"onChange": true}' FROM bench_owner p;

INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_after, actor_id, at)
SELECT 'activity', a.id, 1, 'create', a.unit_id, a.creator_id, a.created_at FROM banhang.activity a WHERE a.id % 2 = 0 ORDER BY a.id;
INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_after, actor_id, at)
SELECT 'care_request', q.id, 1, 'create', q.unit_id, q.creator_id, q.created_at FROM banhang.care_request q ORDER BY q.id;

-- What was told: of work, of changes that somebody follows, and of what fell due; most of it read.
INSERT INTO banhang.notification (user_id, key, entity, entity_id, actor_id, created_at, read_at)
SELECT a.owner_id, 'notification.assigned', 'activity', a.id, 1, a.created_at, CASE WHEN a.id % 8 <> 0 THEN a.created_at END
FROM banhang.activity a WHERE a.id % 4 = 0 ORDER BY a.id;
INSERT INTO banhang.notification (user_id, key, entity, entity_id, actor_id, created_at, read_at, subscription_id)
SELECT c.owner_id, 'notification.subscribed_change', 'customer', c.id, 1, c.updated_at, CASE WHEN c.id % 4 <> 0 THEN c.updated_at END, s.id
FROM banhang.customer c JOIN banhang.subscription s ON s.owner_id = c.owner_id
WHERE c.id % 5 = 0 AND c.deleted_at IS NULL ORDER BY c.id;
INSERT INTO banhang.notification_change (notification_id, change_seq, fields)
SELECT n.id, l.seq, '{note}'
FROM banhang.notification n
CROSS JOIN LATERAL (SELECT l.seq FROM banhang.change_log l WHERE l.entity = 'customer' AND l.entity_id = n.entity_id
                    ORDER BY l.seq DESC LIMIT 1) AS l
WHERE n.subscription_id IS NOT NULL;
INSERT INTO banhang.reminder
    (entity, entity_id, user_id, lead_minutes, event_at, due_at, state, fire_count, fired_at, ended_at)
SELECT 'activity', a.id, a.owner_id, 15, a.sort_at, a.sort_at - interval '15 minutes', CASE a.state WHEN 1 THEN 2 ELSE 3 END, 1,
       a.sort_at - interval '15 minutes', CASE a.state WHEN 1 THEN NULL ELSE a.sort_at END
FROM banhang.activity a WHERE a.sort_at < now() AND (a.state = 1 OR a.id % 10 = 0);

INSERT INTO banhang.session (user_id, token_hash, machine_name, created_at, expires_at, ended_at)
SELECT u.id, sha256(convert_to(u.id || '-' || n, 'UTF8')), 'máy ' || n, now() - n * interval '1 day', now() - n * interval '12 hours',
       now() - n * interval '12 hours'
FROM banhang.app_user u CROSS JOIN generate_series(1, 20) AS n;
INSERT INTO banhang.request_seen (user_id, request_id, method, digest, reply)
SELECT p.user_id, gen_random_uuid(), 'CustomersService.UpdateCustomer', '', ''
FROM bench_owner p CROSS JOIN generate_series(1, current_setting('bench.customers')::integer / 1000);
