CREATE TABLE change_log (id bigint);
COMMIT;
