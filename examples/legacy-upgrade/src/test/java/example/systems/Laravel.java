package example.systems;

import java.util.List;

/** Laravel's own users, sessions and reset tokens. */
final class Laravel implements OldSystem {

    @Override
    public String preset() {
        return "laravel";
    }

    @Override
    public List<String> formats() {
        return List.of("bcrypt", "bcrypt", "argon2id");
    }

    @Override
    public List<String> schema(Home home) {
        String key = home.either("bigserial primary key", "bigint unsigned not null auto_increment primary key");
        String time = home.either("timestamp(0) without time zone", "timestamp null");
        return List.of(
                "create table users (id " + key + ", name varchar(255) not null, email varchar(255) not null,"
                        + " email_verified_at " + time
                        + ", password varchar(255) not null, remember_token varchar(100),"
                        + " created_at " + time + ", updated_at " + time + ")",
                "alter table users add constraint users_email_unique unique (email)",
                "create table password_reset_tokens (email varchar(255) not null primary key, token varchar(255) not"
                        + " null, created_at " + time + ")",
                "create table sessions (id varchar(255) not null primary key, user_id "
                        + home.either("bigint", "bigint unsigned")
                        + ", ip_address varchar(45), user_agent text, payload text not null, last_activity integer not"
                        + " null)",
                "create index sessions_user_id_index on sessions (user_id)");
    }

    @Override
    public List<Write> joins(Person person, Home home) {
        OldHashes hashes = OldHashes.of(person);
        return List.of(Write.of(
                "insert into users (name, email, email_verified_at, password, created_at, updated_at) values (?, ?, ?,"
                        + " ?, ?, ?)",
                person.name(),
                person.email(),
                person.open() ? person.joined().plusMinutes(9) : null,
                person.format().equals("bcrypt") ? hashes.bcrypt("2y", 12) : hashes.argon2(65536, 4, 1),
                person.joined(),
                person.joined()));
    }

    @Override
    public List<Write> goesOn(Person person, Home home) {
        return List.of(
                Write.of(
                        "update users set remember_token = ?, updated_at = ? where email = ?",
                        "remember-" + person.number(),
                        person.joined().plusYears(1),
                        person.email()),
                Write.of(
                        "insert into password_reset_tokens (email, token, created_at) values (?, ?, ?)",
                        person.email(),
                        "reset-" + person.number() + "-" + person.id(),
                        person.joined().plusYears(1)));
    }

    /** It lets in people without a proven address, too. */
    @Override
    public boolean lets(Person person) {
        return true;
    }

    @Override
    public String toString() {
        return "Laravel";
    }
}
