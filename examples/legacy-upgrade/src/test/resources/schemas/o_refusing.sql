create table users (id bigserial primary key, email varchar(200) not null unique, password varchar(100) not null, "Country" char(2) not null, slug text not null unique);
create function look() returns trigger language plpgsql as $$ begin if new."Country" !~ '^[A-Z]{2}$' then raise exception 'no country %', new."Country"; end if; return new; end $$;
create trigger looked before insert or update of "Country" on users for each row execute function look();
insert into users (email, password, "Country", slug) select 'u' || i || '@ex.org', 'x', 'FR', 's' || i from generate_series(1, 20) i;
