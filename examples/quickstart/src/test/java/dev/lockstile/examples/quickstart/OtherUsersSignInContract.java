package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.CostlyRows;
import dev.lockstile.auth.imports.support.Csv;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people of a FastAPI application and of a Django project sign in over HTTP as their credentials' files say. */
abstract class OtherUsersSignInContract {

    private static final List<String> NO_HASH = List.of("hash_disabled", "hash_empty");

    @TempDir
    private Path folder;

    /** The database of the new host, empty. */
    abstract Map<String, String> database(Path folder);

    @Test
    void people_of_the_fastapi_application() {
        List<Map<String, String>> rows = Csv.read("/legacy/fastapi_users.credentials.csv");
        Map<String, Map<String, String>> keepers = rows.stream()
                .filter(row -> row.get("table").equals("fu_users"))
                .collect(Collectors.toMap(
                        row -> folded(row.get("email")), row -> row, OtherUsersSignInContract::keeper, HashMap::new));

        List<String> wrong = signIn(LegacyDump.fastApiUsers(), new FastApiUsersPreset(), rows, row -> {
            boolean fu = row.get("table").equals("fu_users");
            Map<String, String> main = keepers.get(folded(row.get("email")));
            if (fu) {
                boolean twin = row.get("why").startsWith("e-mail case twin");
                return new Expected(
                        row.get("email"),
                        twin ? main == row : row.get("expected_login").equals("yes"));
            }
            // The same person in both tables keeps the password of fu_users, unless that one is none.
            boolean dropped = main != null && !NO_HASH.contains(main.get("dirt"));
            return new Expected(
                    row.get("username"), !dropped && row.get("expected_login").equals("yes"));
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void people_of_the_django_project() throws SQLException {
        List<Map<String, String>> rows = Csv.read("/legacy/django_otp.credentials.csv");
        String old = LegacyDump.djangoOtp();
        Map<String, String> joined = joined(old);
        Comparator<Map<String, String>> keepsFirst = Comparator.comparing(
                        (Map<String, String> row) -> row.get("active").equals("0"))
                .thenComparing(row -> joined.get(row.get("id")))
                .thenComparing(row -> Integer.valueOf(row.get("id")));
        Map<String, Map<String, String>> names = new HashMap<>();
        Map<String, Map<String, String>> emails = new HashMap<>();
        rows.stream().sorted(keepsFirst).forEach(row -> {
            emails.putIfAbsent(folded(row.get("email")), row);
            names.putIfAbsent(folded(row.get("username")), row);
        });

        List<String> wrong = signIn(old, DjangoPreset.standard(), rows, row -> {
            String name = folded(row.get("username"));
            Map<String, String> byEmail = emails.get(name);
            Map<String, String> owner = byEmail == null ? names.get(name) : byEmail;
            return new Expected(
                    row.get("username"),
                    owner == row && row.get("expected_login").equals("yes"));
        });

        assertThat(wrong).isEmpty();
    }

    /** What a row's person types, and whether it opens the account. */
    private record Expected(String login, boolean opens) {}

    private interface Expecting {
        Expected of(Map<String, String> row);
    }

    private List<String> signIn(String old, Preset preset, List<Map<String, String>> rows, Expecting expecting) {
        Map<String, String> environment = new TreeMap<>(database(folder));
        environment.put("QUICKSTART_NAMING", "snake");
        environment.put("QUICKSTART_PORT", "0");
        environment.put("QUICKSTART_LIMITS", "off");
        environment.put("QUICKSTART_DATA", folder.resolve("data").toString());
        QuickstartSettings settings = QuickstartSettings.from(environment);
        try (Database database = Database.open(settings);
                Source source = JdbcSource.open(new SourceAccess(old, null, null))) {
            ImportTarget target = new ImportTarget(
                    database.store(),
                    IdentifierRules.standard(),
                    Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                            .formats(),
                    Clock.systemUTC());
            new UserImport(target, ImportOptions.defaults()).run(source, preset, entry -> {});
        }
        List<String> wrong = new ArrayList<>();
        try (Application application = Application.start(settings, QuickHashing::of)) {
            Http http = new Http(application.port());
            for (Map<String, String> row : CostlyRows.once(rows)) {
                Expected expected = expecting.of(row);
                String password = row.get("password").isEmpty() ? "any-word-at-all-1" : row.get("password");
                int status = http.post(
                                "/auth/login/basic/",
                                Map.of("login", expected.login(), "password", password, "client", "web"))
                        .status();
                if (status != (expected.opens() ? 200 : 401)) {
                    wrong.add(row.getOrDefault("table", "auth_user") + " " + row.get("id") + " (" + row.get("why")
                            + ", " + row.get("dirt") + "): " + status);
                }
            }
        }
        return wrong;
    }

    private static Map<String, String> keeper(Map<String, String> one, Map<String, String> other) {
        boolean oneFirst =
                one.get("verified").equals("True") || !other.get("verified").equals("True");
        return oneFirst ? one : other;
    }

    private static Map<String, String> joined(String url) throws SQLException {
        Map<String, String> joined = new HashMap<>();
        try (Connection old = DriverManager.getConnection(url);
                Statement statement = old.createStatement();
                ResultSet rows = statement.executeQuery("select id, date_joined from auth_user")) {
            while (rows.next()) {
                joined.put(rows.getString(1), rows.getTimestamp(2).toInstant().toString());
            }
        }
        return joined;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
