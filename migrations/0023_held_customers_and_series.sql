-- Locks customers at the end of their merges, in the order of their ids, for who is about to hang something on them: a merge then waits for the
-- row and takes it along, or is waited for, and the statement after this one finds the survivor. Definer's rights, because who writes a talk
-- need not be allowed to edit the customer. The lock is that of merges and of follow_contacts: a weaker one would have to grow, and two of those
-- wait for each other.
CREATE FUNCTION banhang.hold_customers(ids bigint[]) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = banhang, pg_temp
    AS $$
    DECLARE
        ends bigint[];
    BEGIN
        LOOP
            ends := ARRAY(SELECT DISTINCT banhang.survivor_of(asked.id) FROM unnest(ids) AS asked (id) ORDER BY 1);
            PERFORM FROM banhang.customer c WHERE c.id = ANY (ends) ORDER BY c.id FOR NO KEY UPDATE;
            -- The lock may have been that of a merge.
            EXIT WHEN ends = ARRAY(SELECT DISTINCT banhang.survivor_of(asked.id) FROM unnest(ids) AS asked (id) ORDER BY 1);
        END LOOP;
    END $$;
REVOKE EXECUTE ON FUNCTION banhang.hold_customers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION banhang.hold_customers TO banhang_app, banhang_system;

-- "This and the following" may be taken away of a series whose days up to there are not all made yet: they still are, as they come near.
ALTER TABLE banhang.series DROP CONSTRAINT series_ended_makes_nothing;
