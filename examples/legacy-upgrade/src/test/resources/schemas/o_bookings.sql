create extension if not exists btree_gist;
create table users (id bigserial primary key, email varchar(200) not null unique, password varchar(100) not null, desk int not null, stay daterange not null, constraint one_at_a_desk exclude using gist (desk with =, stay with &&));
insert into users (email, password, desk, stay) select 'u' || i || '@ex.org', 'x', i, daterange('2026-01-01', '2026-12-31') from generate_series(1, 20) i;
create sequence desks start 100;
