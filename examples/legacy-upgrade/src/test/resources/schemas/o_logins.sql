create table person (id bigserial primary key, full_name varchar(80) not null);
create table user_account (id bigserial primary key, person_id bigint not null references person (id), email varchar(200) not null unique, password varchar(100) not null, enabled boolean not null);
create table login (id bigserial primary key, account_id bigint not null references user_account (id), username varchar(80), password varchar(100), at timestamptz not null default now());
create function new_person() returns bigint language sql as 'insert into person (full_name) values ('''') returning id';
insert into person (full_name) select 'P' || i from generate_series(1, 20) i;
insert into user_account (person_id, email, password, enabled) select id, 'u' || id || '@ex.org', 'x', true from person;
