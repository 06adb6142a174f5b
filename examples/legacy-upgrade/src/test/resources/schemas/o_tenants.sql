create table tenants (id uuid primary key default gen_random_uuid(), name text not null unique);
insert into tenants (id, name) values ('00000000-0000-0000-0000-00000000000a', 'one');
create table users (id bigint generated always as identity primary key, tenant_id uuid not null default '00000000-0000-0000-0000-00000000000a' references tenants (id), member_no int not null, email varchar(200) not null, password varchar(100) not null, badge inet not null, tags text[] not null, prefs jsonb not null, constraint users_member unique (tenant_id, member_no), constraint users_email unique (tenant_id, email) deferrable initially deferred);
insert into users (member_no, email, password, badge, tags, prefs) select i, 'u' || i || '@ex.org', 'x', '10.0.0.1', '{a}', '{}' from generate_series(1, 20) i;
create sequence member_numbers start 100;
