-- What a customer's work and changes leave in its own row and in the log; after the activities and their indexes.

UPDATE banhang.customer c
SET last_contact_at = facts.last_contact_at, next_contact_at = facts.next_contact_at, potential = facts.potential, pursuit = facts.pursuit,
    callback_at = facts.callback_at, callback_reason = facts.callback_reason, talk_rhythm_days = facts.talk_rhythm_days,
    trade_key = CASE WHEN c.kind = 2 THEN coalesce(trade.key, 'other') ELSE '' END,
    tag_keys = CASE WHEN c.id % 40 = 9 THEN '{interested,seminar}'::text[] WHEN c.id % 4 = 1 THEN '{interested}' ELSE '{}' END,
    version = CASE WHEN c.id % 5 = 0 THEN 3 ELSE 1 END
FROM banhang.customer old CROSS JOIN LATERAL banhang.contact_facts(old.id) AS facts
LEFT JOIN banhang.pick_item trade ON trade.list_key = 'trade' AND trade.position = old.id / 7 % 20
WHERE c.id = old.id;
INSERT INTO banhang.customer_tag (tag_key, customer_id)
SELECT tag, c.id FROM banhang.customer c CROSS JOIN LATERAL unnest(c.tag_keys) AS tag ORDER BY tag, c.id;

INSERT INTO banhang.change_log (entity, entity_id, version, operation, fields, unit_after, actor_id, at)
SELECT 'customer', c.id, 1, 'create', '{}', c.unit_id, c.owner_id, c.created_at FROM banhang.customer c ORDER BY c.id;

INSERT INTO banhang.change_log (entity, entity_id, version, operation, fields, unit_before, unit_after, actor_id, at)
SELECT 'customer', c.id, v.version, 'update', jsonb_build_object('note', jsonb_build_object('old', '', 'new', c.note)), c.unit_id, c.unit_id,
       c.owner_id, c.created_at + v.version * interval '1 day'
FROM banhang.customer c CROSS JOIN generate_series(2, 3) AS v (version)
WHERE c.id % 5 = 0;

SELECT setval(pg_get_serial_sequence('banhang.customer', 'id'), current_setting('bench.customers')::bigint),
       setval('banhang.customer_code_seq', current_setting('bench.customers')::bigint);
