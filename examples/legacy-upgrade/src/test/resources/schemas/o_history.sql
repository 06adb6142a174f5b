create table "Users" ("Id" uuid primary key, "Email" varchar(200) not null unique, "PasswordHash" varchar(100), "Order" int not null default 0);
create table users_history (id bigserial primary key, email varchar(200), password_hash varchar(100), changed_at timestamptz not null default now());
insert into "Users" ("Id", "Email", "PasswordHash") select gen_random_uuid(), 'u' || i || '@ex.org', 'x' from generate_series(1, 20) i;
