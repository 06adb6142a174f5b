create table accounts (id bigserial primary key, username varchar not null default '', created_at timestamp not null, updated_at timestamp not null);
create function new_account() returns bigint language sql as 'insert into accounts (username, created_at, updated_at) values (md5(random()::text), now(), now()) returning id';
