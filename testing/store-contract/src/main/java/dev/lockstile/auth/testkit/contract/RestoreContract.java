package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.profile;
import static dev.lockstile.auth.testkit.contract.Samples.session;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.RowTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A deletion taken back: everything that went with the user returns, and nothing else. */
abstract class RestoreContract extends StoreContract {

    private static final Instant DELETED = after(Duration.ofMinutes(5));
    private static final Instant LATER = after(Duration.ofMinutes(9));

    /** For those who extend it. */
    protected RestoreContract() {}

    @Test
    @Tag("columns")
    void a_restored_user_is_found_by_what_it_owns_again() {
        UserId id = deleted("ana");
        assertThat(find(tx -> tx.users().deleted(id)).orElseThrow().info().email())
                .isEqualTo(email("ana").value());
        assertThat(done(tx -> tx.users().restore(id, List.of(email("ana")), LATER)))
                .isTrue();
        assertThat(find(tx -> tx.users()
                                .byKey(IdentifierKind.EMAIL, email("ana").key()))
                        .orElseThrow()
                        .info()
                        .id())
                .isEqualTo(id);
        assertThat(find(tx -> tx.users().deleted(id))).isEmpty();
    }

    @Test
    void a_restored_user_owns_nothing_that_is_not_named() {
        UserId id = deleted("ana");
        change(tx -> tx.users().restore(id, List.of(), LATER));
        assertThat(find(tx -> tx.users().byId(id))).isPresent();
        assertThat(find(tx ->
                        tx.users().byKey(IdentifierKind.EMAIL, email("ana").key())))
                .isEmpty();
    }

    @Test
    void what_a_restored_user_owns_again_is_proven_no_more() {
        UserId id = deleted("ana");
        change(tx -> tx.users().restore(id, List.of(email("ana")), LATER));
        assertThat(find(tx -> tx.users().byId(id))
                        .orElseThrow()
                        .info()
                        .identifiers()
                        .email())
                .isEqualTo(new IdentifierState(email("ana").value(), true, null));
    }

    @Test
    void a_number_that_a_restored_user_owns_again_is_proven_no_more() {
        Identifier number = Samples.phone("5512345678");
        UserId id = deleted("ana");
        change(tx -> tx.users().restore(id, List.of(), LATER));
        assertThat(done(tx -> tx.users().claim(id, number, LATER))).isTrue();
        change(tx -> tx.users().softDelete(id, LATER));
        change(tx -> tx.users().restore(id, List.of(number), LATER));
        assertThat(find(tx -> tx.users().byId(id))
                        .orElseThrow()
                        .info()
                        .identifiers()
                        .phone())
                .isEqualTo(new IdentifierState(number.value(), true, null));
    }

    @Test
    void who_was_admitted_is_so_no_more_where_an_address_is_owned_again() {
        UserInfo.Dates dates = new UserInfo.Dates(T0, null, null, T0);
        UserId id = write(tx -> tx.users()
                .insert(new NewUser(
                        List.of(new IdentifierAssignment(email("ana"), true, null)),
                        null,
                        UserInfo.Status.ORDINARY,
                        dates,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(T0))));
        change(tx -> tx.users().softDelete(id, DELETED));
        change(tx -> tx.users().restore(id, List.of(), LATER));
        assertThat(find(tx -> tx.users().byId(id)).orElseThrow().info().isAdmitted())
                .isTrue();
        change(tx -> tx.users().softDelete(id, DELETED));
        change(tx -> tx.users().restore(id, List.of(email("ana")), LATER));
        assertThat(find(tx -> tx.users().byId(id)).orElseThrow().info().isAdmitted())
                .isFalse();
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void profiles_that_went_with_the_user_return_and_others_do_not() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        ProfileId kept = write(tx -> tx.profiles().insert(profile(id, "home", T0)));
        ProfileId gone = write(tx -> tx.profiles().insert(profile(id, "work", T0)));
        change(tx -> {
            tx.profiles().makeDefault(new ProfileStore.Owned(id, kept), T0);
            assertThat(tx.profiles().delete(new ProfileStore.Owned(id, gone), T0))
                    .isTrue();
        });
        change(tx -> tx.users().softDelete(id, DELETED));
        change(tx -> tx.users().restore(id, List.of(), LATER));
        assertThat(find(tx -> tx.users().byId(id)).orElseThrow().profiles())
                .extracting(found -> found.id())
                .containsExactly(kept);
    }

    @Test
    void sessions_stay_ended() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.sessions().insert(id, session("s1", T0)));
        change(tx -> tx.users().softDelete(id, DELETED));
        change(tx -> tx.users().restore(id, List.of(), LATER));
        assertThat(list(tx -> tx.sessions().live(id, LATER))).isEmpty();
    }

    @Test
    @Tag("columns")
    @Tag("transactions")
    void an_identifier_that_somebody_owns_by_now_keeps_the_user_deleted() {
        UserId id = deleted("ana");
        UserId next = write(tx -> tx.users().insert(user("ana")));
        assertThatThrownBy(() -> change(tx -> tx.users().restore(id, List.of(email("ana")), LATER)))
                .isInstanceOf(KeyTakenException.class);
        assertThat(find(tx -> tx.users().byId(id))).isEmpty();
        assertThat(find(tx -> tx.users().byId(next))).isPresent();
    }

    @Test
    @Tag("columns")
    void nobody_is_restored_who_is_not_deleted() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        assertThat(find(tx -> tx.users().deleted(id))).isEmpty();
        assertThat(done(tx -> tx.users().restore(id, List.of(), LATER))).isFalse();
    }

    @Test
    void of_many_who_restore_the_same_user_one_wins() {
        UserId id = deleted("ana");
        assertThat(ParallelRun.winners(8, number -> write(tx -> tx.users().restore(id, List.of(email("ana")), LATER))))
                .isEqualTo(1);
    }

    private UserId deleted(String name) {
        UserId id = write(tx -> tx.users().insert(user(name)));
        change(tx -> tx.users().softDelete(id, DELETED));
        return id;
    }
}
