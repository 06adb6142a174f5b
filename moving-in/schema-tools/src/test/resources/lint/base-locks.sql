create domain words as text;
create domain score as int check (value > 0);
create type mood as enum ('glad', 'sad');
create table owner (id bigint primary key, label varchar(40));
create table item (id bigint primary key, no int not null, code varchar(20), note text constraint note_set check (note is not null),
    amount numeric(10, 2), owner_id bigint, seen timestamp with time zone, made timestamp, mood mood, stay tstzrange,
    said words, points score, doc jsonb, net cidr, size int, place varchar(10) not null default 'here',
    twice int generated always as (no * 2) stored);
create index ix_code on item (code);
create unique index uq_code on item (code);
create table pair (a bigint, b text, primary key (a, b));
create table keyless (id bigint not null, other bigint);
create unique index uq_keyless on keyless (id);
create unique index uq_other on keyless (other);
create table event (id bigint, happened date not null) partition by range (happened);
create table event_2025 partition of event for values from ('2025-01-01') to ('2026-01-01');
create table event_2024 (id bigint, happened date not null);
create table event_2023 (id bigint, happened date not null,
    constraint in_2023 check (happened >= '2023-01-01' and happened < '2024-01-01'));
create table event_2022 (id bigint, happened date not null,
    constraint in_2022 check (happened >= '2022-01-01' and happened < '2023-01-01'));
create index ix_event_2023 on event_2023 (id);
create index ix_event on only event (id);
create index ix_event_2025 on event_2025 (id);
create table guarded (id bigint primary key, tenant int);
create policy by_tenant on guarded using (tenant = 1);
create view seen_items as select id, no from item;
create function note_it() returns trigger language plpgsql as $$ begin return new; end $$;
