alter table member add column company varchar(255);
create table desk (id bigint primary key, name varchar(255));
create sequence desk_seq increment by 50;
