package dev.lockstile.auth.imports.internal.engine;

import static dev.lockstile.auth.imports.internal.engine.ListedPeople.people;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.WEAK;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.key;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.Forwarding;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a batch that the store refuses all come but the one who is refused; an outage refuses none. */
final class BatchImportTest {

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final MigrationFixture fixture = new MigrationFixture(store);
    private final List<QuarantineEntry> quarantine = new ArrayList<>();
    private int batchSize = 5;

    @Test
    void of_a_batch_with_somebody_whose_address_is_taken_here_the_others_come_and_each_is_counted_once() {
        strangerHas(email("user3@example.com"));
        List<UserDraft> users = new ArrayList<>(people(5));
        users.set(2, new OldUser(3).has(email("user3@example.com")).draft());

        ImportReport report = run(fixture.target(), new ListedPeople(users));

        assertThat(report.people().in(State.CREATED)).isEqualTo(4);
        assertThat(report.people().in(State.QUARANTINED)).isEqualTo(1);
        assertThat(quarantine).extracting(QuarantineEntry::legacyId).containsExactly("3");
        assertThat(quarantine).extracting(QuarantineEntry::reason).containsExactly("identifier_collision");
        assertThat(run(fixture.target(), new ListedPeople(users)).people().in(State.UNCHANGED))
                .as("all of them are here")
                .isEqualTo(4);
    }

    @Test
    void whoever_has_another_name_comes_without_the_address_that_is_taken_here() {
        strangerHas(email("user1@example.com"));
        ImportReport report = run(fixture.target(), new ListedPeople(people(1)));
        assertThat(report.people().in(State.CREATED)).isEqualTo(1);
        assertThat(report.warnings()).containsEntry("identifier_collision", 1L);
        assertThat(quarantine).isEmpty();
    }

    @Test
    void an_account_at_another_site_that_is_taken_here_stays_out_alone() {
        run(
                fixture.target(),
                "elsewhere",
                new ListedPeople(List.of(new OldUser(9).has(name("stranger")).draft()), social(1)));
        ImportReport report = run(fixture.target(), new ListedPeople(people(1), social(2)));
        assertThat(report.people().in(State.CREATED)).isEqualTo(1);
        assertThat(report.entities().get("social_accounts").byReason()).isEqualTo(Map.of("social_refused", 1L));
    }

    @Test
    void an_outage_ends_the_run_and_puts_nobody_in_quarantine() {
        int[] calls = {0};
        AuthStore failing = Forwarding.over(AuthStore.class, (verb, arguments) -> {
            if (verb.getName().equals("alone") && ++calls[0] > 2) {
                throw new StoreUnavailableException("down", null);
            }
            return Forwarding.to(store, verb, arguments);
        });
        ImportTarget target = new ImportTarget(
                failing, IdentifierRules.standard(), fixture.passwords().formats(), fixture.clock);
        assertThatThrownBy(() -> run(target, new ListedPeople(people(4))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(quarantine).isEmpty();
    }

    @Test
    void a_second_row_goes_to_the_account_that_has_the_address_and_to_nobody_who_only_wanted_it() {
        UserDraft owner = new OldUser(1).has(email("ann@example.com")).draft();
        UserDraft wanted = new OldUser(2)
                .has(email("ann@example.com"), email("other@example.com"), name("ben"))
                .createdAt(DAY.plusSeconds(1))
                .draft();
        UserDraft second = second();

        batchSize = 2;
        ImportReport report = run(fixture.target(), new ListedPeople(List.of(owner, wanted, second)));

        assertThat(report.people().in(State.MERGED)).isEqualTo(1);
        assertThat(idOf(IdentifierKind.USERNAME, "second")).isEqualTo(idOf(IdentifierKind.EMAIL, "ann@example.com"));
    }

    @Test
    void a_second_row_fills_nothing_into_an_account_that_came_with_rights() {
        batchSize = 1;
        for (UserInfo.Status status :
                List.of(new UserInfo.Status(true, true, false, null), new UserInfo.Status(true, false, true, null))) {
            MigrationFixture anew = new MigrationFixture(new InMemoryAuthStore());
            UserDraft owner =
                    new OldUser(1).has(email("ann@example.com")).with(status).draft();
            ImportReport report = run(anew.target(), new ListedPeople(List.of(owner, second())));
            assertThat(report.warnings()).containsEntry("second_row_of_account_with_rights", 1L);
        }
    }

    @Test
    void a_plan_says_of_second_rows_what_the_run_does() {
        batchSize = 1;
        for (UserInfo.Status status : List.of(
                UserInfo.Status.ORDINARY,
                new UserInfo.Status(true, true, false, null),
                new UserInfo.Status(true, false, true, null))) {
            MigrationFixture anew = new MigrationFixture(new InMemoryAuthStore());
            UserDraft owner =
                    new OldUser(1).has(email("ann@example.com")).with(status).draft();
            ListedPeople old = new ListedPeople(List.of(owner, second()));
            ImportReport plan;
            try (Source source = new SmallLegacy().source()) {
                plan = new UserImport(
                                anew.target(),
                                ImportOptions.defaults()
                                        .withBatchSize(1)
                                        .withWorkers(1)
                                        .asDryRun())
                        .run(source, old.preset(), quarantine::add);
            }
            ImportReport report = run(anew.target(), old);
            assertThat(plan.entities()).isEqualTo(report.entities());
            assertThat(plan.warnings()).isEqualTo(report.warnings());
        }
    }

    @Test
    void a_plan_says_as_the_run_does_that_the_password_of_an_account_stays_and_a_second_one_is_dropped() {
        batchSize = 1;
        UserDraft owner = new OldUser(1).has(email("ann@example.com")).draft();
        UserDraft withPassword =
                new OldUser(1).has(email("ann@example.com")).withPassword(WEAK).draft();
        UserDraft second = secondRow().withPassword(WEAK).draft();
        for (UserDraft first : List.of(withPassword, owner)) {
            MigrationFixture anew = new MigrationFixture(new InMemoryAuthStore());
            ListedPeople old = new ListedPeople(List.of(first, second));
            ImportReport plan;
            try (Source source = new SmallLegacy().source()) {
                ImportOptions dry = ImportOptions.defaults().withBatchSize(1).withWorkers(1);
                plan = new UserImport(anew.target(), dry.asDryRun()).run(source, old.preset(), quarantine::add);
            }
            Long dropped = first == owner ? null : 1L;
            assertThat(plan.warnings().get("second_password_dropped")).isEqualTo(dropped);
            assertThat(run(anew.target(), old).warnings().get("second_password_dropped"))
                    .isEqualTo(dropped);
        }
    }

    @Test
    void a_second_row_finds_an_account_that_came_with_an_earlier_run() {
        UserDraft owner = new OldUser(1).has(email("ann@example.com")).draft();
        run(fixture.target(), new ListedPeople(List.of(owner)));
        batchSize = 1;
        ImportReport report = run(fixture.target(), new ListedPeople(List.of(owner, second())));
        assertThat(report.people().in(State.MERGED)).isEqualTo(1);
        assertThat(idOf(IdentifierKind.USERNAME, "second")).isEqualTo(idOf(IdentifierKind.EMAIL, "ann@example.com"));
    }

    @Test
    void a_second_row_is_merged_into_no_strangers_account_while_its_own_stays_out() {
        strangerHas(email("ann@example.com"));
        UserDraft owner = new OldUser(1).has(email("ann@example.com")).draft();
        batchSize = 1;
        ImportReport report = run(fixture.target(), new ListedPeople(List.of(owner, second())));
        assertThat(report.people().in(State.MERGED)).isZero();
        assertThat(report.people().in(State.CREATED)).isEqualTo(1);
        assertThat(quarantine).extracting(QuarantineEntry::legacyId).containsExactly("1");
        assertThat(idOf(IdentifierKind.USERNAME, "second")).isNotEqualTo(idOf(IdentifierKind.EMAIL, "ann@example.com"));
    }

    private static UserDraft second() {
        return secondRow().draft();
    }

    private static OldUser secondRow() {
        return new OldUser(7).has(email("ann@example.com"), name("second")).companion();
    }

    private Object idOf(IdentifierKind kind, String value) {
        return store.read(tx -> tx.users().byKey(kind, key(kind.name(), value)))
                .orElseThrow()
                .info()
                .id();
    }

    private static SocialDraft social(int id) {
        return new SocialDraft(
                new Origin(Entity.SOCIAL_ACCOUNTS, id, "digest"),
                new SocialIdentity("google", "1", null, false, null, null),
                RowTimes.fresh(DAY),
                List.of());
    }

    private void strangerHas(WantedIdentifier wanted) {
        run(
                fixture.target(),
                "elsewhere",
                new ListedPeople(List.of(new OldUser(9).has(wanted).draft())));
    }

    private ImportReport run(ImportTarget target, ListedPeople old) {
        return run(target, "listed", old);
    }

    private ImportReport run(ImportTarget target, String system, ListedPeople old) {
        ImportOptions options = ImportOptions.defaults()
                .withSystem(system)
                .withBatchSize(batchSize)
                .withWorkers(1);
        try (Source source = new SmallLegacy().source()) {
            return new UserImport(target, options).run(source, old.preset(), quarantine::add);
        }
    }
}
