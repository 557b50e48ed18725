-- People.
CREATE TABLE app_user (id bigint);
