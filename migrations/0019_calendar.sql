-- A calendar asks which entries of some people touch its days: with their ends in the index that is told without the table.
DROP INDEX banhang.activity_person_day;
CREATE INDEX activity_person_day ON banhang.activity_person (user_id, sort_at, activity_id) INCLUDE (over_at, is_owner)
    WHERE NOT is_binned;
