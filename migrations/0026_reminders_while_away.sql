-- Reminders of people who are disabled for a while. A save in that time ended theirs as unwanted, and what was planned meanwhile made them none,
-- so who was enabled again before the event was not reminded of it. Whether somebody may be told now is decided when the reminder is due: the
-- scheduler lets it wait for them until the event begins.
CREATE OR REPLACE VIEW banhang.activity_reminder AS
    SELECT 'activity' AS entity, a.id AS entity_id, p.user_id, lead.minutes AS lead_minutes, a.series_id, moment.event_at, a.over_at,
           CASE WHEN a.deleted_at IS NOT NULL THEN 'deleted' WHEN a.state <> 1 THEN 'closed' END AS hindrance
    FROM banhang.activity a
    JOIN banhang.activity_person p ON p.activity_id = a.id
    -- Whole days count from eight in the morning.
    CROSS JOIN LATERAL (SELECT coalesce(a.starts_at, (a.day + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh') AS event_at) AS moment
    CROSS JOIN LATERAL (SELECT DISTINCT unnest(a.reminder_leads) AS minutes) AS lead
    WHERE moment.event_at IS NOT NULL;
CREATE OR REPLACE VIEW banhang.care_reminder AS
    SELECT 'care_request' AS entity, q.id AS entity_id, q.owner_id AS user_id, s.remind_minutes[q.severity] AS lead_minutes,
           NULL::bigint AS series_id, q.promised_at AS event_at, q.promised_at AS over_at,
           CASE WHEN q.deleted_at IS NOT NULL THEN 'deleted' WHEN q.state > 3 THEN 'closed' END AS hindrance
    FROM banhang.care_request q
    CROSS JOIN banhang.care_setting s
    WHERE s.remind_minutes[q.severity] > 0;

-- Those that were lost so and whose event is still to come.
SELECT banhang.keep_reminders(lost.entity, array_agg(DISTINCT lost.entity_id))
FROM banhang.possible_reminder lost
WHERE lost.hindrance IS NULL AND lost.event_at > clock_timestamp()
  AND NOT EXISTS (SELECT FROM banhang.reminder r
                  WHERE r.entity = lost.entity AND r.entity_id = lost.entity_id AND r.user_id = lost.user_id
                    AND r.lead_minutes = lost.lead_minutes AND r.is_current)
GROUP BY lost.entity;
