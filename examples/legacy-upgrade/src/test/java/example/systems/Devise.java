package example.systems;

import java.util.List;

/** Rails with Devise: database authenticatable, recoverable, rememberable, trackable, confirmable, lockable. */
final class Devise implements OldSystem {

    @Override
    public String preset() {
        return "devise";
    }

    @Override
    public List<String> formats() {
        return List.of("bcrypt");
    }

    @Override
    public List<String> schema(Home home) {
        String key = home.either("bigserial primary key", "bigint not null auto_increment primary key");
        String text = home.either("character varying", "varchar(255)");
        String time = home.either("timestamp(6) without time zone", "datetime(6)");
        return List.of(
                "create table users (id " + key + ", email " + text + " default '' not null, encrypted_password " + text
                        + " default '' not null, reset_password_token " + text + ", reset_password_sent_at " + time
                        + ", remember_created_at " + time + ", sign_in_count integer default 0 not null,"
                        + " current_sign_in_at " + time + ", last_sign_in_at " + time + ", current_sign_in_ip " + text
                        + ", last_sign_in_ip " + text + ", confirmation_token " + text + ", confirmed_at " + time
                        + ", confirmation_sent_at " + time + ", unconfirmed_email " + text
                        + ", failed_attempts integer default 0 not null, unlock_token " + text + ", locked_at " + time
                        + ", created_at " + time + " not null, updated_at " + time + " not null)",
                "create unique index index_users_on_email on users (email)",
                "create unique index index_users_on_reset_password_token on users (reset_password_token)",
                "create unique index index_users_on_confirmation_token on users (confirmation_token)",
                "create unique index index_users_on_unlock_token on users (unlock_token)",
                "create table schema_migrations (version varchar(191) not null primary key)",
                "create table ar_internal_metadata (`key` varchar(191) not null primary key, value varchar(255),"
                                .replace("`", home.either("\"", "`"))
                        + " created_at " + time + " not null, updated_at " + time + " not null)");
    }

    @Override
    public List<Write> joins(Person person, Home home) {
        return List.of(Write.of(
                "insert into users (email, encrypted_password, confirmation_token, confirmed_at, confirmation_sent_at,"
                        + " created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?)",
                person.email(),
                OldHashes.of(person).bcrypt("2a", 12),
                "token-" + person.number(),
                person.open() ? person.joined().plusHours(1) : null,
                person.joined(),
                person.joined(),
                person.joined()));
    }

    @Override
    public List<Write> goesOn(Person person, Home home) {
        return List.of(
                Write.of(
                        "update users set sign_in_count = sign_in_count + 1, last_sign_in_at = current_sign_in_at,"
                                + " current_sign_in_at = ?, current_sign_in_ip = ?, updated_at = ? where email = ?",
                        person.joined().plusYears(1),
                        "192.0.2.17",
                        person.joined().plusYears(1),
                        person.email()),
                Write.of(
                        "update users set reset_password_token = ?, reset_password_sent_at = ? where email = ?",
                        "reset-" + person.number(),
                        person.joined().plusYears(2),
                        person.email()));
    }

    @Override
    public String toString() {
        return "Devise";
    }
}
