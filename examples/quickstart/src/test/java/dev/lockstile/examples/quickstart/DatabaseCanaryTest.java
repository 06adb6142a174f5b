package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every flow on a real database, with the library, Hibernate, the pool and the database at TRACE: statements and the
 * values bound to them are all in the log. No password, code or token is, and none is in any row (ASVS 16.2.5): what
 * the library binds are digests, hashes and sealed texts. Jetty is left out, which logs whole requests when asked to.
 */
class DatabaseCanaryTest {

    private static final String ANA = "ana@example.com";
    private static final String PHONE = "+525512345678";
    private static final String SECOND = "second-word-7719";
    private static final String WRONG = "wrong-attempt-8812";
    private static final List<String> TALKATIVE = List.of("dev.lockstile", "org.hibernate", "com.zaxxer", "h2database");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Lines lines = new Lines();
    private final Map<Logger, Level> before = new LinkedHashMap<>();
    private final Set<String> secrets = new LinkedHashSet<>();

    /** Every line, as it would be printed. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<String> all = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent line) {
            String trace =
                    line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy());
            all.add(line.getLoggerName() + ": " + line.getFormattedMessage() + ' ' + trace);
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
    }

    private void atTheFinest() {
        root.iteratorForAppenders().forEachRemaining(DatabaseCanaryTest::quiet);
        root.addAppender(lines);
        for (String name : TALKATIVE) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.TRACE);
        }
    }

    /** Thousands of lines are listened to, not printed. */
    private static void quiet(Appender<ILoggingEvent> printing) {
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel("WARN");
        warnings.start();
        printing.addFilter(warnings);
    }

    @AfterEach
    void silence() {
        root.detachAppender(lines);
        root.iteratorForAppenders().forEachRemaining(Appender::clearAllFilters);
        before.forEach(Logger::setLevel);
    }

    @Test
    void no_secret_is_bound_logged_or_stored(@TempDir Path folder) throws SQLException {
        String url = "jdbc:h2:mem:canary;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=4";
        try (PagesFixture fixture = PagesFixture.open(folder, Map.of("QUICKSTART_DB_URL", url))) {
            atTheFinest();
            everyFlow(fixture);
            assertThat(secrets).hasSizeGreaterThan(12);
            // the ears are open: a bound value that is no secret was heard
            assertThat(lines.all)
                    .anyMatch(line -> line.startsWith("org.hibernate.orm.jdbc.bind") && line.contains(ANA));
            assertThat(lines.all).anyMatch(line -> line.startsWith("h2database") && line.contains("auth_"));
            assertThat(lines.all).noneMatch(this::holdsSecret);
            assertThat(rows(url)).hasSizeGreaterThan(20).noneMatch(this::holdsSecret);
        }
    }

    /** A secret as a word of its own, so that six digits inside a longer number are no find. */
    private boolean holdsSecret(String text) {
        return secrets.stream()
                .anyMatch(secret -> text.contains(secret)
                        && Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(secret) + "(?![0-9A-Za-z])")
                                .matcher(text)
                                .find());
    }

    private static List<String> rows(String url) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(url, "sa", "");
                Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found =
                    database.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE", "TABLE"})) {
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("select * from \"" + table + '"')) {
                    while (row.next()) {
                        rows.add(table + ' ' + text(row));
                    }
                }
            }
        }
        return rows;
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            text.append(
                            value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                                    : row.getString(column))
                    .append(' ');
        }
        return text.toString();
    }

    private void everyFlow(PagesFixture fixture) {
        Http http = new Http(fixture.port());
        secrets.addAll(List.of(PagesFixture.PASSWORD, SECOND, WRONG));
        registerAndConfirm(fixture, http);
        assertThat(login(http, WRONG).status()).isEqualTo(401);
        JsonNode first = kept(login(http, PagesFixture.PASSWORD));
        kept(http.post(
                "/auth/token/refresh/",
                Map.of("refresh", first.path("refreshToken").asString())));
        codes(fixture, http);
        passwords(fixture, http);
        JsonNode last = kept(login(http, SECOND));
        String access = last.path("accessToken").asString();
        assertThat(http.post("/auth/step-up/", Map.of("password", SECOND), access)
                        .status())
                .isEqualTo(200);
        assertThat(http.post("/auth/logout/all/", Map.of(), access).status()).isEqualTo(204);
    }

    private void registerAndConfirm(PagesFixture fixture, Http http) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of(
                "email",
                ANA,
                "password",
                PagesFixture.PASSWORD,
                "password_confirm",
                PagesFixture.PASSWORD,
                "first_name",
                "Ana",
                "last_name_1",
                "Ruiz",
                "terms_and_conditions_accepted",
                true));
        Http.Answer registered = http.post("/auth/register/", form);
        assertThat(registered.status()).isEqualTo(201);
        Map<String, String> link = new LinkedHashMap<>(keptLink(fixture, null));
        link.put("registration", registered.json().path("registration").asString());
        secrets.add(link.get("registration"));
        assertThat(http.post("/auth/registration/account-confirmation-email/", link)
                        .status())
                .isEqualTo(200);
    }

    private void codes(PagesFixture fixture, Http http) {
        code(fixture, http, "email", ANA, "email");
        code(fixture, http, "phone", PHONE, "sms");
    }

    private void code(PagesFixture fixture, Http http, String kind, String to, String channel) {
        http.post("/auth/otp/request/", Map.of(kind, to, "channel", channel));
        String code = fixture.code(to, null);
        secrets.add(code);
        char last = code.charAt(code.length() - 1);
        String wrong = code.substring(0, code.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        assertThat(http.post("/auth/otp/verify/", Map.of(kind, to, "code", wrong, "client", "web"))
                        .status())
                .isEqualTo(401);
        kept(http.post("/auth/otp/verify/", Map.of(kind, to, "code", code, "client", "web")));
    }

    private void passwords(PagesFixture fixture, Http http) {
        String access =
                kept(login(http, PagesFixture.PASSWORD)).path("accessToken").asString();
        Map<String, String> change =
                Map.of("old_password", WRONG, "new_password", SECOND, "new_password_confirm", SECOND);
        assertThat(http.post("/auth/password-reset/change/", change, access).status())
                .isEqualTo(400);
        String seen = fixture.link(ANA, null);
        http.post("/auth/password-reset/request/", Map.of("email", ANA));
        Map<String, String> reset = new LinkedHashMap<>(keptLink(fixture, seen));
        reset.put("new_password", SECOND);
        reset.put("new_password_confirm", SECOND);
        assertThat(http.post("/auth/password-reset/confirm/", reset).status()).isEqualTo(200);
    }

    private Map<String, String> keptLink(PagesFixture fixture, @Nullable String seen) {
        Map<String, String> link = PagesFixture.query(fixture.link(ANA, seen));
        secrets.add(link.get("token"));
        return link;
    }

    private static Http.Answer login(Http http, String password) {
        return http.post("/auth/login/basic/", Map.of("login", ANA, "password", password, "client", "web"));
    }

    private JsonNode kept(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode tokens = answer.json().has("tokens") ? answer.json().path("tokens") : answer.json();
        boolean renewed = tokens.has("access");
        secrets.add(tokens.path(renewed ? "access" : "accessToken").asString());
        secrets.add(tokens.path(renewed ? "refresh" : "refreshToken").asString());
        assertThat(secrets).noneMatch(String::isBlank);
        return tokens;
    }
}
