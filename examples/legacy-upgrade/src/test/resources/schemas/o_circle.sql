create table users (id int primary key generated always as identity, email varchar(200) not null, password varchar(100) not null, profile_id int unique, boss_id int references users (id) deferrable initially deferred);
create table profiles (id int primary key generated always as identity, user_id int not null references users (id) on delete cascade, name varchar(80), constraint one_each unique (user_id, name));
alter table users add constraint users_profile foreign key (profile_id) references profiles (id) not valid;
alter table users add constraint users_email_lower check (email = lower(email)) not valid;
create unique index users_email on users (email) include (id);
insert into users (email, password) select 'u' || i || '@ex.org', 'x' from generate_series(1, 20) i;
insert into profiles (user_id, name) select id, 'main' from users;
update users u set profile_id = p.id from profiles p where p.user_id = u.id;
