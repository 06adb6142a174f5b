package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.profile;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static dev.lockstile.auth.testkit.contract.Samples.userWithPassword;
import static dev.lockstile.auth.testkit.contract.Samples.username;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an import wrote is written anew, unless it was changed since; skipped where a store keeps no ledger. */
abstract class ImportedRowUpdateContract extends StoreContract {

    private static final Instant LATER = T0.plusSeconds(86_400);
    private static final Secret OLD = Secret.of("$hash-1");

    /** For those who extend it. */
    protected ImportedRowUpdateContract() {}

    @BeforeEach
    void assumeLedger() {
        Assumptions.assumeTrue(done(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
    }

    @Test
    @Tag("keys")
    void an_untouched_user_is_replaced_and_reads_as_written() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        assertThat(find(tx -> ImportTx.in(tx).written().untouched(ana, T0))
                        .orElseThrow()
                        .claims())
                .containsExactly(IdentifierAssignment.proven(email("ana"), T0));

        assertThat(done(tx -> ImportTx.in(tx).written().replace(ana, T0, renewed("bea"))))
                .isTrue();

        NewUser now = find(tx -> ImportTx.in(tx).written().untouched(ana, FINE)).orElseThrow();
        assertThat(now.claims())
                .containsExactlyInAnyOrderElementsOf(renewed("bea").claims());
        assertThat(now.passwordHash()).isEqualTo(Secret.of("$hash-2"));
        assertThat(now.status()).isEqualTo(renewed("bea").status());
        assertThat(now.dates()).isEqualTo(renewed("bea").dates());
        assertThat(now.settings()).isEqualTo(renewed("bea").settings());
        assertThat(now.times().modifiedAt()).isEqualTo(FINE);
        change(tx -> tx.users().insert(user("ana")));
    }

    @Test
    @Tag("columns")
    void whom_somebody_has_changed_is_left_alone() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.users().recordLogin(ana, LATER));

        assertThat(find(tx -> ImportTx.in(tx).written().untouched(ana, T0))).isEmpty();
        assertThat(done(tx -> ImportTx.in(tx).written().replace(ana, T0, renewed("bea"))))
                .isFalse();
        assertThat(find(tx -> tx.users().byId(ana)).orElseThrow().info().dates().lastLoginAt())
                .isEqualTo(LATER);
    }

    @Test
    @Tag("columns")
    void an_identifier_of_somebody_else_is_refused() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.users().insert(user("bea")));

        assertThatThrownBy(() -> done(tx -> ImportTx.in(tx).written().replace(ana, T0, renewed("bea"))))
                .isInstanceOf(KeyTakenException.class);
        assertThat(find(tx -> ImportTx.in(tx).written().untouched(ana, T0))).isPresent();
    }

    @Test
    @Tag("keys")
    void whoever_is_replaced_by_a_deleted_row_owns_nothing() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        NewUser old = user("ana");
        UserInfo.Status gone = new UserInfo.Status(true, false, false, FINE);
        NewUser deleted =
                new NewUser(old.claims(), null, gone, old.dates(), old.settings(), new RowTimes(T0, FINE, FINE, false));

        assertThat(done(tx -> ImportTx.in(tx).written().replace(ana, T0, deleted)))
                .isTrue();

        assertThat(find(tx -> tx.users().byId(ana))).isEmpty();
        change(tx -> tx.users().insert(user("ana")));
    }

    @Test
    void of_a_sign_in_and_a_replacement_at_the_same_moment_the_sign_in_is_never_lost() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        ParallelRun.ownersOf(16, number -> {
            if (number % 2 == 0) {
                change(tx -> tx.users().recordLogin(ana, LATER));
            } else {
                change(tx -> ImportTx.in(tx).written().replace(ana, T0, renewed("ana")));
            }
        });
        assertThat(find(tx -> tx.users().byId(ana)).orElseThrow().info().dates().lastLoginAt())
                .isEqualTo(LATER);
    }

    @Test
    void a_sign_in_that_compared_the_password_before_a_replacement_is_refused() {
        UserId ana = write(tx -> tx.users().insert(userWithPassword("ana", OLD)));
        Secret compared =
                find(tx -> tx.users().byId(ana)).map(StoredUser::passwordHash).orElseThrow();
        change(between -> ImportTx.in(between).written().replace(ana, T0, renewed("ana")));
        assertThat(done(tx -> tx.users().recordPasswordLogin(ana, compared, LATER)))
                .isFalse();
        assertThat(done(tx -> tx.users().recordPasswordLogin(ana, Secret.of("$hash-2"), LATER)))
                .isTrue();
    }

    @Test
    void of_a_sign_in_by_the_old_password_and_its_replacement_at_the_same_moment_one_happens() {
        for (int round = 0; round < 8; round++) {
            String name = "round" + round;
            UserId id = write(tx -> tx.users().insert(userWithPassword(name, OLD)));
            int happened = ParallelRun.winners(
                    2,
                    number -> number == 0
                            ? done(tx -> ImportTx.in(tx).written().replace(id, T0, renewed(name)))
                            : done(tx -> tx.users().recordPasswordLogin(id, OLD, LATER)));
            assertThat(happened).isEqualTo(1);
        }
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void an_untouched_profile_is_replaced_and_keeps_its_mark() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        ProfileId home = write(tx -> tx.profiles().insert(profile(ana, "home", T0)));
        NewProfile next = new NewProfile(
                ana,
                new Person("Ana", "Ruiz", null, null, null),
                new ProfileInfo.Status("MANAGER", true, true),
                "work",
                "p.png",
                SettingsJson.of("{\"theme\": \"dark\"}"),
                new RowTimes(FINE, FINE, null, false));

        assertThat(done(tx -> ImportTx.in(tx).written().replace(home, T0, next)))
                .isTrue();

        NewProfile now =
                find(tx -> ImportTx.in(tx).written().untouched(home, FINE)).orElseThrow();
        assertThat(now.person()).isEqualTo(next.person());
        assertThat(now.status()).isEqualTo(new ProfileInfo.Status("MANAGER", false, true));
        assertThat(now.label()).isEqualTo("work");
        assertThat(now.settings()).isEqualTo(next.settings());
        change(tx -> tx.profiles().present(new ProfileStore.Owned(ana, home), null, LATER));
        assertThat(find(tx -> ImportTx.in(tx).written().untouched(home, FINE))).isEmpty();
        assertThat(done(tx -> ImportTx.in(tx).written().replace(home, FINE, next)))
                .isFalse();
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void an_entry_is_restated_once() {
        LegacyOrigin origin = new LegacyOrigin("django", "users", "1", "r1", "old");
        change(tx -> ImportTx.in(tx).ledger().insertAll(List.of(new KeyedLegacyLink("k1", origin, "42", T0)), T0));
        BeforeImage seen = new BeforeImage("k1", "old", T0, "");

        assertThat(done(tx -> ImportTx.in(tx).ledger().restate(seen, "new", FINE)))
                .isTrue();
        assertThat(done(tx -> ImportTx.in(tx).ledger().restate(seen, "other", FINE)))
                .isFalse();

        LegacyOrigin now = new LegacyOrigin("django", "users", "1", "r1", "new");
        Map<String, LegacyLinkInfo> entries = read(tx -> tx.legacy().byKeys(List.of("k1")));
        assertThat(entries).isEqualTo(Map.of("k1", new LegacyLinkInfo(now, "42", FINE)));
    }

    private static NewUser renewed(String name) {
        NewUser old = user(name);
        return new NewUser(
                List.of(
                        IdentifierAssignment.proven(email(name), FINE),
                        new IdentifierAssignment(username(name), true, null)),
                Secret.of("$hash-2"),
                new UserInfo.Status(true, true, false, null),
                new UserInfo.Dates(FINE, null, FINE),
                SettingsJson.of("{\"language\": \"es\"}"),
                new RowTimes(old.times().createdAt(), FINE, null, false));
    }
}
