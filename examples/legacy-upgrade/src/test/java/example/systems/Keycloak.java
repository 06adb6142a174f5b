package example.systems;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Keycloak's own tables: people, their credentials and their roles. */
final class Keycloak implements OldSystem {

    private static final String REALM = "5f0f6a1e-6f0c-4d0b-9d49-0a4c1f6c9e11";

    @Override
    public String preset() {
        return "keycloak";
    }

    @Override
    public List<String> formats() {
        return List.of("argon2", "pbkdf2-sha512", "pbkdf2-sha256");
    }

    /** It folds no name: its own change sets write them in capitals, which MariaDB keeps. */
    private static String name(String name, Home home) {
        return home == Home.POSTGRES ? name : name.toUpperCase(Locale.ROOT);
    }

    @Override
    public List<String> schema(Home home) {
        String bool = home.either("boolean default false not null", "bit(1) not null default b'0'");
        String users = name("user_entity", home);
        String credentials = name("credential", home);
        String roles = name("user_role_mapping", home);
        List<String> statements = List.of(
                "create table " + users + " (id varchar(36) not null, email varchar(255), email_constraint"
                        + " varchar(255), email_verified " + bool + ", enabled " + bool
                        + ", federation_link varchar(255), first_name varchar(255), last_name varchar(255), realm_id"
                        + " varchar(255), username varchar(255), created_timestamp bigint, service_account_client_link"
                        + " varchar(255), not_before integer default 0 not null, constraint constraint_fb primary key"
                        + " (id))",
                "alter table " + users + " add constraint uk_dykn684sl8up1crfei6eckhd7 unique (realm_id,"
                        + " email_constraint)",
                "alter table " + users + " add constraint uk_ru8tt6t700s9v50bu18ws5ha6 unique (realm_id, username)",
                "create index idx_user_email on " + users + " (email)",
                "create table " + credentials + " (id varchar(36) not null, salt " + home.either("bytea", "tinyblob")
                        + ", type varchar(255), user_id varchar(36), created_date bigint, user_label varchar(255),"
                        + " secret_data " + home.either("text", "longtext") + ", credential_data "
                        + home.either("text", "longtext") + ", priority integer, version integer default 0, constraint"
                        + " constraint_f primary key (id), constraint fk_pfyr0glasqyl0dei3kl69r6v0 foreign key (user_id)"
                        + " references " + users + " (id))",
                "create index idx_user_credential on " + credentials + " (user_id)",
                "create table " + roles + " (role_id varchar(255) not null, user_id varchar(36) not null, constraint"
                        + " constraint_c primary key (role_id, user_id), constraint fk_c4fqv34p1mbylloxang7b1q3l foreign"
                        + " key (user_id) references " + users + " (id))");
        return statements;
    }

    @Override
    public List<Write> joins(Person person, Home home) {
        return List.of(
                Write.of(
                        "insert into " + name("user_entity", home)
                                + " (id, email, email_constraint, email_verified, enabled, first_name, last_name,"
                                + " realm_id, username, created_timestamp, not_before) values (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?, ?)",
                        person.id().toString(),
                        person.email(),
                        person.email(),
                        person.number() % 2 == 0,
                        person.open(),
                        person.first(),
                        person.last(),
                        REALM,
                        person.username(),
                        1_600_000_000_000L + person.number() * 1000L,
                        0),
                credential(person, home),
                Write.of(
                        "insert into " + name("user_role_mapping", home) + " (role_id, user_id) values (?, ?)",
                        "default-roles",
                        person.id().toString()));
    }

    private static Write credential(Person person, Home home) {
        OldHashes hashes = OldHashes.of(person);
        String[] data = switch (person.format()) {
            case "argon2" -> hashes.keycloakArgon2();
            case "pbkdf2-sha512" -> hashes.keycloakPbkdf2("512", 210_000);
            default -> hashes.keycloakPbkdf2("256", 27_500);
        };
        return Write.of(
                "insert into " + name("credential", home)
                        + " (id, type, user_id, created_date, secret_data, credential_data, priority, version) values"
                        + " (?, ?, ?, ?, ?, ?, ?, ?)",
                new UUID(7, person.number()).toString(),
                "password",
                person.id().toString(),
                1_600_000_000_000L,
                data[0],
                data[1],
                10,
                0);
    }

    @Override
    public List<Write> goesOn(Person person, Home home) {
        return List.of(
                Write.of(
                        "update " + name("user_entity", home) + " set first_name = ?, not_before = ? where id = ?",
                        person.first() + " M.",
                        1_700_000_000,
                        person.id().toString()),
                Write.of(
                        "insert into " + name("user_role_mapping", home) + " (role_id, user_id) values (?, ?)",
                        "offline-access",
                        person.id().toString()));
    }

    @Override
    public String toString() {
        return "Keycloak";
    }
}
