-- A call or a visit of another day that is ticked off today is work of today, as a task is.
DROP INDEX banhang.activity_person_closed;
CREATE INDEX activity_person_closed ON banhang.activity_person (user_id, closed_at) WHERE NOT is_open AND NOT is_binned;
