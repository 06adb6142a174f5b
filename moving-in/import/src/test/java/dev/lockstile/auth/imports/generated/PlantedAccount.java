package dev.lockstile.auth.imports.generated;

import dev.lockstile.auth.imports.support.OldDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row that an attacker plants.
 *
 * @param preset whose table it is
 * @param what is planted
 * @param table with its columns
 * @param rows with {@code :0} for the hash of the victim's password and {@code :1} for that of the planted one
 * @param kind what must hold
 */
record PlantedAccount(String preset, String what, String table, List<String> rows, Kind kind) {

    /** What must hold of a planted row. */
    enum Kind {
        /** The victim has no account there: the planted password ends with the victim's proof. */
        SQUATTED,
        /** The victim has an account there: the planted password opens nothing of it. */
        TWIN,
        /** The old system refuses the row: so does this one. */
        CLOSED
    }

    private static final String LARAVEL =
            "users (id int primary key, email varchar, password varchar, email_verified_at"
                    + " varchar, deleted_at varchar, banned_at varchar, created_at varchar)";
    private static final String AUTH_JS = "\"user\" (id int primary key, email varchar, password varchar, emailverified"
            + " varchar, banned varchar, banexpires varchar, twofactorenabled varchar, createdat varchar)";
    private static final String WORDPRESS = "wp_users (id int primary key, user_login varchar, user_pass varchar,"
            + " user_email varchar, spam varchar, deleted varchar, user_registered varchar)";
    private static final String ASP_NET =
            "aspnetusers (id int primary key, username varchar, email varchar, passwordhash"
                    + " varchar, emailconfirmed varchar, phonenumber varchar, phonenumberconfirmed varchar, lockoutend varchar,"
                    + " lockoutenabled varchar, isdeleted varchar)";

    static final List<PlantedAccount> ALL = Stream.of(laravel(), authJs(), wordPress(), aspNet())
            .flatMap(List::stream)
            .toList();

    private static List<PlantedAccount> laravel() {
        List<PlantedAccount> all = new ArrayList<>();
        for (String mark : List.of(
                "0001-01-01 00:00:00",
                "1753-01-01 00:00:00",
                "1899-12-30",
                "1900-01-01 00:00:00",
                "1969-12-31 18:00:00",
                "1970-01-01 01:00:00",
                "9999-12-31 23:59:59",
                "2024-02-30 00:00:00",
                "-62135596800",
                "infinity")) {
            all.add(new PlantedAccount(
                    "laravel",
                    "verified at " + mark,
                    LARAVEL,
                    List.of("1, 'ann@acme.example', ':1', '" + mark + "', null, null, '2019-01-01'"),
                    Kind.SQUATTED));
        }
        String victim = "2, 'ann@acme.example', ':0', '2024-01-01 00:00:00', null, null, '2023-01-01'";
        all.add(twin(
                "laravel",
                LARAVEL,
                "letter case",
                victim,
                "1, 'ANN@acme.example', ':1', null, null, null, '2019-01-01'"));
        all.add(twin(
                "laravel", LARAVEL, "spaces", victim, "1, ' ann@acme.example ', ':1', null, null, null, '2019-01-01'"));
        all.add(twin(
                "laravel",
                LARAVEL,
                "a full-width dot",
                victim,
                "1, 'ann@acme\u3002example', ':1', null, null, null, '2019-01-01'"));
        all.add(twin(
                "laravel",
                LARAVEL,
                "a deleted twin",
                victim,
                "1, 'Ann@acme.example', ':1', '2019-02-02', '2020-01-01', null, '2019-01-01'"));
        for (String ban : List.of("1900-01-01 00:00:00", "9999-12-31 00:00:00", "x", "1970-01-01 00:00:00")) {
            all.add(closed(
                    "laravel",
                    LARAVEL,
                    "banned at " + ban,
                    "1, 'ann@acme.example', ':1', null, null, '" + ban + "', '2019-01-01'"));
        }
        return all;
    }

    private static List<PlantedAccount> authJs() {
        List<PlantedAccount> all = new ArrayList<>();
        String victim = "2, 'ann@acme.example', ':0', 'true', 'false', null, 'false', '2023-01-01'";
        for (String mark : List.of("-1", "0.00", "FALSE\u00a0", "[NULL]", "b''\\x00''", "0x0", "2")) {
            all.add(new PlantedAccount(
                    "authjs",
                    "verified " + mark,
                    AUTH_JS,
                    List.of("1, 'ann@acme.example', ':1', '" + mark + "', 'false', null, 'false', '2019-01-01'"),
                    Kind.SQUATTED));
        }
        all.add(twin(
                "authjs",
                AUTH_JS,
                "an older unverified twin",
                victim,
                "1, 'Ann@ACME.example', ':1', 'no', 'false', null, 'false', '2009-01-01'"));
        all.add(twin(
                "authjs",
                AUTH_JS,
                "a banned verified twin",
                victim,
                "1, 'Ann@acme.example', ':1', 'true', 'true', null, 'false', '2009-01-01'"));
        for (String end : List.of("1970-01-01 00:00:00", "0001-01-01 00:00:00", "0", "never", "2999-01-01")) {
            all.add(closed(
                    "authjs",
                    AUTH_JS,
                    "banned until " + end,
                    "1, 'ann@acme.example', ':1', 'true', 'true', '" + end + "', 'false', '2019-01-01'"));
        }
        return all;
    }

    private static List<PlantedAccount> wordPress() {
        List<PlantedAccount> all = new ArrayList<>();
        String victim = "2, 'annie', ':0', 'ann@acme.example', '0', '0', '2019-01-01'";
        all.add(twin(
                "wordpress",
                WORDPRESS,
                "a login that is the victim's address",
                victim,
                "1, 'ann@acme.example', ':1', 'eve@evil.example', '0', '0', '2009-01-01'"));
        all.add(twin(
                "wordpress",
                WORDPRESS,
                "a login that is the address in capitals",
                victim,
                "3, 'ANN@ACME.EXAMPLE', ':1', null, '0', '0', '2009-01-01'"));
        all.add(new PlantedAccount(
                "wordpress",
                "an address of a person who is not there",
                WORDPRESS,
                List.of("1, 'eve', ':1', 'ann@acme.example', '0', '0', '2019-01-01'"),
                Kind.SQUATTED));
        for (String spam : List.of("1", "-1", "true", "x")) {
            all.add(closed(
                    "wordpress",
                    WORDPRESS,
                    "spam " + spam,
                    "1, 'eve', ':1', 'ann@acme.example', '" + spam + "', '0', '2019-01-01'"));
        }
        return all;
    }

    private static List<PlantedAccount> aspNet() {
        List<PlantedAccount> all = new ArrayList<>();
        String victim = "2, 'annie', 'ann@acme.example', ':0', 'True', null, 'False', null, 'True', 'False'";
        all.add(twin(
                "aspnet-identity",
                ASP_NET,
                "a user name that is the victim's address",
                victim,
                "1, 'ann@acme.example', null, ':1', 'True', null, 'False', null, 'True', 'False'"));
        all.add(twin(
                "aspnet-identity",
                ASP_NET,
                "the same unconfirmed address",
                victim,
                "1, 'eve', 'Ann@acme.example', ':1', 'False', null, 'False', null, 'True', 'False'"));
        all.add(new PlantedAccount(
                "aspnet-identity",
                "confirmed by minus one",
                ASP_NET,
                List.of("1, 'eve', 'ann@acme.example', ':1', '-1', null, 'False', null, 'True', 'False'"),
                Kind.SQUATTED));
        for (String end : List.of("9999-12-31 23:59:59.9999999 +00:00", "infinity", "2999-01-01", "soon")) {
            all.add(closed(
                    "aspnet-identity",
                    ASP_NET,
                    "locked out until " + end,
                    "1, 'eve', 'ann@acme.example', ':1', 'True', null, 'False', '" + end + "', 'True', 'False'"));
        }
        return all;
    }

    private static PlantedAccount twin(String preset, String table, String what, String victim, String row) {
        return new PlantedAccount(preset, what, table, List.of(row, victim), Kind.TWIN);
    }

    private static PlantedAccount closed(String preset, String table, String what, String row) {
        return new PlantedAccount(preset, what, table, List.of(row), Kind.CLOSED);
    }

    boolean victimIsThere() {
        return kind == Kind.TWIN;
    }

    boolean closed() {
        return kind == Kind.CLOSED;
    }

    /** The names that a person tries. */
    List<String> names() {
        return List.of("ann@acme.example", "Ann@acme.example", "annie", "eve", "eve@evil.example");
    }

    /** Writes the rows into an old database. */
    OldDatabase in(OldDatabase old) {
        String format = switch (preset) {
            case "wordpress" -> "phpass";
            case "aspnet-identity" -> "aspnet";
            default -> "bcrypt";
        };
        old.run("create table " + table);
        String name = table.substring(0, table.indexOf(' '));
        rows.forEach(row -> old.run("insert into " + name + " values ("
                + row.replace(":0'", KnownPasswords.in(format, 0) + "'")
                        .replace(":1'", KnownPasswords.in(format, 1) + "'")
                + ")"));
        return old;
    }

    @Override
    public String toString() {
        return preset + ": " + what;
    }
}
