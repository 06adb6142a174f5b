package dev.lockstile.auth.imports.internal.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A row that was merged is told from one that stayed in place, though the ledger has both without a time of change. */
final class TargetSecondRowsTest {

    private static final OldUser SEVEN = new OldUser(7);

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final Ledger ledger = new Ledger("shop", "later");

    @Test
    void a_row_merged_into_an_account_of_another_number_is_a_second_row() {
        entry("users", "7", "run", "1", null);
        assertThat(isSecond(SEVEN)).isTrue();
    }

    @Test
    void no_row_that_became_an_account_or_was_written_from_one_is_a_second_row() {
        assertThat(isSecond(SEVEN)).as("it has not come").isFalse();
        entry("users", "7", "run", "7", OldUser.DAY);
        entry("users", "8", Ledger.WRITTEN_FROM_HERE, "1", null);
        entry("users", "9", "run", null, null);
        assertThat(isSecond(SEVEN)).isFalse();
        assertThat(isSecond(new OldUser(8))).isFalse();
        assertThat(isSecond(new OldUser(9))).as("it is forgotten").isFalse();
    }

    @Test
    void a_row_in_place_is_none_whatever_was_merged_into_it() {
        entry("users", "7", "run", "7", null);
        entry("users", "3", "run", "7", null);
        entry("profiles", "3", "run", "7", OldUser.DAY);
        assertThat(isSecond(SEVEN)).isFalse();
        assertThat(isSecond(new OldUser(3))).isTrue();
    }

    @Test
    void a_merged_row_that_has_the_number_of_the_account_by_chance_is_a_second_row() {
        entry("users", "7", "run", "7", null);
        entry("users", "3", "run", "7", OldUser.DAY);
        assertThat(isSecond(SEVEN)).isTrue();
    }

    @Test
    void so_is_one_that_has_the_number_of_an_account_that_was_written_back_to_another_row() {
        entry("users", "7", "run", "7", null);
        entry("users", "3", Ledger.WRITTEN_FROM_HERE, "7", null);
        assertThat(isSecond(SEVEN)).isTrue();
    }

    @Test
    void a_row_of_a_companion_table_stays_in_place_only_where_no_other_row_names_the_account() {
        entry("users", "7", "run", "7", null);
        assertThat(isSecond(new OldUser(7).companion())).isFalse();
        entry("customers", "9", "run", "7", null);
        assertThat(isSecond(new OldUser(7).companion())).isTrue();
    }

    private boolean isSecond(OldUser user) {
        PersonDraft person = PersonDraft.alone(user.draft());
        String key = person.user().origin().keyIn(ledger);
        Set<String> found = store.read(
                tx -> new TargetSecondRows(question(), tx.legacy().byKeys(List.of(key))).look(tx, List.of(person)));
        assertThat(found).isSubsetOf(key);
        return !found.isEmpty();
    }

    private TargetSnapshot.Question question() {
        try (IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.RULE, true)) {
            SecondRowRules rules = new SecondRowRules(conflicts, DuplicatePolicy.RULE);
            return new TargetSnapshot.Question(ledger, rules, store, null, false, KeptIds.none(store));
        }
    }

    /** Each row has a digest of its own. */
    private void entry(String entity, String id, String run, @Nullable String ref, @Nullable Instant writtenAt) {
        LegacyOrigin origin = new LegacyOrigin("shop", entity, id, run, entity + id);
        store.alone(tx -> {
            ImportTx.in(tx)
                    .ledger()
                    .insertAll(
                            List.of(new KeyedLegacyLink(ledger.key(entity, id), origin, ref, writtenAt)), OldUser.DAY);
            return true;
        });
    }
}
