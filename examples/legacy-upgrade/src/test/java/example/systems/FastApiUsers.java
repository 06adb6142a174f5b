package example.systems;

import java.util.List;

/** FastAPI Users on SQLAlchemy, the table named as its guide's example with a plural. */
final class FastApiUsers implements OldSystem {

    @Override
    public String preset() {
        return "fastapi-users";
    }

    @Override
    public List<String> formats() {
        return List.of("argon2id", "bcrypt");
    }

    @Override
    public List<String> schema(Home home) {
        return List.of(
                "create table users (id " + home.either("uuid", "char(36)")
                        + " not null, email varchar(320) not null, hashed_password varchar(1024) not null, is_active"
                        + " boolean not null, is_superuser boolean not null, is_verified boolean not null, primary key"
                        + " (id))",
                "create unique index ix_users_email on users (email)");
    }

    @Override
    public List<Write> joins(Person person, Home home) {
        OldHashes hashes = OldHashes.of(person);
        return List.of(Write.of(
                "insert into users (id, email, hashed_password, is_active, is_superuser, is_verified) values (?, ?, ?,"
                        + " ?, ?, ?)",
                id(person, home),
                person.email(),
                person.format().equals("bcrypt") ? hashes.bcrypt("2b", 12) : hashes.argon2(65536, 3, 4),
                person.open(),
                false,
                person.number() % 2 == 0));
    }

    private static Object id(Person person, Home home) {
        return home == Home.POSTGRES ? person.id() : person.id().toString();
    }

    @Override
    public List<Write> goesOn(Person person, Home home) {
        return List.of(Write.of("update users set is_verified = ? where id = ?", true, id(person, home)));
    }

    @Override
    public String toString() {
        return "FastAPI Users";
    }
}
