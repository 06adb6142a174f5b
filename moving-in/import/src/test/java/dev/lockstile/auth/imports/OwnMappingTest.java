package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host's own mapping, as the guide shows it. */
final class OwnMappingTest {

    private final InMemoryAuthStore store = new InMemoryAuthStore();

    @TempDir
    private Path folder;

    // region: own-mapping
    static Preset members() {
        return TablePreset.of(
                "club", // the old system's name in the ledger
                "members", // its table, collection or file
                ImportHints.none(), // what is known of its password hashes
                person -> person.identifiers(
                                new IdentifierColumns("mail", "mobile", "calling_code", "nick"), Proofs.ALL)
                        .password("pw_hash")
                        .trust(Trust.always(true)) // the old system admitted every account
                        .active(!person.row().flag("blocked"))
                        .staff(person.row().flag("is_admin"), false)
                        .fullName("name")
                        .createdAt("member_since"));
    }
    // end: own-mapping

    @Test
    void a_table_of_its_own_comes_in_by_a_mapping_of_its_own() throws IOException {
        Path file = Files.writeString(folder.resolve("members.csv"), """
                id,mail,mobile,calling_code,nick,pw_hash,blocked,is_admin,name,member_since
                7,ana@example.com,55 1234 5678,52,ana,,0,1,Ana Gomez Ruiz,2020-05-01
                8,,,,,,0,0,Nobody,2021-01-01
                """);
        List<String> reasons = new ArrayList<>();
        ImportReport report;
        try (Source source = Sources.file(file)) {
            report = new UserImport(target(), ImportOptions.defaults())
                    .run(source, members(), entry -> reasons.add(entry.reason()));
        }

        assertThat(report.people().in(State.CREATED)).isEqualTo(1);
        assertThat(reasons).containsExactly("no_identifier");
        StoredUser ana = store.read(tx -> tx.users()
                        .byKey(
                                IdentifierKind.PHONE,
                                IdentifierRules.standard()
                                        .phone("+525512345678")
                                        .orElseThrow()
                                        .key()))
                .orElseThrow();
        assertThat(ana.info().status().staff()).isTrue();
        assertThat(ana.info().status().active()).isTrue();
        assertThat(ana.profiles().get(0).person().lastName1()).isEqualTo("Gomez Ruiz");
    }

    @Test
    void whom_a_mapping_has_kept_out_comes_in_once_it_is_mended() throws IOException {
        Path file = Files.writeString(folder.resolve("members.csv"), """
                id,mail,agreed
                7,ana@example.com,1
                8,bea@example.com,
                9,,1
                """);
        Preset strict = TablePreset.of("club", "members", ImportHints.none(), person -> {
            PersonBuilder read = person.identifiers(new IdentifierColumns("mail", null, null, null), Proofs.ALL);
            return person.row().flag("agreed") ? read : read.quarantine("not_agreed", "agreed");
        });

        List<String> first = held(file, strict);
        List<String> second = held(file, members());
        List<String> third = held(file, members());

        assertThat(first).containsExactly("created 1", "8 not_agreed", "9 no_identifier");
        assertThat(second).containsExactly("created 1", "9 no_identifier");
        assertThat(third).containsExactly("created 0", "9 no_identifier");
    }

    private List<String> held(Path file, Preset preset) {
        List<String> held = new ArrayList<>();
        try (Source source = Sources.file(file)) {
            ImportReport report = new UserImport(target(), ImportOptions.defaults())
                    .run(source, preset, entry -> held.add(entry.legacyId() + ' ' + entry.reason()));
            assertThat(report.people().read()).isEqualTo(3);
            held.add(0, "created " + report.people().in(State.CREATED));
        }
        return held;
    }

    private ImportTarget target() {
        return new ImportTarget(
                store,
                IdentifierRules.standard(),
                Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                        .formats(),
                Clock.systemUTC());
    }
}
