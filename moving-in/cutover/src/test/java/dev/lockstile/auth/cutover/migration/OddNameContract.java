package dev.lockstile.auth.cutover.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mails that are none, and hash columns that hold no hash. */
abstract class OddNameContract {

    private static final String WORD = "old-harbour-4417";

    private JpaHost host;
    private MigrationFixture app;
    private String hash;

    abstract JpaHost openHost();

    @BeforeEach
    final void open() {
        host = openHost();
        app = new MigrationFixture(host.store());
        hash = app.passwords().hasher().hash(Secret.of(WORD));
    }

    @AfterEach
    final void close() {
        host.close();
    }

    private record Case(Preset preset, LegacyPeople people) {}

    /** Where people signed in by their user names. */
    private List<Case> byUsername(Object... cells) {
        return List.of(
                new Case(DjangoPreset.standard(), LegacyPeople.ofDjango().person("auth_user", 1, hash, cells)),
                new Case(new FastApiUsersPreset(), LegacyPeople.ofFastApi().person("users", 1, hash, cells)));
    }

    @Test
    void a_user_name_is_not_displaced_by_an_address_that_is_none() {
        for (Case old : byUsername("username", "bob", "email", "bob_at_home")) {
            ImportReport report =
                    new Importing(host.store()).run(old.people().source(), old.preset(), ImportOptions.defaults());
            assertThat(report.warnings())
                    .as(old.preset().name())
                    .containsEntry("email_not_usable", 1L)
                    .doesNotContainKey("username_replaced");
            Auth auth = app.node(builder -> builder);
            assertThat(MigrationFixture.signsIn(auth, "bob", WORD))
                    .as(old.preset().name())
                    .isTrue();
            assertThat(MigrationFixture.signsIn(auth, "bob_at_home", WORD)).isFalse();
            startAnew();
            Auth during = app.node(builder -> builder.legacy(migration(old)));
            assertThat(MigrationFixture.signsIn(during, "bob", WORD))
                    .as(old.preset().name())
                    .isTrue();
            startAnew();
        }
    }

    @Test
    void it_is_the_name_of_a_person_who_has_none() {
        for (Case old : byUsername("username", " ", "email", "bob_at_home")) {
            new Importing(host.store()).run(old.people().source(), old.preset(), ImportOptions.defaults());
            Auth auth = app.node(builder -> builder);
            assertThat(MigrationFixture.signsIn(auth, "bob_at_home", WORD))
                    .as(old.preset().name())
                    .isTrue();
            startAnew();
        }
    }

    @Test
    void where_people_signed_in_by_address_the_name_that_gives_way_is_told() {
        LegacyPeople old = LegacyPeople.ofJb()
                .person("authentication_user", 1, hash, "username", "bob", "email", "bob_at_home")
                .person("authentication_user", 2, hash, "username", "taken_name")
                .person("authentication_user", 3, hash, "username", "eve", "email", "taken_name");
        ImportReport report =
                new Importing(host.store()).run(old.source(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());

        assertThat(report.warnings()).containsEntry("username_replaced", 1L);
        assertThat(report.named().get("username_replaced").first())
                .extracting(NamedPerson::names)
                .containsExactly(Map.of("username", "bob", "email", "bob_at_home"));
        assertThat(report.toJson()).contains("bob_at_home", "\"bob\"");
        assertThat(host.rows("select username from auth_user order by username"))
                .extracting(row -> row.get("username"))
                .containsExactly("bob_at_home", "eve", "taken_name");
        Auth auth = app.node(builder -> builder);
        assertThat(MigrationFixture.signsIn(auth, "bob_at_home", WORD)).isTrue();
        assertThat(MigrationFixture.signsIn(auth, "bob", WORD)).isFalse();
    }

    @Test
    void what_is_no_hash_is_never_copied_and_opens_nothing() {
        List<String> clear = List.of(WORD, "hunter2", "pbkdf2_sha256$WORD", "$2b$12$cut", "a b c d e f g h", "{x}y");
        LegacyPeople jb = LegacyPeople.ofJb();
        LegacyPeople django = LegacyPeople.ofDjango();
        LegacyPeople fastApi = LegacyPeople.ofFastApi();
        for (int i = 0; i < clear.size(); i++) {
            jb.person("authentication_user", i, clear.get(i));
            django.person("auth_user", i, clear.get(i));
            fastApi.person("fu_users", i, clear.get(i));
        }
        for (Case old : List.of(
                new Case(JbDrfAuthPreset.discovering(), jb),
                new Case(DjangoPreset.standard(), django),
                new Case(new FastApiUsersPreset(), fastApi))) {
            String as = old.preset().name();
            ImportReport report =
                    new Importing(host.store()).run(old.people().source(), old.preset(), ImportOptions.defaults());
            assertThat(report.warnings()).as(as).containsEntry("hash_unknown", (long) clear.size());
            assertThat(host.count("select count(*) from auth_user")).isEqualTo(clear.size());
            assertNobodySignsIn(app.node(builder -> builder), clear, as);
            startAnew();
            assertNobodySignsIn(app.node(builder -> builder.legacy(migration(old))), clear, as);
            startAnew();
        }
    }

    private void assertNobodySignsIn(Auth auth, List<String> clear, String as) {
        for (int i = 0; i < clear.size(); i++) {
            assertThat(MigrationFixture.signsIn(auth, "user" + i + "@example.com", clear.get(i)))
                    .as(as + " " + clear.get(i))
                    .isFalse();
        }
        assertThat(host.count("select count(*) from auth_user where password_hash is not null"))
                .as(as)
                .isZero();
    }

    @Test
    void an_update_that_finds_no_hash_takes_the_old_one_away() {
        LegacyPeople before = LegacyPeople.ofJb().person("authentication_user", 1, hash);
        LegacyPeople after = LegacyPeople.ofJb().person("authentication_user", 1, WORD);
        new Importing(host.store()).run(before.source(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        ImportReport report = new Importing(host.store())
                .run(after.source(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        assertThat(report.warnings()).containsEntry("hash_unknown", 1L);
        assertThat(host.rows("select password_hash from auth_user").get(0).get("password_hash"))
                .isNull();
    }

    private JustInTimeMigration migration(Case old) {
        PersonImport personImport = new PersonImport(app.target(), old.preset(), ImportOptions.defaults());
        LegacyDirectory directory =
                question -> new LegacyDirectory.Answer(old.people().source(), null);
        return new JustInTimeMigration(personImport, directory, app.passwords().hasher(), app.clock);
    }

    private void startAnew() {
        host.close();
        open();
    }
}
