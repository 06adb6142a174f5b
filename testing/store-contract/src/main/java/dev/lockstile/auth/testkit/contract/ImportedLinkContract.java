package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entries found by what they name, and links to other sites; skipped where a store keeps none. */
abstract class ImportedLinkContract extends StoreContract {

    private static final LegacyOrigin ORIGIN = new LegacyOrigin("django", "user", "id-1", "run-1", "f".repeat(64));

    /** For those who extend it. */
    protected ImportedLinkContract() {}

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
    @Tag("keys")
    @Tag("columns")
    void users_that_are_here_and_not_deleted_are_told_by_their_keys() {
        assumeLedger();
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        change(tx -> tx.users().softDelete(ana, T0));
        List<String> asked = List.of(ana.toString(), bea.toString(), "?", ORIGIN.fingerprint());
        assertThat(list(tx -> List.copyOf(ImportTx.in(tx).ledger().live(asked))))
                .containsExactly(bea.toString());
        assertThat(list(tx -> List.copyOf(ImportTx.in(tx).ledger().live(List.of()))))
                .isEmpty();
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
        assertThat(list(tx -> linked(tx, ana))).containsExactlyInAnyOrder(google, identity("apple", "sub-1"));

        assertThat(removes(bea, google, T0)).isFalse();
        assertThat(removes(ana, google, T0.plusSeconds(1))).isFalse();
        assertThat(removes(ana, google, T0)).isTrue();

        assertThat(list(tx -> linked(tx, ana))).containsExactly(identity("apple", "sub-1"));
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

    private static List<SocialIdentity> linked(AuthTx tx, UserId user) {
        return ImportTx.in(tx).rows().socials(List.of(user)).stream()
                .map(NewSocial::identity)
                .toList();
    }

    private List<String> naming(String... refs) {
        return list(tx -> ImportTx.in(tx).ledger().naming(List.of(refs))).stream()
                .map(KeyedLegacyLink::linkKey)
                .toList();
    }

    private void link(UserId user, String provider, String id) {
        change(tx -> ImportTx.in(tx)
                .inserts()
                .insertSocials(List.of(new NewSocial(user, identity(provider, id), RowTimes.fresh(T0)))));
    }

    private boolean removes(UserId user, SocialIdentity identity, Instant writtenAt) {
        return write(tx -> ImportTx.in(tx).written().removeSocial(user, identity, writtenAt));
    }

    private static SocialIdentity identity(String provider, String id) {
        return new SocialIdentity(provider, id, "ana@example.com", true, "https://example.com/p.png", FINE);
    }

    private void assumeLedger() {
        Assumptions.assumeTrue(done(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
    }

    private void assumeSocials() {
        Assumptions.assumeTrue(
                done(tx -> ImportTx.in(tx).inserts().keepsSocials()), "this store keeps no social accounts");
    }
}
