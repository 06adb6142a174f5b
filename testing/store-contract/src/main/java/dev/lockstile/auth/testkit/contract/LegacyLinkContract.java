package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger of rows that came from a legacy system; skipped where a store keeps none. */
abstract class LegacyLinkContract extends StoreContract {

    private static final LegacyOrigin ORIGIN =
            new LegacyOrigin("django", "user", "id-\u00E9\uD83D\uDE00", "run-1", "f".repeat(64));

    /** For those who extend it. */
    protected LegacyLinkContract() {}

    @Test
    @Tag("keys")
    @Tag("columns")
    void entries_come_back_as_added_and_only_those_asked_for() {
        assumeLedger();
        record("k1", "42");
        record("k2", null);
        record("k3", "43");
        assertThat(entries(List.of("k1", "k2", "unknown", "k1")))
                .isEqualTo(Map.of("k1", new LegacyLinkInfo(ORIGIN, "42"), "k2", new LegacyLinkInfo(ORIGIN, null)));
        assertThat(entries(List.of())).isEmpty();
    }

    @Test
    void a_thousand_entries_are_read_at_once() {
        assumeLedger();
        List<String> keys = IntStream.range(0, 1000).mapToObj(i -> "k" + i).toList();
        change(tx -> keys.forEach(key -> tx.legacy().insert(key, ORIGIN, key, T0)));
        assertThat(entries(keys)).hasSize(1000).containsEntry("k999", new LegacyLinkInfo(ORIGIN, "k999"));
    }

    @Test
    void a_few_entries_are_found_among_many_keys_that_have_none() {
        assumeLedger();
        List<String> unknown = IntStream.range(0, 500).mapToObj(i -> "u" + i).toList();
        assertThat(entries(unknown)).isEmpty();
        record("k1", "42");
        record("k2", null);
        List<String> asked =
                Stream.concat(unknown.stream(), Stream.of("k1", "k2", "k1")).toList();
        assertThat(entries(asked)).containsOnlyKeys("k1", "k2");
    }

    @Test
    void a_row_is_imported_once() {
        assumeLedger();
        record("k1", "42");
        assertThatThrownBy(() -> record("k1", "43")).isInstanceOf(KeyTakenException.class);
        assertThat(entries(List.of("k1"))).containsEntry("k1", new LegacyLinkInfo(ORIGIN, "42"));
    }

    @Test
    @Tag("transactions")
    void a_row_imported_twice_leaves_no_second_user() {
        assumeLedger();
        record("k1", "42");
        assertThatThrownBy(() -> change(tx -> {
                    tx.users().insert(user("ana"));
                    tx.legacy().insert("k1", ORIGIN, "43", T0);
                }))
                .isInstanceOf(KeyTakenException.class);
        change(tx -> tx.users().insert(user("ana")));
    }

    @Test
    @Tag("transactions")
    void of_many_who_import_the_same_row_one_wins() {
        assumeLedger();
        int owners = ParallelRun.ownersOf(16, number -> record("k1", "by-" + number));
        assertThat(owners).isEqualTo(1);
    }

    @Test
    @Tag("keys")
    void of_several_merges_of_an_account_the_last_is_told() {
        assumeLedger();
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        UserId cara = write(tx -> tx.users().insert(user("cara")));
        change(tx -> tx.legacy().enterMerge(ana, bea, T0));
        assertThat(mergedInto(ana, bea, cara)).isEqualTo(Map.of(ana.toString(), bea.toString()));
        change(tx -> tx.legacy().enterMerge(ana, cara, T0));
        change(tx -> tx.legacy().enterMerge(bea, cara, T0));
        assertThat(mergedInto(ana, bea, cara))
                .isEqualTo(Map.of(ana.toString(), cara.toString(), bea.toString(), cara.toString()));
        assertThat(mergedInto()).isEmpty();
    }

    private Map<String, String> mergedInto(UserId... users) {
        List<String> refs = Stream.of(users).map(UserId::toString).toList();
        return read(tx -> tx.legacy().mergedInto(refs));
    }

    private void record(String key, @Nullable String localRef) {
        change(tx -> tx.legacy().insert(key, ORIGIN, localRef, FINE));
    }

    private Map<String, LegacyLinkInfo> entries(List<String> keys) {
        return read(tx -> tx.legacy().byKeys(keys));
    }

    private void assumeLedger() {
        Assumptions.assumeTrue(done(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
    }
}
