package dev.lockstile.auth.cutover.migration;

import java.util.List;

/**
 * A person in the tables of each known system, as its public definition makes them, and the names that open it there.
 */
enum OldSystems {
    DEVISE(
            "devise",
            List.of("Ana.Devise@Acme.Example", "ana.devise@acme.example"),
            Passwords.RIVER,
            "create table users (id bigint primary key, email varchar(255), encrypted_password varchar(255), confirmed_at"
                    + " timestamp, created_at timestamp);\n"
                    + "insert into users values (1, 'ana.devise@acme.example', '" + Passwords.BCRYPT
                    + "', timestamp '2024-01-01 00:00:00', timestamp '2024-01-01 00:00:00');\n"),
    LARAVEL(
            "laravel",
            List.of("ana@acme.example", "ANA@ACME.EXAMPLE"),
            Passwords.RIVER,
            "create table users (id bigint primary key, name varchar(255), email varchar(255), password varchar(255));\n"
                    + "insert into users values (1, 'Ana', 'Ana@Acme.Example', '" + Passwords.BCRYPT + "');\n"),
    SPRING(
            "spring-security",
            List.of("Ana", "ana"),
            Passwords.RIVER,
            "create table users (username varchar(50) primary key, password varchar(500), enabled boolean);\n"
                    + "insert into users values ('Ana', '{bcrypt}" + Passwords.BCRYPT + "', true);\n"),
    KEYCLOAK(
            "keycloak",
            List.of("ana", "Ana", "ana@acme.example"),
            "temp-river-8821",
            "create table user_entity (id varchar(36) primary key, username varchar(255), email varchar(255),"
                    + " email_verified boolean, enabled boolean, realm_id varchar(255));\n"
                    + "create table credential (id varchar(36) primary key, user_id varchar(36), type varchar(255),"
                    + " secret_data varchar, credential_data varchar, priority int);\n"
                    + "insert into user_entity values ('k6', 'ana', 'ana@acme.example', true, true, 'r1');\n"
                    + "insert into credential values ('c6', 'k6', 'password', '" + Passwords.KEYCLOAK_SECRET
                    + "', '{\"hashIterations\": 2000, \"algorithm\": \"pbkdf2-sha512\", \"additionalParameters\": {}}',"
                    + " 10);\n"),
    AUTH_JS(
            "authjs",
            List.of("ana@acme.example", "Ana@acme.example"),
            Passwords.RIVER,
            "create table \"User\" (id varchar(36) primary key, name varchar, email varchar, \"emailVerified\" timestamp,"
                    + " password varchar);\n"
                    + "insert into \"User\" values ('a', 'Ana', 'ana@acme.example', null, '" + Passwords.BCRYPT
                    + "');\n"),
    WORDPRESS(
            "wordpress",
            List.of("Ana.Login", "ana.login", "ana@acme.example", "Ana@Acme.Example"),
            "plain-river-2288",
            "create table wp_users (\"ID\" bigint primary key, user_login varchar(60), user_pass varchar(255), user_email"
                    + " varchar(100), user_registered timestamp, display_name varchar(250));\n"
                    + "insert into wp_users values (6, 'Ana.Login', '" + Passwords.WORDPRESS
                    + "', 'ana@acme.example', timestamp '2020-01-01 00:00:00', 'Ana');\n"),
    ASP_NET(
            "aspnet-identity",
            List.of("Jos\u00e9", "jos\u00e9", "JOS\u00c9", "ana@acme.example", "+525511112222"),
            Passwords.RIVER,
            "create table \"AspNetUsers\" (\"Id\" varchar(36) primary key, \"UserName\" varchar, \"NormalizedUserName\""
                    + " varchar, \"Email\" varchar, \"NormalizedEmail\" varchar, \"EmailConfirmed\" boolean,"
                    + " \"PasswordHash\" varchar, \"PhoneNumber\" varchar, \"PhoneNumberConfirmed\" boolean);\n"
                    + "insert into \"AspNetUsers\" values ('p0', 'Jos\u00e9', 'JOS\u00c9', 'Ana@acme.example',"
                    + " 'ANA@ACME.EXAMPLE', true, '" + Passwords.ASP_NET + "', '+52 1 55 1111\u20112222', true);\n"),
    DJANGO(
            "django",
            List.of("Ana", "ana", "ana@acme.example"),
            "old-harbour-4417",
            "create table auth_user (id int primary key, password varchar(128), username varchar(150), email"
                    + " varchar(254), is_active boolean, date_joined timestamptz);\n"
                    + "insert into auth_user values (1, '" + Passwords.DJANGO
                    + "', 'Ana', 'ana@acme.example', true, timestamp '2020-01-01 00:00:00');\n"),
    FASTAPI(
            "fastapi-users",
            List.of("ana@acme.example", "ANA@acme.example"),
            Passwords.RIVER,
            "create table \"user\" (id int primary key, email varchar, hashed_password varchar, is_active boolean,"
                    + " is_verified boolean);\n"
                    + "insert into \"user\" values (1, 'ana@acme.example', '" + Passwords.BCRYPT
                    + "', true, false);\n"),
    JB(
            "jb-drf-auth",
            List.of("ana@acme.example", "+525512345678", "Ana"),
            "old-harbour-4417",
            "create table a_user (id bigint primary key, password varchar, username varchar, email varchar, phone"
                    + " varchar, is_active boolean, is_verified boolean, deleted timestamptz, date_joined"
                    + " timestamptz);\n"
                    + "create table a_profile (id bigint primary key, user_id bigint, is_default boolean, is_active"
                    + " boolean, role varchar, deleted timestamptz);\n"
                    + "insert into a_user values (1, '" + Passwords.DJANGO
                    + "', 'ana', 'ana@acme.example', '+5215512345678', true, true, null,"
                    + " timestamp '2020-01-01 00:00:00');\n");

    /** The name of the preset. */
    final String preset;

    /** What the person types. */
    final List<String> names;

    final String password;

    /** Makes the tables and the row. */
    final String script;

    OldSystems(String preset, List<String> names, String password, String script) {
        this.preset = preset;
        this.names = names;
        this.password = password;
        this.script = script;
    }

    private static final class Passwords {

        static final String RIVER = "river-lamp-5521";
        static final String BCRYPT = "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea";
        static final String WORDPRESS = "$wp$2y$05$abcdefghijklmnopqrstuu3j1XkjRKnvBo.FCA23sYhQ7eUunbQaO";
        static final String ASP_NET =
                "AQAAAAEAAAPoAAAAEDAxMjM0NTY3ODlhYmNkZWZh6FhWudKN5Bg+cphIbdvC7d7sIyooFaCAN33EmNa//w==";
        static final String DJANGO = "pbkdf2_sha256$1000$salt$2jVcQ+FYz6CUUZescFLdklBuHM9H4ZaaEVKdWCrRNcM=";
        static final String KEYCLOAK_SECRET =
                "{\"value\": \"inS/8A+N9noW479XF+qpFf+YdbcUk9zUTk8paoZormiQ2+zHh1zwnHPcdnSgQ"
                        + "A35Icbca4+l0fM2K05ZKhCOFw==\", \"salt\": \"MDEyMzQ1Njc4OWFiY2RlZg==\", \"additionalParameters\": {}}";

        private Passwords() {}
    }
}
