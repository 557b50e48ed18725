-- Which of these activities tell a birthday, with the customer that each is news of. Definer's rights: who gave such a greeting away, or left
-- it, and may not know birthdays sees it no more, and what the own eyes miss would be taken for an activity that is everybody's news.
CREATE FUNCTION banhang.greetings_among(ids bigint[])
    RETURNS TABLE (activity_id bigint, customer_id bigint, customer_version bigint, customer_unit_id bigint, customer_binned boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    BEGIN ATOMIC
        SELECT a.id, c.id, c.version, c.unit_id, c.deleted_at IS NOT NULL
        FROM banhang.activity a LEFT JOIN banhang.customer c ON c.id = a.customer_id
        WHERE a.id = ANY (ids) AND a.tells_birthday;
    END;
REVOKE EXECUTE ON FUNCTION banhang.greetings_among FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.greetings_among TO banhang_app, banhang_system;
