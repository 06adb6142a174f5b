package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.CostlyRows;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The people of a real jb-drf-auth database, moved in, sign in over HTTP with the passwords they have: row by row as
 * the old server let them, better where it failed an honest person, and not where it admitted a user who must not get
 * in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LegacyUsersSignInContract {

    private static final String TWINS = "500: several accounts match, MultipleObjectsReturned";

    private final List<LegacyUser> users = LegacyUser.all();
    private final Map<String, Instant> created = new HashMap<>();
    private Application application;
    private Http http;

    /** The database of the new host, empty. */
    abstract Map<String, String> database(Path folder);

    @BeforeAll
    void readAges() throws SQLException {
        try (Connection old = DriverManager.getConnection(Holder.URL);
                Statement statement = old.createStatement();
                ResultSet rows = statement.executeQuery("select id, created from authentication_user")) {
            while (rows.next()) {
                created.put(rows.getString(1), rows.getTimestamp(2).toInstant());
            }
        }
    }

    @BeforeAll
    void moveIn(@TempDir Path folder) {
        Map<String, String> environment = new TreeMap<>(database(folder));
        environment.put("QUICKSTART_NAMING", "snake");
        environment.put("QUICKSTART_PORT", "0");
        environment.put("QUICKSTART_LIMITS", "off");
        environment.put("QUICKSTART_DATA", folder.resolve("data").toString());
        QuickstartSettings settings = QuickstartSettings.from(environment);
        try (Database database = Database.open(settings)) {
            assertThat(move(database).people().read()).isEqualTo(users.size());
        }
        application = Application.start(settings, QuickHashing::of);
        http = new Http(application.port());
    }

    @AfterAll
    void close() {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void every_row_signs_in_or_does_not_as_it_should() {
        Map<String, Integer> classes = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Set<Map<String, String>> chosen = Set.copyOf(
                CostlyRows.once(users.stream().map(LegacyUser::columns).toList()));
        for (LegacyUser user : users) {
            boolean expected = expected(user);
            classes.merge(user.get("why") + " -> " + (expected ? "in" : "not in"), 1, Integer::sum);
            if (!chosen.contains(user.columns())) {
                continue;
            }
            String password = user.get("password").isEmpty() ? "any-word-at-all-1" : user.get("password");
            int status = login(user.get("email"), password);
            if (status != (expected ? 200 : 401)) {
                wrong.add(user + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(classes)
                .containsEntry("ok -> in", 194)
                .containsEntry("DRF trims spaces around the typed password; the hash keeps them -> in", 10)
                .containsEntry("DRF trims spaces around the typed password; the hash keeps them -> not in", 1)
                .containsEntry("500: no default profile -> in", 7)
                .containsEntry(TWINS + " -> in", 4)
                .containsEntry(TWINS + " -> not in", 4)
                .containsEntry("algorithm gone in Django 5.2: crypt -> in", 1)
                .containsEntry("algorithm gone in Django 5.2: sha1 -> in", 1)
                .containsEntry("algorithm gone in Django 5.2: unsalted_md5 -> in", 1)
                .containsEntry("no usable password (OTP or social only) -> not in", 32)
                .containsEntry("Esta cuenta no esta verificada. -> not in", 21)
                .containsEntry("Esta cuenta esta inactiva. -> not in", 15)
                .containsEntry("Esta cuenta esta eliminada. -> not in", 1)
                .containsEntry("deleted (legacy server: 500: no default profile) -> not in", 6)
                .containsEntry(
                        "deleted; but the legacy server answered 200: safedelete save() clears `deleted` in memory"
                                + " while the hash is upgraded -> not in",
                        6);
    }

    @Test
    void nobody_signs_in_without_a_password() {
        assertThat(users.stream().filter(user -> user.get("password").isEmpty()))
                .hasSize(32)
                .allSatisfy(user -> assertThat(login(user.get("email"), "")).isIn(400, 401));
    }

    @Test
    void who_lost_a_shared_address_signs_in_by_what_is_left() {
        List<LegacyUser> losers = users.stream()
                .filter(user -> user.get("why").equals(TWINS) && !keepsAddress(user) && user.mayAct())
                .toList();
        assertThat(losers).hasSize(3);
        assertThat(losers)
                .allSatisfy(user -> assertThat(Stream.of(user.get("username"), user.get("phone"))
                                .filter(name -> !name.isEmpty())
                                .map(name -> login(name, user.get("password"))))
                        .contains(200));
    }

    @Test
    void nobody_signs_in_with_a_wrong_password() {
        List<LegacyUser> sample = users.stream()
                .filter(user -> Integer.parseInt(user.get("id")) % 15 == 0)
                .toList();
        assertThat(sample)
                .hasSizeGreaterThan(15)
                .allSatisfy(user -> assertThat(login(user.get("email"), user.get("password") + "x"))
                        .isEqualTo(401));
    }

    @Test
    void moving_in_again_changes_nothing() {
        application.close();
        try (Database database = Database.open(application.settings())) {
            ImportReport again = move(database);
            assertThat(again.people().in(State.CREATED)).isZero();
            assertThat(again.people().read()).isEqualTo(users.size());
        } finally {
            application = Application.start(application.settings(), QuickHashing::of);
            http = new Http(application.port());
        }
    }

    private ImportReport move(Database database) {
        ImportTarget target = new ImportTarget(
                database.store(),
                IdentifierRules.standard(),
                Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                        .formats(),
                Clock.systemUTC());
        try (Source source = JdbcSource.open(new SourceAccess(Holder.URL, null, null))) {
            return new UserImport(target, ImportOptions.defaults())
                    .run(source, JbDrfAuthPreset.discovering(), entry -> {});
        }
    }

    private boolean expected(LegacyUser user) {
        String why = user.get("why");
        if (why.equals(TWINS)) {
            return keepsAddress(user) && user.mayAct() && user.is("verified");
        }
        boolean betterHere = why.startsWith("DRF trims")
                || why.startsWith("algorithm gone")
                || why.equals("500: no default profile");
        return user.get("expected_login").equals("yes") || (betterHere && user.mayAct() && user.is("verified"));
    }

    private boolean keepsAddress(LegacyUser user) {
        List<LegacyUser> twins = users.stream()
                .filter(other -> other.foldedEmail().equals(user.foldedEmail()))
                .collect(Collectors.toList());
        return twins.stream().min(LegacyUser.keepsFirst(created)).orElseThrow().equals(user);
    }

    private int login(String login, String password) {
        return http.post("/auth/login/basic/", Map.of("login", login, "password", password, "client", "web"))
                .status();
    }

    private static final class Holder {
        private static final String URL = LegacyDump.jbDrfAuth();
    }
}
