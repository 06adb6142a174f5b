package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Small old bases, imported, compared and looked at. */
abstract class StateAndProofFixture {

    @TempDir
    Path folder;

    JpaHost host;
    Importing importing;

    abstract JpaHost openHost();

    @BeforeEach
    final void open() {
        host = openHost();
        importing = new Importing(host.store());
    }

    @AfterEach
    final void close() {
        host.close();
    }

    /** Imports and compares. */
    ImportReport moved(String preset, Supplier<Source> source) {
        return moved(preset, source, ImportOptions.defaults());
    }

    /** The same with options. */
    ImportReport moved(String preset, Supplier<Source> source, ImportOptions options) {
        ImportReport report = importing.run(source.get(), Presets.named(preset, null), options);
        List<VerifyReport.Difference> told = new ArrayList<>();
        Verifying.of(host.store(), source.get(), Presets.named(preset, null), options, told);
        assertThat(told).isEmpty();
        return report;
    }

    Supplier<Source> resource(String name) {
        Path copy = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/cases/" + name))) {
            Files.write(copy, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy.toString().endsWith(".sqlite") ? () -> jdbc("jdbc:sqlite:" + copy) : () -> Sources.file(copy);
    }

    Supplier<Source> file(String name, String... lines) {
        Path file = folder.resolve(name);
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return () -> Sources.file(file);
    }

    /** An old database with the statements of a script run in it. */
    Supplier<Source> database(String script) {
        String url = "jdbc:h2:mem:old_" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String one :
                    script.replace("timestamptz", "timestamp with time zone").split(";\\s*\\n")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return () -> jdbc(url);
    }

    Supplier<Source> script(String resource) {
        return database(text(resource));
    }

    String text(String resource) {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/cases/" + resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source jdbc(String url) {
        try {
            return JdbcSource.of(DriverManager.getConnection(url), "an old database");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the part of the address before the at sign: {@code open}, {@code closed} or {@code deleted}. */
    Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        host.rows("select coalesce(email, username) as name, is_active, deleted_at from auth_user")
                .forEach(row -> states.put(
                        row.get("name").replaceFirst("@.*", ""),
                        row.get("deleted_at") != null
                                ? "deleted"
                                : List.of("true", "t", "TRUE").contains(row.get("is_active")) ? "open" : "closed"));
        return states;
    }

    List<String> proven() {
        return host.rows("select email from auth_user where email_verified_at is not null order by email").stream()
                .map(row -> row.get("email").replaceFirst("@.*", ""))
                .toList();
    }
}
