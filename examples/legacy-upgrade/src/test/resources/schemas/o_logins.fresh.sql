create table person (id bigserial primary key, full_name varchar(80) not null);
create function new_person() returns bigint language sql as 'insert into person (full_name) values ('''') returning id';
