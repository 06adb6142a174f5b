alter table member add column company varchar(255);
create table purchase (id uuid primary key, member_id uuid not null, item varchar(255));
