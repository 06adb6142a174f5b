package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.profile;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.ProfileStore.Owned;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What changes about a user who is there: only what is the own, one default profile, and one change after the other.
 */
abstract class UserUpdateContract extends StoreContract {

    /** For those who extend it. */
    protected UserUpdateContract() {}

    @Test
    @Tag("keys")
    @Tag("columns")
    void an_owner_describes_a_profile_and_nobody_else_does() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        ProfileId id = write(tx -> tx.profiles().insert(profile(ana, "home", T0)));
        Person person = new Person("Ana", "Ruiz", null, LocalDate.of(1990, 1, 1), "FEMALE");
        assertThat(done(tx -> tx.profiles().describe(new Owned(bea, id), person, "mine", FINE)))
                .isFalse();
        assertThat(done(tx -> tx.profiles().present(new Owned(bea, id), "x.png", FINE)))
                .isFalse();
        assertThat(done(tx -> tx.profiles().describe(new Owned(ana, id), person, "work", FINE)))
                .isTrue();
        assertThat(done(tx -> tx.profiles().present(new Owned(ana, id), "a.png", FINE)))
                .isTrue();
        ProfileInfo found = profiles(ana).get(0);
        assertThat(found.person()).isEqualTo(person);
        assertThat(found.label()).isEqualTo("work");
        assertThat(found.picture()).isEqualTo("a.png");
        change(tx -> tx.profiles().describe(new Owned(ana, id), Person.UNKNOWN, "", FINE));
        change(tx -> tx.profiles().present(new Owned(ana, id), null, FINE));
        assertThat(profiles(ana).get(0).person()).isEqualTo(Person.UNKNOWN);
        assertThat(profiles(ana).get(0).picture()).isNull();
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_role_is_given_to_a_profile_of_its_user_alone() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        ProfileId id = write(tx -> tx.profiles().insert(profile(ana, "home", T0)));
        assertThat(done(tx -> tx.profiles().assignRole(new Owned(bea, id), "EDITOR", FINE)))
                .isFalse();
        assertThat(profiles(ana).get(0).status().role()).isNotEqualTo("EDITOR");
        assertThat(done(tx -> tx.profiles().assignRole(new Owned(ana, id), "EDITOR", FINE)))
                .isTrue();
        ProfileInfo found = profiles(ana).get(0);
        assertThat(found.status().role()).isEqualTo("EDITOR");
        assertThat(found.label()).isEqualTo("home");
        change(tx -> tx.users().softDelete(ana, FINE));
        assertThat(done(tx -> tx.profiles().assignRole(new Owned(ana, id), "USER", FINE)))
                .isFalse();
    }

    @Test
    void of_many_roles_given_at_once_the_profile_has_one() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        ProfileId id = write(tx -> tx.profiles().insert(profile(ana, "home", T0)));
        ParallelRun.run(8, n -> done(tx -> tx.profiles().assignRole(new Owned(ana, id), "ROLE_" + n, FINE)));
        assertThat(profiles(ana)).hasSize(1);
        assertThat(profiles(ana).get(0).status().role()).matches("ROLE_[0-7]");
    }

    @Test
    @Tag("keys")
    void one_profile_is_the_default_whichever_is_chosen() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        ProfileId first = write(tx -> tx.profiles().insert(profile(ana, "1", T0)));
        ProfileId second = write(tx -> tx.profiles().insert(profile(ana, "2", T0)));
        ProfileId beas = write(tx -> tx.profiles().insert(profile(bea, "b", T0)));
        change(tx -> tx.profiles().makeDefault(new Owned(bea, beas), FINE));
        for (ProfileId chosen : List.of(first, second, first)) {
            assertThat(done(tx -> tx.profiles().makeDefault(new Owned(ana, chosen), FINE)))
                    .isTrue();
            assertThat(defaults(ana)).containsExactly(chosen);
        }
        assertThat(done(tx -> tx.profiles().makeDefault(new Owned(ana, beas), FINE)))
                .isFalse();
        assertThat(defaults(ana)).containsExactly(first);
        assertThat(defaults(bea)).containsExactly(beas);
    }

    @Test
    @Tag("columns")
    void a_profile_is_deleted_by_its_owner_unless_it_is_the_default() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        ProfileId first = write(tx -> tx.profiles().insert(profile(ana, "1", T0)));
        ProfileId second = write(tx -> tx.profiles().insert(profile(ana, "2", T0)));
        change(tx -> tx.profiles().makeDefault(new Owned(ana, first), FINE));
        assertThat(done(tx -> tx.profiles().delete(new Owned(bea, second), FINE)))
                .isFalse();
        assertThat(done(tx -> tx.profiles().delete(new Owned(ana, first), FINE)))
                .isFalse();
        assertThat(done(tx -> tx.profiles().delete(new Owned(ana, second), FINE)))
                .isTrue();
        assertThat(done(tx -> tx.profiles().delete(new Owned(ana, second), FINE)))
                .isFalse();
        assertThat(done(tx -> tx.profiles().makeDefault(new Owned(ana, second), FINE)))
                .isFalse();
        assertThat(profiles(ana)).extracting(ProfileInfo::id).containsExactly(first);
    }

    @Test
    @Tag("columns")
    @Tag("transactions")
    void whoever_holds_a_user_is_alone_with_what_the_user_has() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        ParallelRun.run(8, number -> write(tx -> addUnlessThree(tx, ana)));
        assertThat(profiles(ana)).hasSize(3);
        UserId gone = write(tx -> tx.users().insert(user("gone")));
        change(tx -> tx.users().softDelete(gone, FINE));
        assertThat(done(tx -> tx.users().lock(gone, FINE))).isFalse();
    }

    @Test
    void the_terms_are_accepted_once() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        change(tx -> tx.users().acceptTerms(ana, FINE));
        change(tx -> tx.users().acceptTerms(ana, FINE.plusSeconds(60)));
        assertThat(read(tx -> tx.users().byId(ana)).orElseThrow().info().dates().termsAcceptedAt())
                .isEqualTo(FINE);
    }

    @Test
    @Tag("columns")
    void a_superuser_is_seen_until_deleted() {
        change(tx -> tx.users().insert(user("ana")));
        assertThat(done(tx -> tx.users().anySuperuser())).isFalse();
        NewUser plain = user("root");
        UserInfo.Status status = new UserInfo.Status(false, false, true, null);
        UserId root = write(tx -> tx.users()
                .insert(new NewUser(plain.claims(), null, status, plain.dates(), plain.settings(), plain.times())));
        assertThat(done(tx -> tx.users().anySuperuser())).isTrue();
        change(tx -> tx.users().softDelete(root, FINE));
        assertThat(done(tx -> tx.users().anySuperuser())).isFalse();
    }

    @Test
    @Tag("columns")
    void superusers_are_listed_while_they_may_act() {
        change(tx -> tx.users().insert(user("ana")));
        UserId root = write(tx -> tx.users().insert(superuser("root")));
        UserId second = write(tx -> tx.users().insert(superuser("second")));
        UserId third = write(tx -> tx.users().insert(superuser("third")));
        assertThat(superusers()).containsExactlyInAnyOrder(root, second, third);
        change(tx -> tx.users().setActive(second, false, FINE));
        change(tx -> tx.users().softDelete(third, FINE));
        assertThat(superusers()).containsExactly(root);
    }

    private List<UserId> superusers() {
        return read(tx -> tx.users().superusers(FINE));
    }

    private static NewUser superuser(String name) {
        NewUser plain = user(name);
        return new NewUser(
                plain.claims(),
                null,
                new UserInfo.Status(true, false, true, null),
                plain.dates(),
                plain.settings(),
                plain.times());
    }

    private static boolean addUnlessThree(AuthTx tx, UserId user) {
        tx.users().lock(user, FINE);
        boolean fits = tx.users().byId(user).orElseThrow().profiles().size() < 3;
        if (fits) {
            tx.profiles().insert(profile(user, "one of three", T0));
        }
        return fits;
    }

    private List<ProfileId> defaults(UserId user) {
        return profiles(user).stream()
                .filter(profile -> profile.status().isDefault())
                .map(ProfileInfo::id)
                .toList();
    }

    private List<ProfileInfo> profiles(UserId id) {
        return read(tx -> tx.users().byId(id)).orElseThrow().profiles();
    }
}
