-- Statements on tables in use, with what PostgreSQL does for them: the strongest lock of a table, and its work there
-- (none, read: every row, rewrite). Head:  --# RULES | LOCK | WORK | what it shows

--# S3 | Share | read | a plain index
create index ix_size on item (size);

--# S3 | Share | read | a plain index on a partitioned table
create index ix_when on event (happened);

--# none | Share | none | the index of a partitioned table alone
create index ix_when on only event (happened);

--# none | none | none | an index joined to that of the partitioned table
alter index ix_event attach partition ix_event_2025;

--# none | AccessExclusive | none | a key from an index of a mandatory column
alter table keyless add constraint keyless_pkey primary key using index uq_keyless;

--# S6 | AccessExclusive | read | a key from an index of a column that may be empty
alter table keyless add constraint keyless_pkey primary key using index uq_other;

--# none | AccessExclusive | none | a unique constraint from an index
alter table keyless add constraint uq unique using index uq_other;

--# S15 | AccessExclusive | none | row level security without a policy
alter table item enable row level security;

--# S15 | AccessExclusive | none | row level security of the owner without a policy
alter table item force row level security;

--# none | AccessExclusive | none | row level security behind its policy
alter table guarded enable row level security;

--# none | AccessExclusive | none | a policy
create policy of_owner on item using (owner_id = 1);

--# S15 | AccessExclusive | none | a policy dropped
drop policy by_tenant on guarded;

--# none | AccessExclusive | none | NOT NULL on what is so
alter table item alter column no set not null;

--# none | AccessExclusive | none | NOT NULL on the key
alter table item alter column id set not null;

--# none | AccessExclusive | none | NOT NULL on what a check of the table proves
alter table item alter column note set not null;

--# S6 | AccessExclusive | read | NOT NULL on what may be empty
alter table item alter column size set not null;

--# S6 | AccessExclusive | read | NOT NULL on several, of which one is so
alter table item alter column no set not null, alter column size set not null;

--# none | AccessExclusive | none | NOT NULL lifted
alter table item alter column no drop not null;

--# none | AccessExclusive | none | a domain to its base
alter table item alter column said type text;

--# none | AccessExclusive | none | a domain with a check to its base
alter table item alter column points type int;

--# none | AccessExclusive | none | a text to a domain without a check
alter table item alter column code type words;

--# S9 | AccessExclusive | read | the type of a column that a check names
alter table item alter column note type words;

--# S9 | AccessExclusive | rewrite | a number to a domain with a check
alter table item alter column size type score;

--# S9 | AccessExclusive | rewrite | a number to a larger one
alter table item alter column size type bigint;

--# S9 | AccessExclusive | rewrite | a domain to another type than its base
alter table item alter column points type bigint;

--# none | AccessExclusive | none | a longer text
alter table item alter column code type varchar(40);

--# none | AccessExclusive | none | a text without a bound
alter table item alter column code type varchar;

--# S9 | AccessExclusive | rewrite | a shorter text
alter table item alter column code type varchar(10);

--# none | AccessExclusive | none | a wider number
alter table item alter column amount type numeric(12, 2);

--# S9 | AccessExclusive | rewrite | a number of another scale
alter table item alter column amount type numeric(12, 3);

--# S9 | AccessExclusive | rewrite | a time gets its zone
alter table item alter column made type timestamp with time zone;

--# none | AccessExclusive | none | a network to an address
alter table item alter column net type inet;

--# S9 | AccessExclusive | rewrite | an enum to a text
alter table item alter column mood type text;

--# S9 | AccessExclusive | rewrite | a type by an expression
alter table item alter column size type int using size + 1;

--# none | AccessExclusive | none | the same type again
alter table item alter column size type integer;

--# none | AccessExclusive | none | a column with a constant default
alter table item add column level int not null default 0;

--# none | AccessExclusive | none | a column of a domain without a check
alter table item add column motto words;

--# S5 | AccessExclusive | rewrite | a column with a default that differs by row
alter table item add column ref uuid default gen_random_uuid();

--# S5 | AccessExclusive | rewrite | a stored generated column
alter table item add column loud text generated always as (upper(code)) stored;

--# S5 | AccessExclusive | rewrite | an identity column
alter table item add column counter bigint generated always as identity;

--# S7 | AccessExclusive | read | a column with a check
alter table item add column stars int check (stars < 6);

--# S7 | AccessExclusive | read | a check that is verified at once
alter table item add constraint small check (size < 100);

--# none | AccessExclusive | none | a check that is not
alter table item add constraint small check (size < 100) not valid;

--# S7 | ShareRowExclusive | read | a foreign key that is verified at once
alter table item add constraint fk_owner foreign key (owner_id) references owner (id);

--# none | ShareRowExclusive | none | a foreign key that is not
alter table item add constraint fk_owner foreign key (owner_id) references owner (id) not valid;

--# S8 | AccessExclusive | read | a unique constraint
alter table item add constraint uq_no unique (no);

--# S8 | AccessExclusive | read | a primary key
alter table keyless add primary key (id);

--# S26 | AccessExclusive | read | an exclusion constraint
alter table item add constraint alone exclude using gist (stay with &&);

--# none | AccessExclusive | none | a default set
alter table item alter column size set default 1;

--# none | AccessExclusive | none | a mandatory column gets an identity
alter table item alter column no add generated by default as identity;

--# none | AccessExclusive | none | a generated column becomes a plain one
alter table item alter column twice drop expression;

--# none | ShareUpdateExclusive | none | statistics
alter table item alter column size set statistics 500;

--# none | AccessExclusive | none | the storage of a column
alter table item alter column note set storage external;

--# none | ShareUpdateExclusive | none | parameters of the vacuum
alter table item set (autovacuum_vacuum_scale_factor = 0.01);

--# S28 | AccessExclusive | rewrite | a table without a log
alter table item set unlogged;

--# none | AccessExclusive | none | what identifies a row for replicas
alter table item replica identity full;

--# none | AccessExclusive | none | another owner
alter table item owner to current_user;

--# none | ShareRowExclusive | none | a trigger
create trigger noted after insert on item for each row execute function note_it();

--# none | ShareUpdateExclusive | none | extended statistics
create statistics sized (dependencies) on no, size from item;

--# none | ShareUpdateExclusive | none | a comment
comment on column item.size is 'in cm';

--# none | AccessExclusive | none | a constraint renamed
alter table item rename constraint note_set to note_there;

--# S13 | AccessExclusive | none | a column renamed
alter table item rename column size to width;

--# S3 | AccessExclusive | none | an index dropped
drop index ix_code;

--# S30 | AccessExclusive | read | a partition attached whose rows have to be read
alter table event attach partition event_2024 for values from ('2024-01-01') to ('2025-01-01');

--# none | AccessExclusive | none | a partition attached whose check proves its bounds
alter table event attach partition event_2023 for values from ('2023-01-01') to ('2024-01-01');

--# S30 | AccessExclusive | read | a partition attached that lacks an index
alter table event attach partition event_2022 for values from ('2022-01-01') to ('2023-01-01');

--# S30 | AccessExclusive | none | a partition detached
alter table event detach partition event_2025;

--# none | none | none | a new value of an enum
alter type mood add value 'calm';

--# S7 | Share | read | a check of a domain
alter domain words add constraint short check (length(value) < 100);

--# none | none | none | a check of a domain for new rows
alter domain words add constraint short check (length(value) < 100) not valid;

--# none | none | none | a default of a domain
alter domain words set default 'none';

--# S27 | AccessExclusive | none | an explicit lock
lock table item;

--# S29 | Share | read | an index built anew
reindex index ix_code;

--# none | RowExclusive | none | a row changed by its key
update item set size = 1 where id = 1;

--# none | RowExclusive | none | a row deleted by its key
delete from item where id = 1;

--# none | RowExclusive | none | rows deleted by their keys
delete from only item i where i.id = any (array[1, 2]);

--# none | RowExclusive | none | a row deleted by a key of two columns
delete from pair where b = 'one' and a = 1;

--# S16 S20 | RowExclusive | none | rows deleted by a part of their key
delete from pair where a > 0;

--# S16 | RowExclusive | read | all rows changed
update item set size = 1;

--# S16 S20 | RowExclusive | read | rows deleted by their keys and more
delete from item where id = 1 or size > 3;
