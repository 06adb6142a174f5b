create extension if not exists citext;
create extension if not exists btree_gist;
create type "Rank" as enum ('Junior', 'Head; of "all"', 'it''s me');
create domain posint as int default 1 check (value > 0);
create type period as range (subtype = date);
create type place as (street varchar(80), zip char(5));
create function tidy(given text) returns text language plpgsql immutable as $$
begin
    -- two lines
    return lower(given) || '
';
end $$;
create table "user" (
    id int generated always as identity (start with 7 increment by 3) primary key,
    tenant uuid not null default '00000000-0000-0000-0000-000000000001',
    email varchar(200) collate "C" not null,
    nick citext,
    "First Name" varchar(40) default E'a\tb ''c'' ${name}',
    password varchar(100) not null,
    "Rank" "Rank" not null default 'Head; of "all"',
    seats posint not null default 2,
    stay period,
    home place,
    tidied text generated always as (tidy(email)) stored,
    tags text[] not null default array['a', 'b;c'],
    room int,
    during tstzrange,
    boss int references "user" (id) deferrable initially deferred,
    constraint "One per tenant" unique (tenant, email) deferrable initially deferred,
    constraint booked exclude using gist (room with =, during with &&) where (room is not null),
    constraint seats_fit check (seats < 10) not valid
);
create unique index live_nick on "user" (lower(nick::text)) where room is null;
create index tags_in on "user" using gin (tags);
insert into "user" (email, nick, password) values ('ana@example.org', 'Ana', 'x');
