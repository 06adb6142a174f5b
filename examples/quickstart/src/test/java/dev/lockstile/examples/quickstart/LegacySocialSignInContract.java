package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.testkit.http.MockIdToken;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The social accounts of a real jb-drf-auth database, moved in, sign in as they are, and no other user does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LegacySocialSignInContract {

    private static final String CLIENT = "moved";
    private static final String SOURCE = LegacyDump.jbDrfAuth();

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, MockOpenIdProvider> sites = new TreeMap<>();
    private Application application;
    private Http http;

    /** The database of the new host, empty. */
    abstract Map<String, String> database(Path folder);

    @BeforeAll
    void moveIn(@TempDir Path folder) throws SQLException {
        readRows();
        Map<String, String> environment = new TreeMap<>(database(folder));
        environment.put("QUICKSTART_NAMING", "snake");
        environment.put("QUICKSTART_PORT", "0");
        environment.put("QUICKSTART_LIMITS", "off");
        environment.put("QUICKSTART_DATA", folder.resolve("data").toString());
        rows.stream().map(Row::provider).distinct().forEach(name -> {
            MockOpenIdProvider site = MockOpenIdProvider.start();
            sites.put(name, site);
            String prefix = "QUICKSTART_OIDC_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
            environment.put(prefix + "_ISSUER", site.issuer());
            environment.put(prefix + "_CLIENT_ID", CLIENT);
            environment.put(prefix + "_ALLOW_INSECURE_LOOPBACK", "true");
        });
        QuickstartSettings settings = QuickstartSettings.from(environment);
        try (Database database = Database.open(settings);
                Source source = JdbcSource.open(new SourceAccess(SOURCE, null, null))) {
            ImportTarget target = new ImportTarget(
                    database.store(),
                    IdentifierRules.standard(),
                    Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                            .formats(),
                    Clock.systemUTC());
            new UserImport(target, ImportOptions.defaults()).run(source, JbDrfAuthPreset.discovering(), entry -> {});
        }
        application = Application.start(settings, QuickHashing::of);
        http = new Http(application.port());
    }

    private void readRows() throws SQLException {
        try (Connection old = DriverManager.getConnection(SOURCE);
                Statement statement = old.createStatement();
                ResultSet all = statement.executeQuery("select s.provider, s.provider_user_id, u.email,"
                        + " u.is_active, u.deleted from authentication_socialaccount s"
                        + " join authentication_user u on u.id = s.user_id order by s.id")) {
            while (all.next()) {
                boolean acts = all.getBoolean(4) && all.getObject(5) == null;
                rows.add(new Row(all.getString(1), all.getString(2), acts));
            }
        }
    }

    @AfterAll
    void close() {
        if (application != null) {
            application.close();
        }
        sites.values().forEach(MockOpenIdProvider::close);
    }

    @Test
    void every_account_at_another_site_opens_its_owners_account_and_no_other_does() {
        List<String> wrong = new ArrayList<>();
        assertThat(rows).isNotEmpty();
        for (Row row : rows) {
            int own = signIn(row.provider(), row.subject());
            if (row.mayAct() ? own != 200 : own == 200) {
                wrong.add(row + ": " + own);
            }
            if (signIn(row.provider(), row.subject() + "-x") == 200) {
                wrong.add(row + ": somebody else is in");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int signIn(String provider, String subject) {
        JsonNode nonce = http.post("/auth/login/social/nonce/", Map.of("provider", provider))
                .json();
        MockIdToken token = Objects.requireNonNull(sites.get(provider))
                .idToken(CLIENT, subject)
                .nonce(nonce.path("nonce").asString());
        return http.post(
                        "/auth/login/social/",
                        Map.of(
                                "provider",
                                provider,
                                "transaction_id",
                                nonce.path("transaction_id").asString(),
                                "id_token",
                                token.sign(),
                                "client",
                                "web"))
                .status();
    }

    private record Row(String provider, String subject, boolean mayAct) {}
}
