package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Whole user tables written by old systems, with the passwords their users type. */
class LegacyUsersTest {

    /** Set to check every costly hash, not every sixth. */
    private static final boolean HEAVY = Boolean.getBoolean("lockstile.heavy");

    private static final Pattern COSTLY =
            Pattern.compile("1000000|[0-9]{2}0000\\$|2[aby]\\$1[0-9]|m=102400|m=65536|16384");

    private final Passwords passwords = Passwords.of(PasswordFixture.cheap());

    @Test
    void everybody_of_the_jb_table_with_a_whole_hash_gets_in() throws IOException {
        List<Map<String, String>> people = csv("jb_drf_auth");
        Map<String, String> hashes = hashes("jb_drf_auth", "authentication_user", "password");
        people.removeIf(person -> !person.get("hash_intact").equals("yes"));
        assertThat(refused(people, hashes, ImportHints.of("django").cutAt72())).isEmpty();
        assertThat(people).hasSizeGreaterThan(250);
    }

    @Test
    void everybody_of_the_django_table_with_a_password_gets_in() throws IOException {
        List<Map<String, String>> people = csv("django_otp");
        Map<String, String> hashes = hashes("django_otp", "auth_user", "password");
        people.removeIf(person -> person.get("why").equals("no usable password"));
        assertThat(refused(people, hashes, ImportHints.of("django").cutAt72())).isEmpty();
        assertThat(people).hasSizeGreaterThan(250);
    }

    @Test
    void everybody_of_the_two_fastapi_tables_with_a_whole_hash_gets_in() throws IOException {
        for (String table : List.of("users", "fu_users")) {
            List<Map<String, String>> people = csv("fastapi_users");
            Map<String, String> hashes = hashes("fastapi_users", table, "hashed_password");
            people.removeIf(person -> !person.get("table").equals(table)
                    || !person.get("hash_matches").equals("yes"));
            assertThat(refused(
                            people,
                            hashes,
                            ImportHints.of("passlib", "argon2_phc", "bcrypt").cutAt72()))
                    .isEmpty();
            assertThat(people).isNotEmpty();
        }
    }

    /** Who is kept out with the right password, or let in with a wrong one. */
    private List<String> refused(List<Map<String, String>> people, Map<String, String> hashes, ImportHints hints) {
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Map<String, String> person = people.get(i);
            String old = hashes.get(person.get("id"));
            if (COSTLY.matcher(old).find() && i % 6 != 0 && !HEAVY) {
                continue;
            }
            ImportOutcome outcome = passwords.formats().importable(old, hints);
            String password = person.get("password");
            boolean right = check(outcome.stored(), password);
            boolean wrong = i % 20 == 0 && check(outcome.stored(), "x" + password);
            if (!right || wrong) {
                refused.add(person.get("id") + " " + person.get("hasher") + " " + outcome);
            }
        }
        return refused;
    }

    private boolean check(String stored, String password) {
        return passwords.hasher().check(stored, Secret.of(password)).matches();
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(LegacyUsersTest.class.getResourceAsStream("/legacy/" + name), name);
    }

    private static Map<String, String> hashes(String system, String table, String column) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        try (BufferedReader dump = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file(system + ".pg.sql.gz")), StandardCharsets.UTF_8))) {
            int at = -1;
            for (String line = dump.readLine(); line != null; line = dump.readLine()) {
                if (line.startsWith("COPY public." + table + " (")) {
                    String columns = line.substring(line.indexOf('(') + 1, line.indexOf(')'));
                    at = List.of(columns.split(", ")).indexOf(column);
                } else if (line.equals("\\.")) {
                    at = -1;
                } else if (at >= 0) {
                    String[] fields = line.split("\t", -1);
                    hashes.put(fields[0], fields[at]);
                }
            }
        }
        return hashes;
    }

    private static List<Map<String, String>> csv(String system) throws IOException {
        List<List<String>> rows;
        try (InputStream table = file(system + ".credentials.csv")) {
            rows = parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<Map<String, String>> people = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> person = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                person.put(rows.get(0).get(i), row.get(i));
            }
            people.add(person);
        }
        return people;
    }

    private static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(field.toString().replaceAll("\r$", ""));
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        return rows;
    }
}
