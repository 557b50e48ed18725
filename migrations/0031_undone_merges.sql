-- What comes again is made for the customer of its pattern, wherever merges and their undoing have led it.
GRANT EXECUTE ON FUNCTION banhang.survivor_of TO banhang_system;

-- Whether colleagues have hung something on a customer that does not change the customer itself: requests, files, customers below it. Definer's
-- rights, because they may be out of the caller's sight; all that is told is that there is one.
CREATE FUNCTION banhang.has_dependants(asked_id bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = banhang, pg_temp
    RETURN banhang.caller_reaches(asked_id, 1::smallint) AND (
        EXISTS (SELECT FROM banhang.care_request r WHERE r.customer_id = asked_id AND r.deleted_at IS NULL)
        OR EXISTS (SELECT FROM banhang.attachment a WHERE a.customer_id = asked_id AND a.deleted_at IS NULL)
        OR EXISTS (SELECT FROM banhang.customer c WHERE c.parent_id = asked_id AND c.deleted_at IS NULL));
REVOKE EXECUTE ON FUNCTION banhang.has_dependants FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.has_dependants TO banhang_app;
