package example.systems;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Spring Security's default schema: the user name is the key. */
final class SpringSecurity implements OldSystem {

    @Override
    public String preset() {
        return "spring-security";
    }

    @Override
    public List<String> formats() {
        List<String> cheap = Collections.nCopies(20, List.of("bcrypt", "argon2", "noop")).stream()
                .flatMap(List::stream)
                .toList();
        return Stream.concat(cheap.stream(), Stream.of("pbkdf2")).toList();
    }

    @Override
    public List<String> schema(Home home) {
        return List.of(
                "create table users (username varchar(50) not null primary key, password varchar(500) not null, enabled"
                        + " boolean not null)",
                "create table authorities (username varchar(50) not null, authority varchar(50) not null, constraint"
                        + " fk_authorities_users foreign key (username) references users (username))",
                "create unique index ix_auth_username on authorities (username, authority)");
    }

    @Override
    public List<Write> joins(Person person, Home home) {
        return List.of(
                Write.of(
                        "insert into users (username, password, enabled) values (?, ?, ?)",
                        person.username(),
                        hash(person),
                        person.open()),
                Write.of(
                        "insert into authorities (username, authority) values (?, ?)", person.username(), "ROLE_USER"));
    }

    private static String hash(Person person) {
        OldHashes hashes = OldHashes.of(person);
        return switch (person.format()) {
            case "bcrypt" -> "{bcrypt}" + hashes.bcrypt("2a", 10);
            case "argon2" -> "{argon2@SpringSecurity_v5_8}" + hashes.argon2(16384, 2, 1);
            case "pbkdf2" -> "{pbkdf2@SpringSecurity_v5_8}" + hashes.springPbkdf2();
            default -> "{noop}" + person.password();
        };
    }

    @Override
    public List<Write> goesOn(Person person, Home home) {
        return List.of(
                Write.of("update users set enabled = ? where username = ?", true, person.username()),
                Write.of(
                        "insert into authorities (username, authority) values (?, ?)",
                        person.username(),
                        "ROLE_EDITOR"));
    }

    @Override
    public String login(Person person) {
        return person.username();
    }

    @Override
    public String toString() {
        return "Spring Security";
    }
}
