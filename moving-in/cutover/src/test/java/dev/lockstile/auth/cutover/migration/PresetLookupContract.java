package dev.lockstile.auth.cutover.migration;

import static dev.lockstile.auth.imports.support.MigrationFixture.login;
import static dev.lockstile.auth.imports.support.MigrationFixture.signsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.source.NameColumns;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.OldDatabase;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Just-in-time migration finds a person by the columns in which the old system keeps names. */
abstract class PresetLookupContract {

    private static final String BY_FILE = "mongo-phone-otp";
    private static final String MEMBERS = "create table members (id int primary key, handle varchar, mobile varchar,"
            + " hash varchar);\n"
            + "insert into members values (1, 'Ana', '%s', '$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea');\n";

    private JpaHost host;
    private OldDatabase old;
    private MigrationFixture app;

    abstract JpaHost openHost();

    abstract OldDatabase openOld();

    @BeforeEach
    void open() {
        host = openHost();
        old = openOld();
        app = new MigrationFixture(host.store());
    }

    @AfterEach
    void close() {
        host.close();
    }

    static Stream<Arguments> names() {
        return Arrays.stream(OldSystems.values())
                .flatMap(system -> system.names.stream().map(name -> Arguments.of(system, name)));
    }

    @Test
    void every_preset_has_a_person() {
        assertThat(Stream.concat(
                        Stream.of(BY_FILE), Arrays.stream(OldSystems.values()).map(system -> system.preset)))
                .containsExactlyInAnyOrderElementsOf(Presets.names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_person_signs_in_by_every_name_of_the_old_system(OldSystems system, String name) {
        old.run(system.script);
        Auth auth = migrating(Presets.named(system.preset, null));

        assertThat(signsIn(auth, name, "another-river-1")).isFalse();
        assertThat(host.count("select count(*) from auth_user")).isZero();
        assertThat(login(auth, name, system.password)).isInstanceOf(Outcome.Done.class);
        assertThat(host.count("select count(*) from auth_user")).isOne();
    }

    @Test
    void the_records_of_a_file_are_searched_by_their_mapping(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("authapp_usermodel.jsonl");
        Files.writeString(
                file,
                "{\"_id\":1,\"phone_number\":\"+5215512345671\",\"country_code\":\"52\",\"status_key\":1,"
                        + "\"is_removed\":false}\n");
        Auth auth = migrating(
                Presets.named(BY_FILE, null),
                people -> question -> new LegacyDirectory.Answer(Sources.file(file), null));
        assertThat(app.signInByCode(auth, CodeIdentifier.phone("+525512345671")))
                .isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+525512345678",
                "+52 1 55 1234 5678",
                "5215512345678",
                "\u202a+52 55\u20111234\u20115678\u202c",
                "\uff0b52 55 1234 5678",
                "+\u0665\u0662\u0665\u0665\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
                "+\u06f5\u06f2\u06f5\u06f5\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8"
            })
    void a_number_is_found_in_every_form_that_an_import_reads(String stored) {
        old.run(MEMBERS.formatted(stored));
        Auth auth = migrating(members().soughtBy(new NameColumns(Set.of("HANDLE"), Set.of(), Set.of("mobile"))));
        assertThat(signsIn(auth, "+525512345678", "river-lamp-5521")).isTrue();
    }

    @Test
    void a_mapping_of_the_host_names_its_columns_or_is_unavailable() {
        old.run(MEMBERS.formatted(""));
        assertThatThrownBy(() -> login(migrating(members()), "ana", "river-lamp-5521"))
                .as("no column of a usual name")
                .isInstanceOf(StoreUnavailableException.class);
        TablePreset named = members().soughtBy(new NameColumns(Set.of("handle"), Set.of(), Set.of()));
        assertThat(signsIn(migrating(named), "ana", "river-lamp-5521")).isTrue();
    }

    private static TablePreset members() {
        return TablePreset.of(
                "members",
                "members",
                ImportHints.of("bcrypt"),
                person -> person.identifiers(new IdentifierColumns(null, "mobile", null, "handle"), Proofs.NONE)
                        .password("hash")
                        .trust(Trust.always(false)));
    }

    private Auth migrating(Preset preset) {
        return migrating(preset, people -> JdbcDirectory.of(old.database(), "old", Duration.ofMinutes(1)));
    }

    private Auth migrating(Preset preset, Function<PersonImport, LegacyDirectory> directory) {
        ImportOptions options =
                preset.name().equals("keycloak") ? ImportOptions.defaults().withRealm("r1") : ImportOptions.defaults();
        PersonImport people = new PersonImport(app.target(), preset, options);
        return app.node(builder -> builder.legacy(new JustInTimeMigration(
                people, directory.apply(people), app.passwords().hasher(), app.clock)));
    }
}
