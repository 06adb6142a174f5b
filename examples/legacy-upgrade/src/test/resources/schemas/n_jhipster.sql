create extension if not exists pgcrypto;
create sequence sequence_generator start with 1050 increment by 50;
create table jhi_user (id bigint not null constraint jhi_user_pkey primary key, login varchar(50) not null constraint ux_user_login unique, password_hash varchar(60) not null, first_name varchar(50), last_name varchar(50), email varchar(191) constraint ux_user_email unique, image_url varchar(256), activated boolean not null, lang_key varchar(10), activation_key varchar(20), reset_key varchar(20), created_by varchar(50) not null, created_date timestamp, reset_date timestamp, last_modified_by varchar(50), last_modified_date timestamp);
create table jhi_authority (name varchar(50) not null primary key, created_by varchar(50));
create table jhi_user_authority (user_id bigint not null references jhi_user (id), authority_name varchar(50) not null references jhi_authority (name), primary key (user_id, authority_name));
insert into jhi_authority (name) values ('ROLE_ADMIN'), ('ROLE_USER');
insert into jhi_user (id, login, password_hash, email, activated, lang_key, created_by, created_date) select i, 'u' || i, crypt('Plum-harbour-4417', gen_salt('bf', 4)), 'u' || i || '@ex.org', i % 7 > 0, 'en', 'system', now() from generate_series(1, 60) i;
insert into jhi_user_authority select id, 'ROLE_USER' from jhi_user;
