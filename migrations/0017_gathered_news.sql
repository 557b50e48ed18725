-- What one person does with many activities comes in several calls: whoever is told of it reads one number.

-- As before, and: what somebody is given within five minutes of being given many adds to their number, unless that was read.
CREATE OR REPLACE FUNCTION banhang.tell_people(recipients bigint[], keys text[], activity_ids bigint[], counts bigint[]) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        WITH news AS (
            SELECT u.id AS user_id, news.key, news.amount, news.place, a.id AS activity_id,
                   coalesce(a.starts_at, (a.day + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh') AS event_at
            FROM unnest(recipients, keys, activity_ids, counts) WITH ORDINALITY AS news (user_id, key, activity_id, amount, place)
            JOIN banhang.app_user u ON u.id = news.user_id AND u.active
            JOIN banhang.activity a ON a.id = news.activity_id
        ), grown AS (
            UPDATE banhang.notification n
            SET version = n.version + 1,
                args = jsonb_build_object('count', ((n.args ->> 'count')::bigint + news.amount)::text),
                entity_id = CASE WHEN news.event_at < n.event_at THEN news.activity_id ELSE n.entity_id END,
                event_at = least(n.event_at, news.event_at)
            FROM news
            WHERE n.id = (SELECT o.id FROM banhang.notification o
                          WHERE news.key = 'notification.assigned' AND o.user_id = news.user_id AND o.read_at IS NULL AND o.key = news.key
                            AND o.actor_id = coalesce(banhang.caller_id(), 0) AND o.args ? 'count'
                            AND o.created_at > clock_timestamp() - interval '5 minutes'
                          ORDER BY o.id DESC LIMIT 1)
              AND n.read_at IS NULL
            RETURNING n.id, n.version, n.user_id, n.key
        ), told AS (
            INSERT INTO banhang.notification (user_id, key, args, entity, entity_id, actor_id, event_at)
            SELECT news.user_id, news.key, CASE WHEN news.amount > 1 THEN jsonb_build_object('count', news.amount::text) ELSE '{}' END,
                   'activity', news.activity_id, coalesce(banhang.caller_id(), 0), news.event_at
            FROM news
            WHERE NOT EXISTS (SELECT FROM grown WHERE grown.user_id = news.user_id AND grown.key = news.key)
            ORDER BY news.place
            RETURNING id, user_id
        )
        INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)
        SELECT 'notification', told.id, 1, 'create', ARRAY[told.user_id], coalesce(banhang.caller_id(), 0) FROM told
        UNION ALL
        SELECT 'notification', grown.id, grown.version, 'update', ARRAY[grown.user_id], coalesce(banhang.caller_id(), 0) FROM grown;
    END;
