package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.KeyedLegacyLink;
import dev.lockstile.auth.store.LegacyLinkInfo;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger of an import and the links to other sites; skipped where a store keeps none. */
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
    @Tag("columns")
    void all_entries_that_name_a_row_are_found_whether_it_is_here_or_not() {
        assumeLedger();
        record("k1", "42");
        record("k2", "42");
        record("k3", null);
        record("k4", "43");
        assertThat(naming("42", "99")).containsExactlyInAnyOrder("k1", "k2");
        assertThat(naming()).isEmpty();
    }

    @Test
    @Tag("columns")
    void a_link_is_removed_while_nobody_has_changed_it() {
        assumeSocials();
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        link(ana, "google", "sub-1");
        link(ana, "apple", "sub-1");
        SocialIdentity google = identity("google", "sub-1");
        assertThat(list(tx -> tx.socials().of(ana))).containsExactlyInAnyOrder(google, identity("apple", "sub-1"));

        assertThat(removes(bea, google, T0)).isFalse();
        assertThat(removes(ana, google, T0.plusSeconds(1))).isFalse();
        assertThat(removes(ana, google, T0)).isTrue();

        assertThat(list(tx -> tx.socials().of(ana))).containsExactly(identity("apple", "sub-1"));
        link(bea, "google", "sub-1");
    }

    @Test
    void of_many_who_remove_the_same_link_one_does() {
        assumeSocials();
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        link(ana, "google", "sub-1");
        List<Boolean> removed = ParallelRun.run(16, number -> removes(ana, identity("google", "sub-1"), T0));
        assertThat(removed).containsOnlyOnce(true);
    }

    @Test
    void an_account_at_another_site_is_linked_once() {
        assumeSocials();
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        link(ana, "google", "sub-1");
        assertThatThrownBy(() -> link(bea, "google", "sub-1")).isInstanceOf(KeyTakenException.class);
        assertThatThrownBy(() -> link(ana, "google", "sub-1")).isInstanceOf(KeyTakenException.class);
        link(bea, "google", "sub-2");
        link(bea, "apple", "sub-1");
    }

    @Test
    void of_many_who_link_the_same_account_one_wins() {
        assumeSocials();
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        int owners = ParallelRun.ownersOf(16, number -> link(ana, "google", "sub-1"));
        assertThat(owners).isEqualTo(1);
    }

    private void record(String key, @Nullable String localRef) {
        change(tx -> tx.legacy().insert(key, ORIGIN, localRef, FINE));
    }

    private Map<String, LegacyLinkInfo> entries(List<String> keys) {
        return read(tx -> tx.legacy().byKeys(keys));
    }

    private List<String> naming(String... refs) {
        return list(tx -> tx.legacy().naming(List.of(refs))).stream()
                .map(KeyedLegacyLink::linkKey)
                .toList();
    }

    private void link(UserId user, String provider, String id) {
        change(tx -> tx.socials().insert(user, identity(provider, id), RowTimes.fresh(T0)));
    }

    private boolean removes(UserId user, SocialIdentity identity, Instant writtenAt) {
        return write(tx -> tx.socials().remove(user, identity, writtenAt));
    }

    private static SocialIdentity identity(String provider, String id) {
        return new SocialIdentity(provider, id, "ana@example.com", true, "https://example.com/p.png", FINE);
    }

    private void assumeLedger() {
        Assumptions.assumeTrue(done(tx -> tx.legacy().isKept()), "this store keeps no ledger");
    }

    private void assumeSocials() {
        Assumptions.assumeTrue(done(tx -> tx.socials().isKept()), "this store keeps no social accounts");
    }
}
