package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.phone;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static dev.lockstile.auth.testkit.contract.Samples.username;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.StoredUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom an identifier belongs to: to one user at the most, and only once it is proven. */
abstract class UserKeyContract extends StoreContract {

    /** For those who extend it. */
    protected UserKeyContract() {}

    static List<Identifier> oneOfEachKind() {
        return List.of(email("ana"), phone("5512345678"), username("ana"));
    }

    @ParameterizedTest
    @Tag("transactions")
    @MethodSource("oneOfEachKind")
    void an_identifier_that_is_owned_is_refused_to_a_second_user(Identifier identifier) {
        IdentifierAssignment claim = new IdentifierAssignment(identifier, true, T0);
        UserId first = write(tx -> tx.users().insert(user(List.of(claim), null)));
        assertThatThrownBy(() -> change(tx -> tx.users().insert(user(List.of(claim), null))))
                .isInstanceOf(KeyTakenException.class);
        assertThat(owner(identifier)).contains(first);
    }

    @ParameterizedTest
    @Tag("columns")
    @MethodSource("oneOfEachKind")
    void a_request_for_an_identifier_holds_it_for_nobody(Identifier identifier) {
        UserId requesting =
                write(tx -> tx.users().insert(user(List.of(IdentifierAssignment.unproven(identifier)), null)));
        UserId alsoRequesting =
                write(tx -> tx.users().insert(user(List.of(IdentifierAssignment.unproven(identifier)), null)));
        assertThat(owner(identifier)).isEmpty();
        assertThat(identifierState(requesting, identifier))
                .isEqualTo(new IdentifierState(identifier.value(), false, null));

        assertThat(done(tx -> tx.users().claim(alsoRequesting, identifier, FINE)))
                .isTrue();
        assertThat(owner(identifier)).contains(alsoRequesting);
        assertThat(identifierState(alsoRequesting, identifier).owned()).isTrue();
    }

    @ParameterizedTest
    @Tag("columns")
    @MethodSource("oneOfEachKind")
    void a_user_is_read_with_the_keys_as_stored(Identifier identifier) {
        UserId id = write(tx -> tx.users().insert(user(List.of(new IdentifierAssignment(identifier, true, T0)), null)));
        StoredUser read = read(tx -> tx.users().byId(id)).orElseThrow();
        assertThat(read.keys().of(identifier.kind())).isEqualTo(identifier.key());
        UserId other = write(tx -> tx.users().insert(user(List.of(IdentifierAssignment.unproven(identifier)), null)));
        assertThat(read(tx -> tx.users().byId(other)).orElseThrow().keys()).isEqualTo(IdentifierKeys.NONE);
    }

    @Test
    @Tag("columns")
    void a_proof_is_kept_to_the_microsecond() {
        UserId id = write(tx -> tx.users().insert(user(List.of(IdentifierAssignment.unproven(email("ana"))), null)));
        change(tx -> tx.users().claim(id, email("ana"), FINE));
        assertThat(identifierState(id, email("ana")))
                .isEqualTo(new IdentifierState(email("ana").value(), true, FINE));
    }

    @Test
    void an_identifier_proven_again_by_its_owner_stays_with_its_owner() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        assertThat(done(tx -> tx.users().claim(id, email("ana"), FINE))).isTrue();
        assertThat(identifierState(id, email("ana")).verifiedAt()).isEqualTo(FINE);
    }

    @Test
    @Tag("transactions")
    void an_identifier_somebody_else_owns_is_refused_and_the_old_one_kept() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        assertThatThrownBy(() -> change(tx -> tx.users().claim(bea, email("ana"), FINE)))
                .isInstanceOf(KeyTakenException.class);
        assertThat(owner(email("ana"))).contains(ana);
        assertThat(owner(email("bea"))).contains(bea);
    }

    @Test
    void a_new_identifier_sets_the_old_one_free() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.users().claim(ana, email("ana.new"), FINE));
        assertThat(owner(email("ana"))).isEmpty();
        assertThat(owner(email("ana.new"))).contains(ana);
        UserId next = write(tx -> tx.users().insert(user("ana")));
        assertThat(owner(email("ana"))).contains(next);
    }

    @Test
    void an_identifier_of_one_kind_leaves_the_others_alone() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.users().claim(ana, phone("5511"), FINE));
        assertThat(owner(email("ana"))).contains(ana);
        assertThat(owner(phone("5511"))).contains(ana);
    }

    @Test
    void users_without_identifiers_do_not_collide() {
        UserId first = write(tx -> tx.users().insert(user(List.of(), null)));
        UserId second = write(tx -> tx.users().insert(user(List.of(), null)));
        assertThat(second).isNotEqualTo(first);
        for (UserId id : List.of(first, second)) {
            IdentifierStates identifiers =
                    read(tx -> tx.users().byId(id)).orElseThrow().info().identifiers();
            assertThat(List.of(identifiers.email(), identifiers.phone(), identifiers.username()))
                    .containsOnly(new IdentifierState(null, false, null));
        }
    }

    @Test
    @Tag("keys")
    @Tag("transactions")
    void of_many_who_register_the_same_identifier_one_gets_it() {
        int owners = ParallelRun.ownersOf(24, number -> write(tx -> tx.users().insert(user("ana"))));
        assertThat(owners).isEqualTo(1);
        assertThat(owner(email("ana"))).isPresent();
    }

    @Test
    void of_many_who_prove_the_same_identifier_one_gets_it() {
        Identifier wanted = email("wanted");
        List<UserId> users = write(tx -> List.copyOf(IntStream.range(0, 16)
                .mapToObj(number -> tx.users().insert(user("user" + number)))
                .toList()));
        int owners = ParallelRun.ownersOf(16, number -> write(tx -> tx.users().claim(users.get(number), wanted, FINE)));
        assertThat(owners).isEqualTo(1);
        long holders = users.stream()
                .filter(id -> owner(wanted).equals(Optional.of(id)))
                .count();
        assertThat(holders).isEqualTo(1);
    }

    @Test
    void registering_and_proving_the_same_identifier_gives_it_to_one() {
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        int owners = ParallelRun.ownersOf(
                2,
                number -> change(tx -> {
                    if (number == 0) {
                        tx.users().claim(bea, email("wanted"), FINE);
                    } else {
                        tx.users().insert(user("wanted"));
                    }
                }));
        assertThat(owners).isEqualTo(1);
        assertThat(owner(email("wanted"))).isPresent();
    }

    private Optional<UserId> owner(Identifier identifier) {
        return read(tx -> tx.users().byKey(identifier.kind(), identifier.key()))
                .map(stored -> stored.info().id());
    }

    private IdentifierState identifierState(UserId id, Identifier identifier) {
        return read(tx -> tx.users().byId(id))
                .orElseThrow()
                .info()
                .identifiers()
                .of(identifier.kind());
    }
}
