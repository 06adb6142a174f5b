package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The own profiles: no other user's, never none, and exactly one default. */
@Tag("keys")
abstract class ProfileContract extends FlowContract {

    private static final Profiles.Draft WORK = new Profiles.Draft(new Person("Ana", "Ruiz", null, null, null), "Work");

    /** For those who extend it. */
    protected ProfileContract() {}

    @Test
    void a_profile_is_added_changed_and_deleted() {
        Caller ana = member("ana@acme.example");
        ProfileInfo added = done(fixture.auth.profiles().create(ana, WORK));
        assertThat(added.status().isDefault()).isFalse();
        assertThat(added.status().role()).isEqualTo("USER");
        ProfileInfo changed = done(fixture.auth
                .profiles()
                .update(ana, added.id(), draft -> new Profiles.Draft(draft.person(), draft.label() + "shop")));
        assertThat(changed.label()).isEqualTo("Workshop");
        assertThat(changed.person()).isEqualTo(WORK.person());
        assertThat(fixture.auth
                        .profiles()
                        .setPicture(ana, added.id(), "a.png")
                        .orElseThrow()
                        .profile()
                        .picture())
                .isEqualTo("a.png");
        assertThat(fixture.auth.profiles().setPicture(ana, added.id(), "b.png"))
                .extracting(Outcome::orElseThrow)
                .satisfies(done -> {
                    assertThat(done.profile().picture()).isEqualTo("b.png");
                    assertThat(done.replaced()).isEqualTo("a.png");
                });
        done(fixture.auth.profiles().delete(ana, added.id()));
        assertThat(fixture.auth.profiles().get(ana, added.id())).isEqualTo(refused(Refusal.PROFILE_NOT_FOUND));
        assertThat(own(ana)).hasSize(1);
    }

    @Test
    void a_gender_is_one_of_the_words_of_the_host_and_a_stored_one_stays() {
        Caller ana = member("ana@acme.example");
        Auth strict = fixture.nodeWith(builder -> builder.genders("WOMAN", "MAN"));
        ProfileInfo old = done(fixture.auth.profiles().create(ana, gender("FEMALE")));
        Outcome<ProfileInfo> refused = Outcome.invalid(List.of(FieldProblem.of("gender", "unknown_choice")));
        assertThat(strict.profiles().create(ana, gender("FEMALE"))).isEqualTo(refused);
        assertThat(strict.profiles().update(ana, old.id(), draft -> gender("woman")))
                .isEqualTo(refused);
        assertThat(done(strict.profiles().update(ana, old.id(), draft -> new Profiles.Draft(draft.person(), "Home")))
                        .person()
                        .gender())
                .isEqualTo("FEMALE");
        assertThat(done(strict.profiles().update(ana, old.id(), draft -> gender("WOMAN")))
                        .person()
                        .gender())
                .isEqualTo("WOMAN");
        assertThat(done(strict.profiles().update(ana, old.id(), draft -> gender(null)))
                        .person()
                        .gender())
                .isNull();
        assertThat(strict.admin()
                        .create(AccountDraft.ofEmail("bea@acme.example")
                                .withPerson(gender("FEMALE").person())))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("gender", "unknown_choice"))));
    }

    private static Profiles.Draft gender(@Nullable String word) {
        return new Profiles.Draft(new Person("Ana", null, null, null, word), "");
    }

    @Test
    void a_profile_of_somebody_else_is_not_there() {
        Caller ana = member("ana@acme.example");
        Caller bob = member("bob@acme.example");
        ProfileId anas = own(ana).get(0).id();
        ProfileInfo before = own(ana).get(0);
        done(fixture.auth.profiles().create(bob, WORK));
        Stream.of(
                        fixture.auth.profiles().get(bob, anas),
                        fixture.auth.profiles().update(bob, anas, draft -> WORK),
                        fixture.auth.profiles().setPicture(bob, anas, "b.png"),
                        fixture.auth.profiles().makeDefault(bob, anas),
                        fixture.auth.profiles().delete(bob, anas))
                .forEach(result -> assertThat(result).isEqualTo(refused(Refusal.PROFILE_NOT_FOUND)));
        assertThat(own(ana)).containsExactly(before);
    }

    @Test
    void the_last_profile_stays_and_the_default_passes_on() {
        Caller ana = member("ana@acme.example");
        ProfileId first = own(ana).get(0).id();
        assertThat(fixture.auth.profiles().delete(ana, first)).isEqualTo(refused(Refusal.LAST_PROFILE));
        ProfileId second = done(fixture.auth.profiles().create(ana, WORK)).id();
        done(fixture.auth.profiles().delete(ana, first));
        assertThat(own(ana)).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(second);
            assertThat(left.status().isDefault()).isTrue();
        });
        assertThat(fixture.signedIn("ana@acme.example").active().id()).isEqualTo(second);
    }

    @Test
    void a_profile_is_made_the_default_and_shown() {
        Caller ana = member("ana@acme.example");
        ProfileId first = own(ana).get(0).id();
        ProfileId second = done(fixture.auth.profiles().create(ana, WORK)).id();
        ProfileInfo shown = done(fixture.auth.profiles().makeDefault(ana, second));
        assertThat(shown.id()).isEqualTo(second);
        assertThat(shown.status().isDefault()).isTrue();
        assertThat(done(fixture.auth.profiles().get(ana, first)).status().isDefault())
                .isFalse();
    }

    @Test
    void a_profile_that_nobody_can_act_in_does_not_become_the_default() {
        Caller ana = member("ana@acme.example");
        ProfileInfo first = own(ana).get(0);
        ProfileId asleep = fixture.store.alone(tx -> tx.profiles()
                .insert(new NewProfile(
                        ana.user(),
                        Person.UNKNOWN,
                        new ProfileInfo.Status("USER", false, false),
                        "asleep",
                        null,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(fixture.clock.instant()))));
        assertThat(fixture.auth.profiles().makeDefault(ana, asleep)).isEqualTo(refused(Refusal.PROFILE_NOT_FOUND));
        assertThat(done(fixture.auth.profiles().get(ana, first.id())).status().isDefault())
                .isTrue();
    }

    @Test
    void one_stays_the_default_whatever_happens_at_once() {
        Caller ana = member("ana@acme.example");
        for (int i = 0; i < 5; i++) {
            done(fixture.auth.profiles().create(ana, WORK));
        }
        List<ProfileInfo> all = own(ana);
        ParallelRun.run(
                12,
                n -> n % 2 == 0
                        ? fixture.auth
                                .profiles()
                                .makeDefault(ana, all.get(n / 2).id())
                        : fixture.auth.profiles().delete(ana, all.get(n / 2).id()));
        assertThat(own(ana)).isNotEmpty();
        assertThat(own(ana).stream().filter(profile -> profile.status().isDefault()))
                .hasSize(1);
    }

    @Test
    void nobody_has_more_than_fifty() {
        Caller ana = member("ana@acme.example");
        for (int i = 1; i < 50; i++) {
            done(fixture.auth.profiles().create(ana, WORK));
        }
        assertThat(fixture.auth.profiles().create(ana, WORK)).isEqualTo(refused(Refusal.TOO_MANY_PROFILES));
    }

    @Test
    void a_session_that_is_over_changes_nothing() {
        Caller ana = member("ana@acme.example");
        ProfileId id = own(ana).get(0).id();
        fixture.auth.sessions().logout(ana);
        assertThat(fixture.auth.profiles().create(ana, WORK)).isEqualTo(refused(Refusal.SESSION_ENDED));
        assertThat(fixture.auth.profiles().get(ana, id)).isEqualTo(refused(Refusal.SESSION_ENDED));
        assertThat(fixture.auth.profiles().delete(ana, id)).isEqualTo(refused(Refusal.SESSION_ENDED));
    }

    private Caller member(String email) {
        fixture.member(email);
        return fixture.caller(fixture.signedIn(email));
    }

    private List<ProfileInfo> own(Caller caller) {
        return fixture.auth.ownAccount().me(caller).orElseThrow().profiles();
    }

    private static ProfileInfo done(Outcome<ProfileInfo> result) {
        return result.orElseThrow();
    }

    private static Outcome<ProfileInfo> refused(Refusal why) {
        return Outcome.refused(why);
    }
}
