package dev.lockstile.auth.imports.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether the user of a row's number is that row, or another account's account that has the number by chance. */
final class UnmergedRowsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private final AuthStore store = new InMemoryAuthStore();
    private final Ledger ledger = new Ledger("shop", "run");

    @Test
    void a_row_that_alone_names_its_number_is_that_user() {
        entry("users", "7", "run", "own", "7", null);
        entry("users", "8", "run", "other", "8", NOW);

        assertThat(isUnmerged()).isTrue();
    }

    @Test
    void a_row_without_an_entry_is_nobody() {
        assertThat(isUnmerged()).isFalse();
        entry("customers", "7", "run", "other", "7", NOW);
        assertThat(isUnmerged()).isFalse();
    }

    @Test
    void a_number_at_which_another_row_became_an_account_is_not_the_rows_own() {
        entry("users", "7", "run", "own", "1", null);
        entry("users", "3", "run", "other", "7", NOW);

        assertThat(isUnmerged()).isFalse();
    }

    @Test
    void its_own_account_of_that_number_is_its_own() {
        entry("users", "7", "run", "own", "7", NOW);

        assertThat(isUnmerged()).isTrue();
    }

    @Test
    void what_another_row_only_names_or_owns_takes_no_number_away() {
        entry("users", "7", "run", "own", "7", null);
        entry("users", "3", "run", "merged", "7", null);
        entry("profiles", "3", "run", "profile", "7", NOW);
        entry("second_factor_locks", "users:3", "run", "", "7", NOW);

        assertThat(isUnmerged()).isTrue();
    }

    @Test
    void two_entries_of_one_old_row_are_one_person_and_alike_rows_of_two_runs_are_not() {
        entry("users", "7", "run", "own", "7", null);
        entry("customers", "7", "run", "own", "7", NOW);
        assertThat(isUnmerged()).isTrue();

        entry("customers", "8", "later", "own", "7", NOW);
        assertThat(isUnmerged()).isFalse();
    }

    private boolean isUnmerged() {
        return store.read(tx -> new UnmergedRows(tx, ledger).is("users", "7"));
    }

    private void entry(
            String entity, String id, String run, String fingerprint, String ref, @Nullable Instant writtenAt) {
        LegacyOrigin origin = new LegacyOrigin("shop", entity, id, run, fingerprint);
        store.alone(tx -> {
            ImportTx.in(tx)
                    .ledger()
                    .insertAll(List.of(new KeyedLegacyLink(ledger.key(entity, id), origin, ref, writtenAt)), NOW);
            return true;
        });
    }
}
