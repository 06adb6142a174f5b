package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.ReportPage;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Csv;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * No password, hash, whole e-mail or whole phone of the old systems is in any line of the log at TRACE, any report, any
 * quarantine file or the journal of runs. Hibernate's own trace of bound values is its user's to turn on, and stays
 * off.
 */
final class SecrecyTest {

    private static final Pattern PHONE = Pattern.compile("\\d{9,}");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Lines lines = new Lines();
    private final Level before = root.getLevel();
    private final JpaHost host = JpaHost.onH2();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.detachAndStopAllAppenders();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
        LoggerFactory.getLogger("dev.lockstile.auth.imports").trace("heard");
    }

    @AfterEach
    void silence() {
        root.setLevel(before);
        root.detachAppender(lines);
        host.close();
    }

    @Test
    void jb_drf_auth() {
        Set<String> secrets = secrets("jb_drf_auth.credentials.csv");
        check(secrets, Sources.open(access(LegacyDump.jbDrfAuth())), JbDrfAuthPreset.discovering());
    }

    @Test
    void django() {
        check(
                secrets("django_otp.credentials.csv"),
                Sources.open(access(LegacyDump.djangoOtp())),
                DjangoPreset.standard());
    }

    @Test
    void fastapi_users() {
        check(
                secrets("fastapi_users.credentials.csv"),
                Sources.open(access(LegacyDump.fastApiUsers())),
                new FastApiUsersPreset());
    }

    @Test
    void phone_users() throws IOException {
        Path file = LegacyDump.unpacked("biograph.users.jsonl.gz", folder);
        Set<String> numbers = Pattern.compile("\"phone_number\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        check(numbers, Sources.file(file), new MongoPhoneOtpPreset());
    }

    private void check(Set<String> secrets, Source source, Preset preset) {
        Importing importing = new Importing(host.store());
        ImportReport report = importing.run(source, preset, ImportOptions.defaults());
        Set<String> all = Stream.concat(secrets.stream(), inTheTables())
                .filter(secret -> secret.length() >= 7)
                .collect(Collectors.toSet());
        String told = told(importing, report.withoutNames());
        String named = report.toJson();

        assertThat(all).hasSizeGreaterThan(100);
        assertThat(all.stream().filter(told::contains)).isEmpty();
        assertThat(told.contains("$argon2") || told.contains("pbkdf2_sha256$") || told.contains("$2b$"))
                .isFalse();
        assertThat(named.contains("$argon2") || named.contains("pbkdf2_sha256$") || named.contains("$2b$"))
                .as("those whom the mover has to know by name stand in the report, and no hash")
                .isFalse();
        assertThat(lines.all).as("the test hears what is logged").anyMatch(line -> line.startsWith("heard"));
    }

    private String told(Importing importing, ImportReport report) {
        String quarantine = importing.quarantine().stream()
                .map(QuarantineEntry::toJson)
                .map(line -> line.replaceFirst("\"legacy_id\": \"[^\"]*\"", "")) // an ObjectId is a long number, too
                .collect(Collectors.joining("\n"));
        String journal = host.rows("select state, options, source, report from auth_import_run")
                + host.rows("select entity, reason, field, detail from auth_import_held")
                        .toString()
                + host.rows("select tally from auth_import_chunk");
        String ownLines = String.join("\n", lines.all);
        return String.join("\n", quarantine, report.toJson(), ReportPage.of(report.toJson()), journal, ownLines);
    }

    /** Addresses, numbers and hashes as they stand here now. */
    private Stream<String> inTheTables() {
        return host.rows("select email, phone, password_hash from auth_user").stream()
                .flatMap(row -> row.values().stream())
                .filter(cell -> cell != null);
    }

    private static Set<String> secrets(String file) {
        Set<String> secrets = new HashSet<>();
        for (Map<String, String> row : Csv.read("/legacy/" + file)) {
            for (String column : List.of("email", "phone", "password")) {
                String cell = row.getOrDefault(column, "");
                boolean telling = column.equals("password")
                        ? cell.length() >= 10
                        : cell.contains("@") || PHONE.matcher(cell).find();
                if (telling) {
                    secrets.add(cell);
                    secrets.add(cell.toLowerCase(Locale.ROOT));
                }
            }
        }
        return secrets;
    }

    private static SourceAccess access(String url) {
        return new SourceAccess(url, null, null);
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<String> all = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (!event.getLoggerName().startsWith("org.hibernate.")) {
                all.add(event.getFormattedMessage() + " " + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }
}
