package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.model.AbstractPasskey;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.PasskeyStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys: a credential belongs to one user, and its counter only rises. */
abstract class PasskeyStoreContract extends StoreContract {

    private static final Instant SOON = T0.plusSeconds(60);
    private static final int RUNS = 20;

    private UserId ana;
    private UserId ben;

    /** For those who extend it. */
    protected PasskeyStoreContract() {}

    @BeforeEach
    final void addPeople() {
        assumeTrue(store().<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
        ana = write(tx -> tx.users().insert(Samples.user("ana")));
        ben = write(tx -> tx.users().insert(Samples.user("ben")));
    }

    @Test
    void the_store_tells_that_it_keeps_passkeys_without_a_transaction() {
        assertThat(store().isMapped(AbstractPasskey.class)).isTrue();
    }

    @Test
    void a_passkey_is_read_back_as_written_and_is_a_factor_of_its_user() {
        PasskeyState state = passkey("p1", "c".repeat(1364), 5);
        insert(ana, state);
        assertThat(passkeys(ana)).containsExactly(state);
        assertThat(passkeys(ben)).isEmpty();
        assertThat(find(tx -> tx.factors().passkeys().byCredential("c".repeat(1364))))
                .contains(new PasskeyStore.OwnedPasskey(ana, state));
        assertThat(find(tx -> tx.factors().passkeys().byCredential("c"))).isEmpty();
        assertThat(find(tx -> tx.users().byId(ana)).orElseThrow().factors()).containsExactly(FactorKind.PASSKEY);
        assertThat(find(tx -> tx.users().byId(ben)).orElseThrow().hasSecondFactor())
                .isFalse();
    }

    @Test
    void a_credential_is_registered_once_over_all_users() {
        insert(ana, passkey("p1", "c1", 0));
        assertThatThrownBy(() -> insert(ben, passkey("p2", "c1", 0))).isInstanceOf(KeyTakenException.class);
        assertThatThrownBy(() -> insert(ana, passkey("p3", "c1", 0))).isInstanceOf(KeyTakenException.class);
        insert(ana, passkey("p4", "C1", 0));
        assertThat(passkeys(ana)).hasSize(2);
    }

    @Test
    void of_many_who_register_one_credential_at_once_one_wins() {
        assertThat(ParallelRun.ownersOf(
                        RUNS, number -> insert(number % 2 == 0 ? ana : ben, passkey("p" + number, "c1", 0))))
                .isEqualTo(1);
    }

    @Test
    void a_counter_only_rises_or_stays_zero() {
        insert(ana, passkey("p1", "c1", 5));
        assertThat(use(ana, "p1", 5)).isFalse();
        assertThat(use(ana, "p1", 0)).isFalse();
        assertThat(use(ben, "p1", 9)).as("another user").isFalse();
        assertThat(use(ana, "p1", 6)).isTrue();
        assertThat(passkeys(ana)).extracting(PasskeyState::use).containsExactly(new PasskeyState.Use(6, true, SOON));
        insert(ana, passkey("p2", "c2", 0));
        assertThat(use(ana, "p2", 0)).isTrue();
        assertThat(use(ana, "p2", 0)).isTrue();
    }

    @Test
    void of_many_proofs_with_one_count_at_once_one_wins() {
        insert(ana, passkey("p1", "c1", 0));
        assertThat(ParallelRun.winners(RUNS, number -> use(ana, "p1", 7))).isEqualTo(1);
    }

    @Test
    void one_is_renamed_and_removed_by_its_user_alone() {
        insert(ana, passkey("p1", "c1", 0));
        insert(ana, passkey("p2", "c2", 0));
        assertThat(done(tx -> tx.factors().passkeys().rename(ben, "p1", "mine", SOON)))
                .isFalse();
        assertThat(done(tx -> tx.factors().passkeys().rename(ana, "p1", "laptop", SOON)))
                .isTrue();
        assertThat(done(tx -> tx.factors().passkeys().remove(ben, "p1"))).isFalse();
        assertThat(done(tx -> tx.factors().passkeys().remove(ana, "p2"))).isTrue();
        assertThat(passkeys(ana)).extracting(PasskeyState::name).containsExactly("laptop");
        assertThat(count(tx -> tx.factors().passkeys().removeAll(ana))).isEqualTo(1);
        assertThat(find(tx -> tx.users().byId(ana)).orElseThrow().hasSecondFactor())
                .isFalse();
    }

    private static PasskeyState passkey(String id, String credential, long count) {
        return new PasskeyState(
                id,
                new PasskeyState.Key(
                        credential,
                        "h".repeat(43),
                        "k".repeat(1500),
                        true,
                        List.of("internal", "hybrid"),
                        "00000000-0000-0000-0000-000000000000"),
                new PasskeyState.Use(count, false, null),
                "phone",
                T0);
    }

    private void insert(UserId user, PasskeyState state) {
        change(tx -> tx.factors().passkeys().insert(user, state));
    }

    private boolean use(UserId user, String id, long count) {
        return done(tx -> tx.factors().passkeys().use(user, id, new PasskeyState.Use(count, true, null), SOON));
    }

    private List<PasskeyState> passkeys(UserId user) {
        return list(tx -> tx.factors().passkeys().of(user));
    }
}
