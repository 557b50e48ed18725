-- How far each right of each user reaches, as one value: all leaves, or some of them. What the second wall asks of each statement on a
-- customer or an activity is then one row by key, whatever the scope, and what it asks of each row is a comparison in memory.
CREATE TABLE banhang.reach (
    user_id  bigint NOT NULL,
    resource smallint NOT NULL,
    action   smallint NOT NULL,
    -- From below every number to above every number for the whole company.
    units    int8multirange NOT NULL,
    PRIMARY KEY (user_id, resource, action)
);

-- Reach is what visible_unit says, whoever writes that. Its rows come and go, and are never changed.
CREATE FUNCTION banhang.follow_visible_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    BEGIN
        DELETE FROM banhang.reach WHERE user_id IN (SELECT changed.user_id FROM changed);
        INSERT INTO banhang.reach (user_id, resource, action, units)
        SELECT v.user_id, v.resource, v.action,
               range_agg(CASE WHEN v.unit_id = 0 THEN int8range(NULL, NULL) ELSE int8range(v.unit_id, v.unit_id, '[]') END)
        FROM banhang.visible_unit v
        WHERE v.user_id IN (SELECT changed.user_id FROM changed)
        GROUP BY v.user_id, v.resource, v.action;
        RETURN NULL;
    END $$;
CREATE TRIGGER visible_unit_added AFTER INSERT ON banhang.visible_unit
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION banhang.follow_visible_unit();
CREATE TRIGGER visible_unit_removed AFTER DELETE ON banhang.visible_unit
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION banhang.follow_visible_unit();
INSERT INTO banhang.reach (user_id, resource, action, units)
SELECT v.user_id, v.resource, v.action,
       range_agg(CASE WHEN v.unit_id = 0 THEN int8range(NULL, NULL) ELSE int8range(v.unit_id, v.unit_id, '[]') END)
FROM banhang.visible_unit v
GROUP BY v.user_id, v.resource, v.action;

-- What has been shared with the caller. It reads with its owner's rights, so that the policies of customers ask no further policies.
CREATE VIEW banhang.own_share AS
    SELECT s.customer_id, s.level FROM banhang.customer_share s WHERE s.user_id = banhang.caller_id();

GRANT SELECT ON banhang.reach, banhang.own_share TO banhang_app;

-- A share stays a sub-select: for a list the planner reads them once into a hash, where a function would be called for each hidden row.
ALTER POLICY customer_view ON banhang.customer USING (
    unit_id <@ (SELECT r.units FROM banhang.reach r WHERE r.user_id = banhang.caller_id() AND r.resource = 1 AND r.action = 1)
    OR EXISTS (SELECT FROM banhang.own_share s WHERE s.customer_id = customer.id));

-- One policy of plain conditions: a share is asked for by key, so there is nothing to make ready beforehand.
DROP POLICY share_own ON banhang.customer_share;
ALTER POLICY share_seen ON banhang.customer_share
    USING (user_id = banhang.caller_id() OR banhang.caller_reaches(customer_id, 1::smallint));

-- Activities in the same way.
ALTER POLICY activity_view ON banhang.activity USING (
    unit_id <@ (SELECT r.units FROM banhang.reach r WHERE r.user_id = banhang.caller_id() AND r.resource = 6 AND r.action = 1)
    OR (SELECT EXISTS (SELECT FROM banhang.reach r
                       WHERE r.user_id = banhang.caller_id() AND r.resource = 6 AND r.action = 1))
       AND (EXISTS (SELECT FROM banhang.activity_person p
                    WHERE p.user_id = (SELECT banhang.caller_id()) AND p.activity_id = activity.id OFFSET 0)
            OR EXISTS (SELECT FROM banhang.customer c WHERE c.id = activity.customer_id AND c.deleted_at IS NULL OFFSET 0)));
