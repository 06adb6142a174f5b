create sequence customer_no as integer start 5000 increment 10 minvalue 5000 maxvalue 99990 cycle;
create type period as range (subtype = date);
create type place as (street varchar(80), zip char(5));
create function check_digit(n integer) returns integer language sql immutable as 'select $1 % 7';
create table users (id uuid primary key default gen_random_uuid(), email varchar(200) not null unique nulls not distinct, password varchar(100) not null, customer integer not null default nextval('customer_no'), digit integer generated always as (check_digit(length(email))) stored, stay period not null default '[2020-01-01,2021-01-01)', home place, iv interval not null default '1 day 02:03:04', bits bit varying(8) not null default B'101', amount money not null default 1.5, made timestamptz not null default (now() at time zone 'utc'), doc xml, constraint customers unique (customer), constraint stays check (not isempty(stay)));
alter sequence customer_no owned by users.customer;
insert into users (email, password) select 'u' || i || '@ex.org', 'x' from generate_series(1, 20) i;
