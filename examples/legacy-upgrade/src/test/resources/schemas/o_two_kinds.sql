create table staff_users (id serial primary key, username varchar(80) not null unique, password_hash varchar(100) not null);
create table customers (id serial primary key, email varchar(200) not null unique, password_hash varchar(100), name varchar(80));
insert into staff_users (username, password_hash) values ('boss', 'x');
insert into customers (email, password_hash) select 'u' || i || '@ex.org', 'x' from generate_series(1, 20) i;
