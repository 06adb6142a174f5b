package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of digits, as numbers and as texts, on hosts that read numbers without a country and on those that do not. */
final class NumberNamesTest {

    private static final String BCRYPT = "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea";
    private static final List<String> NAMES =
            List.of("20210045", "5512345678", "0", "00045512", "1e5", "+525512345678", "044 55 1234 5679");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({", ", "MX, ", ", MX", "MX, MX", "AT, DE"})
    void people_sign_in_by_names_of_digits(@Nullable String importRegion, @Nullable String hostRegion)
            throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = i < 3 ? NAMES.get(i) : '"' + NAMES.get(i) + '"';
            lines.append("{\"ID\": %d, \"user_login\": %s, \"user_pass\": \"%s\", \"user_email\": \"\"}%n"
                    .formatted(i + 1, name, BCRYPT));
        }
        try (JpaHost host = JpaHost.onH2()) {
            Auth auth = moved(host, lines.toString(), importRegion, hostRegion);
            assertThat(NAMES)
                    .allSatisfy(name -> assertThat(MigrationFixture.signsIn(auth, name, "river-lamp-5521"))
                            .as(name)
                            .isTrue());
        }
    }

    private Auth moved(JpaHost host, String lines, @Nullable String importRegion, @Nullable String hostRegion)
            throws IOException {
        MigrationFixture app = new MigrationFixture(host.store());
        IdentifierRules rules = IdentifierRules.inRegion(hostRegion);
        ImportTarget target = new ImportTarget(app.store, rules, app.passwords().formats(), app.clock);
        try (Source source = Sources.file(Files.writeString(folder.resolve("users.jsonl"), lines))) {
            new UserImport(target, ImportOptions.defaults().withDefaultRegion(importRegion))
                    .run(source, Presets.named("wordpress", null), ImportWatch.none());
        }
        return app.node(builder -> builder.identifiers(rules));
    }
}
