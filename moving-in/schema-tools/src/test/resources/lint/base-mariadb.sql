create table team (id bigint primary key, label varchar(40));
create table member (id bigint primary key, nick varchar(40), age int, team_id bigint, bio text);
create index ix_age on member (age);
