package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.phone;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static dev.lockstile.auth.testkit.contract.Samples.username;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is owned without proof, and what goes and stays when it is given up, erased or proven. */
abstract class UnprovenKeyContract extends StoreContract {

    private static final Instant LATER = FINE.plusSeconds(60);

    /** For those who extend it. */
    protected UnprovenKeyContract() {}

    static List<Identifier> oneOfEachKind() {
        return List.of(email("ana"), phone("5512345678"), username("ana"));
    }

    @ParameterizedTest
    @Tag("columns")
    @MethodSource("oneOfEachKind")
    void an_identifier_is_disowned_as_it_was_seen_and_free_for_another(Identifier identifier) {
        UserId id = write(tx -> tx.users().insert(user(List.of(new IdentifierAssignment(identifier, true, T0)), null)));
        IdentifierKind kind = identifier.kind();
        assertThat(done(tx -> tx.users().disown(id, kind, "another key", identifier.value())))
                .isFalse();
        assertThat(done(tx -> tx.users().disown(id, kind, identifier.key(), "another value")))
                .isFalse();
        assertThat(owner(identifier)).contains(id);

        assertThat(done(tx -> tx.users().disown(id, kind, identifier.key(), identifier.value())))
                .isTrue();
        assertThat(identifierState(id, identifier)).isEqualTo(new IdentifierState(identifier.value(), false, null));
        UserId next =
                write(tx -> tx.users().insert(user(List.of(new IdentifierAssignment(identifier, true, T0)), null)));
        assertThat(owner(identifier)).contains(next);
    }

    @ParameterizedTest
    @Tag("columns")
    @EnumSource(names = {"EMAIL", "PHONE"})
    void what_was_owned_without_proof_is_still_to_be_proven_after_it_was_disowned(IdentifierKind kind) {
        Identifier identifier = kind == IdentifierKind.EMAIL ? email("ana") : phone("5511");
        UserId id =
                write(tx -> tx.users().insert(user(List.of(new IdentifierAssignment(identifier, true, null)), null)));
        assertThat(done(tx -> tx.users().disown(id, kind, identifier.key(), identifier.value())))
                .isTrue();
        assertThat(read(tx -> tx.users().byId(id)).orElseThrow().keys().of(kind))
                .isEqualTo(IdentifierKeys.ofNobody(id));
        UserId next =
                write(tx -> tx.users().insert(user(List.of(new IdentifierAssignment(identifier, true, null)), null)));
        assertThat(owner(identifier)).contains(next);
        assertThat(done(tx -> tx.users().disown(next, kind, identifier.key(), identifier.value())))
                .isTrue();
        assertThat(owner(identifier)).isEmpty();
    }

    @Test
    void of_two_who_disown_at_once_one_does() {
        UserId id = write(tx -> tx.users().insert(user("ana")));
        Identifier email = email("ana");
        int winners = ParallelRun.winners(
                2, number -> write(tx -> tx.users().disown(id, email.kind(), email.key(), email.value())));
        assertThat(winners).isEqualTo(1);
    }

    @Test
    @Tag("columns")
    void what_is_owned_without_proof_can_be_given_up() {
        UserId ana = write(tx -> tx.users()
                .insert(user(
                        List.of(
                                IdentifierAssignment.proven(email("ana"), FINE),
                                new IdentifierAssignment(phone("5511"), true, null)),
                        null)));
        change(tx -> tx.users().releaseUnproven(ana, FINE));
        assertThat(owner(email("ana"))).contains(ana);
        assertThat(owner(phone("5511"))).isEmpty();
        assertThat(identifierState(ana, phone("5511")))
                .isEqualTo(new IdentifierState(phone("5511").value(), false, null));
    }

    @Test
    @Tag("columns")
    void what_was_set_before_the_one_proof_can_be_erased() {
        UserId ana = write(tx -> tx.users()
                .insert(user(
                        List.of(
                                IdentifierAssignment.proven(email("ana"), FINE),
                                IdentifierAssignment.unproven(phone("5511")),
                                IdentifierAssignment.unproven(username("ana"))),
                        Secret.of("$argon2id$old"))));
        change(tx -> tx.users().acceptTerms(ana, FINE));
        assertThat(done(tx -> tx.users().eraseUnproven(ana, LATER))).isTrue();
        StoredUser left = read(tx -> tx.users().byId(ana)).orElseThrow();
        assertThat(left.passwordHash()).isNull();
        assertThat(left.passwordChangedAt()).isEqualTo(LATER);
        assertThat(left.info().dates().termsAcceptedAt()).isNull();
        assertThat(identifierState(ana, email("ana")))
                .isEqualTo(new IdentifierState(email("ana").value(), true, FINE));
        assertThat(identifierState(ana, phone("5511"))).isEqualTo(IdentifierState.NONE);
        assertThat(identifierState(ana, username("ana"))).isEqualTo(IdentifierState.NONE);
    }

    @Test
    void an_owned_user_name_and_a_proven_number_outlive_the_erasure() {
        UserId ana = write(tx -> tx.users()
                .insert(user(
                        List.of(
                                IdentifierAssignment.unproven(email("ana")),
                                IdentifierAssignment.proven(phone("5511"), FINE),
                                new IdentifierAssignment(username("ana"), true, null)),
                        null)));
        assertThat(done(tx -> tx.users().eraseUnproven(ana, LATER))).isTrue();
        assertThat(identifierState(ana, email("ana"))).isEqualTo(IdentifierState.NONE);
        assertThat(owner(phone("5511"))).contains(ana);
        assertThat(owner(username("ana"))).contains(ana);
        change(tx -> tx.users().softDelete(ana, LATER));
        assertThat(done(tx -> tx.users().eraseUnproven(ana, LATER))).isFalse();
    }

    @Test
    @Tag("columns")
    void a_number_proven_while_the_rest_is_erased_stays() {
        for (int round = 0; round < 5; round++) {
            Identifier number = phone("551" + round);
            UserId ana = write(tx -> tx.users().insert(user(List.of(IdentifierAssignment.unproven(number)), null)));
            ParallelRun.run(
                    6,
                    n -> write(tx -> n == 0
                            ? tx.users().claim(ana, number, FINE)
                            : tx.users().eraseUnproven(ana, LATER)));
            assertThat(owner(number)).contains(ana);
        }
    }

    @Test
    @Tag("columns")
    void an_account_is_admitted_until_what_is_unproven_is_given_up() {
        UserInfo.Dates dates = new UserInfo.Dates(T0, null, null, FINE);
        NewUser wanted = user(List.of(new IdentifierAssignment(email("ana"), true, null)), null);
        UserId ana = write(tx -> tx.users()
                .insert(new NewUser(
                        wanted.claims(),
                        wanted.passwordHash(),
                        wanted.status(),
                        dates,
                        wanted.settings(),
                        wanted.times())));
        change(tx -> tx.users().recordLogin(ana, FINE));
        change(tx -> tx.users().acceptTerms(ana, FINE));
        change(tx -> tx.users().setActive(ana, true, FINE));
        assertThat(dates(ana)).isEqualTo(new UserInfo.Dates(T0, FINE, FINE, FINE));
        change(tx -> tx.users().claim(ana, email("ana"), FINE));
        change(tx -> tx.users().releaseUnproven(ana, FINE));
        assertThat(dates(ana)).isEqualTo(new UserInfo.Dates(T0, FINE, FINE));
    }

    private UserInfo.Dates dates(UserId id) {
        return read(tx -> tx.users().byId(id)).orElseThrow().info().dates();
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
