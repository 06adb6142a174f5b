package dev.lockstile.auth.cutover.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.plan.Planning;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles that stand in the rows of an old system, by import and by just-in-time migration. */
abstract class PlantedRoleContract {

    private static final String WORD = "old-harbour-4417";

    /** The last of them is not spelled with Latin letters alone. */
    private static final List<String> PLANTED =
            List.of("superuser", "SUPERUSER", "Staff", "ADMIN", "admin", "sup\u0435ruser");

    private JpaHost host;
    private MigrationFixture app;
    private String hash;

    abstract JpaHost openHost();

    /** An old system in which person {@code i} has the i-th planted role. */
    private record Case(Preset preset, LegacyPeople people) {}

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

    @Test
    void no_role_of_an_old_row_comes_over_by_itself() {
        for (Case old : cases()) {
            new Importing(host.store()).run(old.people().source(), old.preset(), ImportOptions.defaults());
            Auth auth = app.node(builder -> builder);
            for (int i = 0; i < PLANTED.size(); i++) {
                assertOrdinary(auth, old, i);
            }
            assertThat(host.count("select count(*) from auth_profile where role <> 'USER'"))
                    .as(old.preset().name())
                    .isZero();
            startAnew();
        }
    }

    @Test
    void nor_by_just_in_time_migration() {
        for (Case old : cases()) {
            Auth auth = app.node(builder -> builder.legacy(migration(old, ImportOptions.defaults())));
            for (int i = 0; i < PLANTED.size(); i++) {
                assertOrdinary(auth, old, i);
            }
            startAnew();
        }
    }

    @Test
    void a_listed_role_comes_over_and_the_others_are_told() {
        ImportOptions options = ImportOptions.defaults().withRoles(List.of("ADMIN", "COMMERCE"));
        for (Case old : cases()) {
            ImportReport report = new Importing(host.store()).run(old.people().source(), old.preset(), options);
            assertThat(report.warnings()).as(old.preset().name()).containsEntry("role_not_listed", 5L);
            assertThat(host.rows("select role from auth_profile where role <> 'USER'"))
                    .extracting(row -> row.get("role"))
                    .containsExactly("ADMIN");
            startAnew();
            Auth auth = app.node(builder -> builder.legacy(migration(old, options)));
            assertThat(caller(auth, old, PLANTED.indexOf("ADMIN")).roles()).containsExactly("ADMIN");
            assertThat(caller(auth, old, PLANTED.indexOf("admin")).roles()).containsExactly("USER");
            startAnew();
        }
    }

    @Test
    void whoever_comes_over_with_rights_or_a_listed_role_is_named_in_report_and_plan() {
        LegacyPeople old = LegacyPeople.ofFastApi()
                .person("fu_users", 1, hash, "is_superuser", true)
                .person("users", 2, hash, "role", "ADMIN")
                .person("users", 3, hash, "role", "user")
                .person("users", 4, hash, "role", "OTHER");
        ImportOptions options = ImportOptions.defaults().withRoles(List.of("ADMIN"));
        Planning.Planned planned = new Planning(app.target(), options, List.of())
                .plan(old.source(), new FastApiUsersPreset(), ImportWatch.none());
        List<NamedPerson> told = new ArrayList<>();
        ImportReport report = new UserImport(app.target(), options)
                .run(old.source(), new FastApiUsersPreset(), new ImportWatch() {
                    @Override
                    public void quarantined(QuarantineEntry entry) {}

                    @Override
                    public void named(NamedPerson person) {
                        told.add(person);
                    }
                });
        assertThat(told)
                .extracting(person -> person.entity() + person.legacyId() + " " + person.detail() + " "
                        + person.names().get("email"))
                .containsExactlyInAnyOrder(
                        "fu_users1 superuser user1@example.com", "users2 role ADMIN user2@example.com");
        assertThat(report.named().get("privileged").first()).containsExactlyInAnyOrderElementsOf(told);
        assertThat(planned.plan().named()).isEqualTo(report.named());
        assertThat(planned.plan().toJson()).contains("user1@example.com", "superuser");
        assertThat(report.toJson()).contains("user2@example.com", "role ADMIN");
        assertThat(host.rows("select report from auth_import_run").get(0).get("report"))
                .contains("privileged")
                .doesNotContain("user1@example.com");
    }

    @Test
    void a_list_that_spells_a_right_is_refused() {
        for (String role : List.of("superuser", "STAFF", "st\u0430ff", "is_superuser", "", "x".repeat(31))) {
            assertThatThrownBy(() -> ImportOptions.defaults().withRoles(List.of(role)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_usual_role_in_another_case_is_the_usual_role() {
        LegacyPeople old = LegacyPeople.ofFastApi()
                .person("users", 1, hash, "role", "user")
                .person("users", 2, hash, "role", "User");
        ImportReport report =
                new Importing(host.store()).run(old.source(), new FastApiUsersPreset(), ImportOptions.defaults());
        assertThat(report.warnings()).doesNotContainKey("role_not_listed");
        assertThat(host.count("select count(*) from auth_profile where role = 'USER'"))
                .isEqualTo(2);
    }

    private void assertOrdinary(Auth auth, Case old, int i) {
        Caller caller = caller(auth, old, i);
        assertThat(caller.roles())
                .as(old.preset().name() + " " + PLANTED.get(i))
                .containsExactly("USER");
        assertThat(caller.rights()).isEmpty();
    }

    private JustInTimeMigration migration(Case old, ImportOptions options) {
        PersonImport personImport = new PersonImport(app.target(), old.preset(), options);
        LegacyDirectory directory =
                question -> new LegacyDirectory.Answer(old.people().source(), null);
        return new JustInTimeMigration(personImport, directory, app.passwords().hasher(), app.clock);
    }

    private static Caller caller(Auth auth, Case old, long id) {
        Outcome<SignIn> result = MigrationFixture.login(auth, "user" + id + "@example.com", WORD);
        assertThat(result).as(old.preset().name() + " user" + id).isInstanceOf(Outcome.Done.class);
        return auth.sessions()
                .authenticate(result.orElseThrow().tokens().access().reveal())
                .orElseThrow();
    }

    private void startAnew() {
        host.close();
        open();
    }

    private List<Case> cases() {
        LegacyPeople jb = LegacyPeople.ofJb();
        LegacyPeople django = LegacyPeople.ofDjango();
        LegacyPeople fastApi = LegacyPeople.ofFastApi();
        LegacyPeople own = LegacyPeople.of("members");
        for (int i = 0; i < PLANTED.size(); i++) {
            String role = PLANTED.get(i);
            jb.person("authentication_user", i, hash)
                    .row(
                            "authentication_profile",
                            "id",
                            (long) i,
                            "user_id",
                            (long) i,
                            "is_default",
                            true,
                            "is_active",
                            true,
                            "role",
                            role);
            django.person("auth_user", i, hash)
                    .row("auth_group", "id", (long) i, "name", role)
                    .row("auth_user_groups", "id", (long) i, "user_id", (long) i, "group_id", (long) i);
            fastApi.person("users", i, hash, "role", role);
            own.person("members", i, hash, "role", role);
        }
        return new ArrayList<>(List.of(
                new Case(JbDrfAuthPreset.discovering(), jb),
                new Case(DjangoPreset.standard(), django),
                new Case(new FastApiUsersPreset(), fastApi),
                new Case(members(), own)));
    }

    private static Preset members() {
        return TablePreset.of(
                "club",
                "members",
                ImportHints.none(),
                person -> person.identifiers(IdentifierColumns.USUAL, Proofs.ALL)
                        .password("password")
                        .trust(Trust.always(true))
                        .role(person.row().text("role", 100)));
    }
}
