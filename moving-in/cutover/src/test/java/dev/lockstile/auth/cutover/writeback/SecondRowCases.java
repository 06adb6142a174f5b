package dev.lockstile.auth.cutover.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.imports.PlantedRows;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.ledger.LedgerKey;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SentLink;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose row is written to where further rows were merged into the account. */
abstract class SecondRowCases extends WriteBackCase {

    private static final String OWNER = "second-row@example.com";

    @Test
    void a_planted_second_row_stops_no_change_of_its_victims() {
        PlantedRows rows =
                PlantedRows.jb().jbUser(901, OWNER, "", true).jbUser(902, "Second-Row@example.com", "", false);
        ImportReport report = new Importing(store)
                .run(
                        rows.open(),
                        rows.preset,
                        ImportOptions.defaults().withSystem(old.system()).withDuplicates(DuplicatePolicy.MERGE));
        assertThat(report.warnings()).containsEntry("second_row_unproven", 1L);
        UserId owner = user(OWNER);

        resetPassword();
        assertSent(owner, false);
        auth.admin().disable(owner);
        assertSent(owner, true);
    }

    @Test
    void who_was_written_from_here_keeps_that_row_whatever_is_merged_later() {
        UserId user = personSentBefore();
        enter(user, "later");
        auth.admin().disable(user);
        writeBack.sendDue();
        assertThat(writeBack.deadLetters(10)).isEmpty();
        assertThat(old.of(user))
                .last()
                .satisfies(state -> assertThat(state.legacyId()).isEqualTo("old-" + user));
    }

    @Test
    void of_rows_that_all_were_merged_only_a_single_one_is_written_to() {
        UserId user = user(person());
        enter(user, "one");
        writeBack.sendDue();
        assertThat(old.of(user))
                .last()
                .satisfies(state -> assertThat(state.legacyId()).startsWith("one"));
        enter(user, "two");
        auth.admin().disable(user);
        writeBack.sendDue();
        assertThat(writeBack.deadLetters(10)).extracting(DeadLetter::reason).containsExactly("several_legacy_rows");
    }

    @Test
    void who_came_from_another_table_of_people_is_told_and_written_nowhere() {
        UserId user = user(person());
        old.otherPeople = Set.of("clerks");
        enter(user, "clerks", "seven");
        writeBack.sendDue();
        assertThat(old.of(user)).isEmpty();
        assertThat(writeBack.deadLetters(10)).extracting(DeadLetter::reason).containsExactly("in_another_table");
    }

    private void assertSent(UserId owner, boolean closed) {
        writeBack.sendDue();
        assertThat(writeBack.deadLetters(10)).isEmpty();
        assertThat(old.of(owner)).last().satisfies(state -> {
            assertThat(state.legacyId()).isEqualTo("901");
            assertThat(state.isClosed()).isEqualTo(closed);
        });
    }

    private void resetPassword() {
        auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, OWNER, null));
        MigrationFixture.deliver(auth);
        SentLink link = app.email.lastLink(OWNER);
        assertThat(auth.passwords().confirmReset(new LinkProof(link.uid(), Secret.of(link.token())), Secret.of(WORD)))
                .isInstanceOf(Outcome.Done.class);
    }

    /** As the ledger has a row that was merged. */
    private void enter(UserId user, String name) {
        enter(user, "users", name);
    }

    private void enter(UserId user, String entity, String name) {
        LegacyOrigin origin = new LegacyOrigin(old.system(), entity, name + "-" + user, "run-2", "print");
        store.alone(tx -> {
            tx.legacy().insert(LedgerKey.of(origin), origin, user.toString(), app.clock.instant());
            return user;
        });
    }
}
