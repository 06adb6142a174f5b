package dev.lockstile.auth.cutover.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers in old rows that could be taken for a stranger's in another country. */
abstract class PlantedNumberContract {

    private static final List<String> OTHERS =
            List.of("15512345670", "+15512345670", "0015512345670", "+1 551-234-5670");

    private JpaHost host;
    private MigrationFixture app;

    abstract JpaHost openHost();

    @BeforeEach
    final void open() {
        host = openHost();
        app = new MigrationFixture(host.store());
    }

    @AfterEach
    final void close() {
        host.close();
    }

    @Test
    void a_number_that_does_not_fit_its_country_waits_and_opens_nothing() {
        LegacyPeople old = collection();
        ImportReport report =
                new Importing(host.store()).run(old.source(), new MongoPhoneOtpPreset(), ImportOptions.defaults());
        assertThat(report.people().byReason()).isEqualTo(Map.of("phone_country_mismatch", (long) OTHERS.size()));
        assertThat(report.people().in(State.CREATED)).isEqualTo(1);
        assertThat(host.rows("select phone from auth_user")).isEqualTo(List.of(Map.of("phone", "+525512345670")));
        Auth auth = app.node(builder -> builder);
        MigrationFixture.requestCode(auth, CodeIdentifier.phone("+15512345670"));
        MigrationFixture.deliver(auth);
        assertThat(app.sms.messages()).isEmpty();
    }

    @Test
    void nor_by_just_in_time_migration() {
        for (Case old : List.of(new Case(new MongoPhoneOtpPreset(), collection()), new Case(club(), members()))) {
            Auth auth = app.node(builder -> builder.legacy(migration(old)));
            MigrationFixture.requestCode(auth, CodeIdentifier.phone("+15512345670"));
            MigrationFixture.deliver(auth);
            assertThat(app.sms.messages()).as(old.preset().name()).isEmpty();
            assertThat(host.count("select count(*) from auth_user")).isZero();
        }
    }

    @Test
    void elsewhere_it_is_kept_as_text_that_signs_nobody_in() {
        ImportReport report = new Importing(host.store()).run(members().source(), club(), ImportOptions.defaults());
        assertThat(report.people().in(State.CREATED)).isEqualTo(OTHERS.size());
        assertThat(report.warnings()).containsEntry("phone_country_mismatch", (long) OTHERS.size());
        assertThat(host.count("select count(*) from auth_user where phone_key is not null"))
                .isZero();
        assertThat(host.count("select count(*) from auth_user where phone is not null"))
                .isEqualTo(OTHERS.size());
    }

    @Test
    void an_assumed_country_is_never_proven() {
        LegacyPeople jb = LegacyPeople.ofJb().person("authentication_user", 1, "!", "phone", "15512345670");
        LegacyPeople customers = LegacyPeople.ofDjango()
                .row("core_customer", "id", 1L, "name", "Ana", "email", "N/A", "phone", "15512345670");
        LegacyPeople collection =
                LegacyPeople.of("authapp_usermodel").row("authapp_usermodel", record(1, "15512345670", null));
        for (Case old : List.of(
                new Case(JbDrfAuthPreset.discovering(), jb),
                new Case(DjangoPreset.standard(), customers),
                new Case(new MongoPhoneOtpPreset(), collection))) {
            for (String region : List.of("", "MX")) {
                ImportOptions options = ImportOptions.defaults().withDefaultRegion(region.isEmpty() ? null : region);
                ImportReport report =
                        new Importing(host.store()).run(old.people().source(), old.preset(), options);
                assertThat(report.warnings()).as(old.preset().name()).containsEntry("phone_assumed_international", 1L);
                assertThat(host.rows("select phone, phone_verified_at as proven from auth_user"))
                        .as(old.preset().name())
                        .singleElement()
                        .satisfies(row -> assertThat(row)
                                .containsEntry("phone", "+15512345670")
                                .containsEntry("proven", null));
                close();
                open();
            }
        }
    }

    @Test
    void a_number_that_fits_its_country_is_proven_by_its_codes_and_signs_in() {
        new Importing(host.store()).run(collection().source(), new MongoPhoneOtpPreset(), ImportOptions.defaults());
        Auth auth = app.node(builder -> builder);
        assertThat(app.signInByCode(auth, CodeIdentifier.phone("+525512345670")))
                .isInstanceOf(Outcome.Done.class);
    }

    private record Case(Preset preset, LegacyPeople people) {}

    private JustInTimeMigration migration(Case old) {
        PersonImport personImport = new PersonImport(app.target(), old.preset(), ImportOptions.defaults());
        LegacyDirectory directory =
                question -> new LegacyDirectory.Answer(old.people().source(), null);
        return new JustInTimeMigration(personImport, directory, app.passwords().hasher(), app.clock);
    }

    private static LegacyPeople collection() {
        LegacyPeople old = LegacyPeople.of("authapp_usermodel").row("authapp_usermodel", record(0, "5512345670", "52"));
        for (int i = 0; i < OTHERS.size(); i++) {
            old.row("authapp_usermodel", record(i + 1, OTHERS.get(i), 52));
        }
        return old;
    }

    private static Object[] record(long id, String phone, Object country) {
        return new Object[] {
            "_id",
            "k" + id,
            "username",
            "name" + id,
            "phone_number",
            phone,
            "country_code",
            country,
            "status_key",
            1,
            "is_removed",
            false,
            "created_time",
            "2020-01-01 00:00:00+00:00"
        };
    }

    private static LegacyPeople members() {
        LegacyPeople old = LegacyPeople.of("members");
        for (int i = 0; i < OTHERS.size(); i++) {
            old.person("members", i + 1, "!", "phone", OTHERS.get(i), "country", "+52");
        }
        return old;
    }

    private static Preset club() {
        return TablePreset.of(
                "club",
                "members",
                ImportHints.none(),
                person -> person.identifiers(new IdentifierColumns("email", "phone", "country", "username"), Proofs.ALL)
                        .trust(Trust.always(true)));
    }
}
