-- Statements as hosts write them, each with the rules that it breaks on tables in use, or none.
-- Head of an entry:  --# RULES | OPTIONS | what it shows
-- OPTIONS: out (no transaction), contract (agreed and unused), mariadb, unrun (is not run by the test)

--# S3 | | a plain index
create index ix_nick on member (nick);

--# S3 | | an index without a name
create index on member (team_id);

--# S3 | | a unique index, in capitals and over several lines
CREATE UNIQUE INDEX
    uq_nick
ON member (nick) WHERE nick IS NOT NULL;

--# S3 | unrun | a concurrent index inside a transaction
create index concurrently if not exists ix_nick on member (nick);

--# S2 S3 | out | a concurrent index that fails when it runs twice
create index concurrently ix_nick on member (nick);

--# S3 | | an index on a table whose name needs quotes
create index ix_line on "Order Lines" ("First Name");

--# S3 | | an index dropped under a lock
drop index ix_age;

--# S3 | | the same, with IF EXISTS
drop index if exists ix_age;

--# S3 | unrun | a concurrent drop inside a transaction
drop index concurrently if exists ix_age;

--# S3 | | an index that a block makes
do $$ begin
    if not exists (select 1 from pg_indexes where indexname = 'ix_bio') then
        create index ix_bio on member (bio);
    end if;
end $$;

--# S5 | | a new column with a value of its own in every row
alter table member add column ref uuid default gen_random_uuid();

--# S5 | | a default that differs by the moment
alter table member add column made timestamp with time zone default clock_timestamp();

--# S5 | | random digits
alter table member add column lot double precision not null default random();

--# S5 | | a serial
alter table member add column no bigserial;

--# S5 | | an identity
alter table member add column no bigint generated always as identity;

--# S5 | | a stored generated column
alter table member add column loud text generated always as (upper(nick)) stored;

--# S5 | | a column of a domain with a check
alter table member add column points positive;

--# S6 | | NOT NULL at once
alter table member alter column nick set not null;

--# S6 | | NOT NULL at once, on quoted names
alter table "Order Lines" alter "First Name" set not null;

--# S6 | unrun | a mandatory column without a default
alter table member add column origin text not null;

--# S6 | | NOT NULL by a block that makes its statement
do $body$ begin execute format('alter table %I alter column %I set not null', 'member', 'nick'); end $body$;

--# S7 | | a foreign key that is verified at once
alter table member add constraint fk_team foreign key (team_id) references team (id);

--# S7 | | the same without a name, with a comment between
alter table member add /* not valid */ foreign key (team_id) references team;

--# S7 | | a check that is verified at once
alter table member add constraint ck_age check (age >= 0);

--# S7 | | a check whose text says what it does not do
alter table member add constraint ck_bio check (bio <> 'not valid');

--# S7 | | a new column that refers to another table
alter table member add column boss_id bigint references member (id);

--# S7 | | a new column with a check
alter table member add column stars int check (stars between 1 and 5);

--# S7 | | a check of a domain
alter domain words add constraint ck_words check (length(value) < 100);

--# S2 S7 | | validated under the lock that adding it took
alter table member add constraint ck_age check (age >= 0) not valid;
alter table member validate constraint ck_age;

--# S8 | | a unique constraint that builds its index
alter table member add constraint uq_nick unique (nick);

--# S8 | | a unique constraint among other actions
alter table member add column alias text, add constraint uq_alias unique (alias);

--# S8 | | a new column that is unique
alter table member add column alias text unique;

--# S8 | | a primary key that builds its index
alter table event_2024 add primary key (id);

--# S9 | | int to bigint
alter table member alter column age type bigint;

--# S9 | | SET DATA TYPE
alter table member alter age set data type bigint;

--# S9 | | a narrower varchar
alter table member alter column nick type varchar(10);

--# S9 | | text to a varchar of a length
alter table member alter column bio type varchar(200);

--# S9 | | text to json
alter table member alter column bio type jsonb using bio::jsonb;

--# S9 | | the same type, every value computed anew
alter table member alter column nick type varchar(40) using lower(nick);

--# S9 | | a scale that grows
alter table member alter column amount type numeric(12, 4);

--# S9 | | another collation builds the indexes anew
alter table member alter column bio type text collate "C";

--# S9 | | inside a block
do $$ begin alter table member alter column age type bigint; end $$;

--# S9 | | inside a condition of a block
do $$
declare wide boolean := false;
begin
    select data_type = 'bigint' into wide from information_schema.columns
        where table_name = 'member' and column_name = 'age' and table_schema = current_schema();
    if not wide then
        alter table member alter column age type bigint;
    else
        raise notice 'nothing to do';
    end if;
end $$;

--# S9 | | as a text that a block puts together
do $$ declare t text := 'member'; begin execute 'alter table ' || quote_ident(t) || ' alter column age type bigint'; end $$;

--# S9 | | a type without a rule of its own
alter table member alter column seen type timestamp without time zone;

--# S13 | | a column renamed
alter table member rename column nick to alias;

--# S13 | | a column renamed, the short way
alter table member rename nick to alias;

--# S13 | | a table renamed
alter table team rename to crew;

--# S13 | unrun | a table in another schema
alter table team set schema archive;

--# S13 | | a value of an enum renamed
alter type mood rename value 'glad' to 'happy';

--# S13 | | a view renamed
alter view young rename to juniors;

--# S14 S20 | | a column dropped
alter table member drop column bio;

--# S14 S20 | | a column dropped, quoted
alter table "Order Lines" drop "check";

--# S14 S20 | | a table dropped
drop table counted;

--# S14 | | a view dropped
drop view young;

--# S14 | | a sequence dropped
drop sequence ticket;

--# S14 S20 | unrun | a schema dropped
drop schema billing cascade;

--# S20 | | a table emptied
truncate table counted;

--# S16 S20 | | all rows deleted
delete from counted;

--# S20 | | a primary key dropped by its name
alter table member drop constraint member_pkey;

--# S20 | | a primary key dropped by the name that the database gave it
alter table counted drop constraint if exists counted_pkey cascade;

--# S16 | | all rows in one statement
update member set age = 0;

--# S16 | | a condition that meets many rows
update member set nick = 'none; limit 5' where nick is null;

--# S16 | | rows copied
insert into counted (id, total) select team_id + 1000, count(*) from member where team_id is not null group by team_id;

--# S16 S20 | | rows moved by a common table expression
with gone as (delete from event_2024 where id < 100 returning id) insert into counted (id) select id + 1000 from gone;

--# S16 | | rows merged
merge into counted c using member m on c.id = m.id when matched then update set total = m.age;

--# S16 | | a block over all rows
do $$ begin update member set age = 0 where age is null; end $$;

--# S16 | | a loop that never commits
do $$ declare r record; begin for r in select id from member loop update member set age = 1 where age = r.id; end loop; end $$;

--# S2 S16 | | rows and a change of a table together
alter table member add column level int;
alter table team add column level int;
update member set age = 1 where id between 1 and 10;

--# S1 | | a long wait for a lock
set lock_timeout = '1min';
alter table member add column level int;

--# S2 | | two tables at once
alter table member add column level int;
alter table team alter column label set default 'none';

--# S21 | | json
alter table member add column extra json;

--# S21 | | json in a new table
create table note (id bigint primary key, body json);

--# S21 | | a domain with a check
create domain stars as int check (value between 1 and 5);

--# S21 | | char
create table land (short_name char(2) primary key);

--# S21 | | a small key
create table land (id serial primary key);

--# S22 | | a narrow password
alter table member add column password varchar(60);

--# S23 | | a secret in the clear
alter table member add column reset_token text;

--# S24 | unrun | an enum value together with rows
alter type mood add value 'calm';
insert into team values (9, 'nine');

--# S26 | | an exclusion constraint
alter table member add constraint ex_stay exclude using gist (stay with &&);

--# S26 | | an exclusion constraint without a name
alter table member add exclude using gist (stay with &&);

--# S27 | | a table locked
lock table member in access exclusive mode;

--# S27 | | a table locked, the short way
lock member;

--# S28 | | an unlogged table
alter table counted set unlogged;

--# S28 | | a logged table
alter table counted set logged;

--# S28 | | another tablespace
alter table counted set tablespace pg_default;

--# S28 | out | VACUUM FULL
vacuum full member;

--# S28 | out | VACUUM FULL with options
vacuum (full, analyze) member;

--# S28 | | CLUSTER
cluster member using ix_age;

--# S29 | out | REINDEX of a table
reindex table member;

--# S29 | | REINDEX of an index
reindex index ix_age;

--# S29 | | a materialized view refreshed
refresh materialized view team_size;

--# S30 | | a partition attached
alter table event attach partition event_2024 for values from ('2024-01-01') to ('2025-01-01');

--# S30 | | a partition detached
alter table event detach partition event_2025;

--# S30 | | a partition made in place
create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01');

--# S10 | mariadb | no algorithm
alter table member add column level int;

--# S9 | mariadb | varchar to text is a copy there
alter table member modify column nick text, algorithm=inplace, lock=none;

--# S11 | mariadb | a varchar past 255 bytes
alter table member modify column nick varchar(80), algorithm=inplace, lock=none;

--# S12 | mariadb | an expression as default
alter table member add column ref varchar(36) default (uuid()), algorithm=inplace, lock=none;

--# S10 | mariadb | in a comment that the server executes
/*!50001 alter table member add column level int */;

--# S14 S20 S10 | mariadb | a name in backticks
alter table `member` drop column `bio`;

--# S10 S20 | mariadb | a primary key dropped
alter table member drop primary key;

--# S27 | mariadb | tables locked
lock tables member write;

--# S10 S28 | mariadb | another engine
alter table member engine = InnoDB;

--# S28 | mariadb | a table optimised
optimize table member;

--# none | | a new column
alter table member add column level int;

--# none | | several new columns of one table
alter table member add column level int, add column rank text default 'first; drop table member';

--# none | | a constant default
alter table member add column level int not null default 0;

--# none | | a constant default with a cast
alter table member add column rate numeric(10, 2) not null default 0.0::numeric(10, 2);

--# none | | a default that is a text with brackets
alter table member add column pattern text default 'f(x)' not null;

--# none | | a default that says rules
alter table member add column rank text default 'not null unique references check (x)';

--# none | | the time of the statement
alter table member add column made timestamp with time zone not null default now();

--# none | | an immutable function
alter table member add column kind text default lower('PLAIN');

--# none | | an empty document
alter table member add column extra jsonb not null default '{}'::jsonb;

--# none | | varchar to text
alter table member alter column nick type text;

--# none | | varchar to text with a cast
alter table member alter column nick type text using nick::text;

--# none | | a wider varchar
alter table member alter column nick set data type character varying(80);

--# none | | a varchar without a length
alter table member alter column nick type varchar;

--# none | | varchar to text, on quoted names
alter table "Order Lines" alter column "First Name" type text;

--# none | | text to varchar without a length
alter table member alter column bio type varchar;

--# none | | the same type, spelled otherwise
alter table member alter column age type integer;

--# none | | more digits of the same scale
alter table member alter column amount type numeric(12, 2);

--# none | | numbers without a limit
alter table member alter column amount type numeric;

--# none | | more precise moments
alter table member alter column seen type timestamptz(6);

--# none | | cidr to inet
alter table member alter column address type inet;

--# none | | NOT NULL lifted
alter table event_2024 alter column happened drop not null;

--# none | | a default set
alter table member alter column age set default 18;

--# none | | a default dropped
alter table member alter column age drop default;

--# none | out | a concurrent index
create index concurrently if not exists ix_nick on member (nick);

--# none | out | a concurrent index of quoted names
create index concurrently if not exists ix_line on "Order Lines" ("First Name");

--# none | out | a concurrent drop
drop index concurrently if exists ix_age;

--# none | out | a concurrent rebuild
reindex index concurrently ix_age;

--# none | out | a view refreshed beside its readers
refresh materialized view concurrently team_size;

--# none | | a foreign key for new rows
alter table member add constraint fk_team foreign key (team_id) references team (id) not valid;

--# none | | a check for new rows
alter table member add constraint ck_age check (age >= 0) not valid;

--# none | | a check dropped
alter table member drop constraint if exists ck_age;

--# none | | a constraint renamed
alter table member rename constraint member_pkey to pk_member;

--# none | | an index renamed
alter index ix_age rename to ix_member_age;

--# none | | a column whose name is a keyword
alter table member add column "unique" int;

--# none | | a column called key
alter table member add column key varchar(20);

--# none | | a new table with everything
create table invoice (
    id bigint generated by default as identity primary key,
    member_id bigint not null references member (id),
    amount numeric(10, 2) not null check (amount > 0),
    number varchar(40) not null unique,
    stay tstzrange, exclude using gist (stay with &&),
    due timestamp with time zone not null default now());
create index ix_invoice_member on invoice (member_id);
alter table invoice add constraint ck_number check (number <> '');
insert into invoice (id, member_id, amount, number) select id, id, 1, nick from member where nick is not null;

--# none | | a temporary table
create temporary table working (id int);
create index ix_working on working (id);
update working set id = 1;
drop table working;

--# none | | the schema of another name before a new table
create table public.probe (id bigint primary key, at_zone text);
create index ix_probe on public.probe (at_zone);
drop table public.probe;

--# none | | comments that say DDL
-- drop table member;
/* alter table member drop column nick; /* nested */ truncate member; */
alter table member add column level int; -- lock table member

--# none | | a text that says DDL
comment on table member is 'alter table member rename to crew; drop table member';

--# none | | a function whose body is a text
create function wipe() returns void language plpgsql as $fn$ begin delete from member; drop table member; end $fn$;

--# none | | a function whose body is not
create function total() returns bigint language sql begin atomic select count(*) from member; end;

--# none | | a view
create or replace view young as select id, label from team where id < 40;

--# none | | a view made anew at once
drop view young;
create view young as select id from team;

--# none | | a block that makes a type unless it is there
do $$ begin create type colour as enum ('red'); exception when duplicate_object then null; end $$;

--# none | | a block with a text that says DDL
do $$ begin raise notice 'alter table member alter column age type bigint'; end $$;

--# none | | one row by its key
update member set age = 7 where id = 7;

--# none | | a batch by its key
update member set age = 7 where id between 1 and 1000;

--# none | | a row that is missing
insert into team (id, label) select 5, 'five' where not exists (select 1 from team where id = 5);

--# none | | rows with values
insert into team (id, label) values (6, 'six'), (7, 'from member; select') on conflict do nothing;

--# none | out | batches that commit
do $$ begin loop
    update member set age = 0 where id in (select id from member where age is null limit 2000);
    exit when not found;
    commit;
end loop; end $$;

--# none | out | a value of an enum
alter type mood add value if not exists 'calm';

--# none | | an escape string and a dollar
insert into team values (8, E'it\'s; drop table team'), (10, $q$ truncate team; $q$) on conflict do nothing;

--# none | out | plain upkeep
vacuum (analyze) member;

--# none | | statistics
analyze member;

--# none | | rights
grant select on member to public;

--# none | contract | a column that nobody uses any more
alter table member drop column bio;

--# none | contract | a table that nobody uses any more
drop table counted;

--# none | | settings of a table
alter table member set (autovacuum_vacuum_scale_factor = 0.05);

--# none | out | a partition detached beside its readers
alter table event detach partition event_2025 concurrently;

--# none | mariadb | in place
alter table member add column level int, algorithm=instant;

--# none | mariadb | a varchar that stays short
alter table member modify column nick varchar(60), algorithm=inplace, lock=none;

--# none | mariadb | strings and comments of its own
# drop table member
insert into team values (1, "it's; drop table team"), (2, 'a \'quoted\' one; truncate team');

--# none | mariadb | a procedure with a body
create procedure wipe() begin if 1 = 1 then delete from member; end if; update member set age = 1; end;
