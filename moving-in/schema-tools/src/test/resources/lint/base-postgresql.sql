create table team (id bigint primary key, label varchar(40));
create table member (id bigint constraint member_pkey primary key, nick varchar(40), age int, team_id bigint,
    bio text, amount numeric(10, 2), seen timestamp(3) with time zone, stay tstzrange, address cidr);
create table "Order Lines" ("ID" bigint primary key, "First Name" varchar(40), "check" int, "Member" bigint);
create table event (id bigint, happened date not null) partition by range (happened);
create table event_2024 (id bigint, happened date not null);
create table event_2025 partition of event for values from ('2025-01-01') to ('2026-01-01');
create table counted (id bigint primary key, total int);
create domain positive as int check (value > 0);
create domain words as text;
create type mood as enum ('glad', 'sad');
create index ix_age on member (age);
create view young as select id, label from team where id < 30;
create materialized view team_size as select team_id, count(*) as people from member group by team_id;
create unique index uq_team_size on team_size (team_id);
create sequence ticket;
