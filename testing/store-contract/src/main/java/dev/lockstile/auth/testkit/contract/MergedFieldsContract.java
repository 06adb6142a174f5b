package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.phone;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static dev.lockstile.auth.testkit.contract.Samples.username;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a second row of a person filled in is taken out again; skipped where a store keeps no ledger. */
abstract class MergedFieldsContract extends StoreContract {

    private static final Instant LATER = T0.plusSeconds(86_400);
    private static final Person ANA = new Person("Ana", null, null, null, null);

    /** For those who extend it. */
    protected MergedFieldsContract() {}

    @BeforeEach
    void assumeLedger() {
        Assumptions.assumeTrue(done(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void what_was_filled_into_a_user_is_told_and_only_that_is_emptied() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        NewUser before =
                find(tx -> ImportTx.in(tx).written().untouched(ana, T0)).orElseThrow();

        FilledColumns filled = fill(ana).orElseThrow();

        assertThat(filled.parts()).containsExactlyInAnyOrder(Part.PHONE, Part.USERNAME, Part.PASSWORD);
        assertThat(fill(ana)).as("nothing is missing any more").isEmpty();
        assertThat(done(tx -> ImportTx.in(tx).written().empty(ana, filled))).isTrue();
        assertThat(find(tx -> ImportTx.in(tx).written().untouched(ana, T0))).contains(before);
        change(tx -> tx.users().insert(user(List.of(IdentifierAssignment.proven(phone("5512345678"), T0)), null)));
    }

    @Test
    @Tag("columns")
    void an_account_that_was_changed_since_keeps_what_was_filled_in() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        FilledColumns filled = fill(ana).orElseThrow();
        change(tx -> tx.users().recordLogin(ana, LATER));

        assertThat(done(tx -> ImportTx.in(tx).written().empty(ana, filled))).isFalse();

        StoredUser now = find(tx -> tx.users().byId(ana)).orElseThrow();
        assertThat(now.passwordHash()).isEqualTo(Secret.of("$hash-2"));
        assertThat(now.info().identifiers().phone().owned()).isTrue();
    }

    @Test
    void an_account_in_use_before_it_was_filled_is_emptied_while_nobody_has_used_it_since() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.users().recordLogin(ana, LATER));
        FilledColumns filled = fill(ana).orElseThrow();

        assertThat(done(tx -> ImportTx.in(tx).written().empty(ana, filled))).isTrue();

        StoredUser now = find(tx -> tx.users().byId(ana)).orElseThrow();
        assertThat(now.passwordHash()).isNotEqualTo(Secret.of("$hash-2"));
        assertThat(now.info().identifiers().phone().owned()).isFalse();
        assertThat(now.info().dates().lastLoginAt()).isEqualTo(LATER);
    }

    @Test
    void of_a_person_who_proves_a_number_and_a_rollback_that_empties_it_the_person_never_loses() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        FilledColumns filled = fill(ana).orElseThrow();

        ParallelRun.run(
                16,
                number -> number % 2 == 0
                        ? write(tx -> ImportTx.in(tx).written().empty(ana, filled))
                        : write(tx -> tx.users().claim(ana, phone("5512345678"), LATER)));

        assertThat(find(tx -> tx.users()
                                .byKey(IdentifierKind.PHONE, phone("5512345678").key()))
                        .map(owner -> owner.info().id()))
                .contains(ana);
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void what_was_filled_into_the_default_profile_is_emptied_while_nobody_has_changed_it() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        ProfileId home = write(tx -> tx.profiles().insert(profile(ana)));
        NewProfile before =
                find(tx -> ImportTx.in(tx).written().untouched(home, T0)).orElseThrow();

        FilledColumns filled = describe(ana).orElseThrow();

        assertThat(filled.parts()).containsExactlyInAnyOrder(Part.FIRST_NAME, Part.ROLE);
        assertThat(describe(ana)).as("nothing is missing any more").isEmpty();
        assertThat(done(tx -> ImportTx.in(tx).written().emptyDefaultProfile(ana, filled)))
                .isTrue();
        assertThat(find(tx -> ImportTx.in(tx).written().untouched(home, T0))).contains(before);

        assertThat(describe(ana)).contains(filled);
        change(tx -> tx.profiles().present(new ProfileStore.Owned(ana, home), "p.png", LATER));
        assertThat(done(tx -> ImportTx.in(tx).written().emptyDefaultProfile(ana, filled)))
                .isFalse();
    }

    private Optional<FilledColumns> fill(UserId user) {
        List<IdentifierAssignment> claims = List.of(
                IdentifierAssignment.proven(email("bea"), T0),
                IdentifierAssignment.proven(phone("5512345678"), T0),
                new IdentifierAssignment(username("ana"), true, null));
        return write(tx -> ImportTx.in(tx).written().complete(user, claims, Secret.of("$hash-2")));
    }

    private Optional<FilledColumns> describe(UserId user) {
        return write(tx -> ImportTx.in(tx).written().completeDefaultProfile(user, ANA, "MANAGER"));
    }

    private static NewProfile profile(UserId user) {
        return new NewProfile(
                user,
                new Person(null, "Ruiz", null, null, null),
                new ProfileInfo.Status("USER", true, true),
                "",
                null,
                SettingsJson.EMPTY,
                RowTimes.fresh(T0));
    }
}
