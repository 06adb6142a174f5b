package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The first address of a user who has an account at another site and nothing else, where the site tells of no proof.
 */
abstract class SocialFirstAddressContract extends FlowContract {

    private static final String NEW = "ana@acme.example";
    private static final String PHONE = "+525512345678";
    private static final String THERE = "ana@corp.example";
    private static final Outcome<OwnAccount.Changed> REFUSED = Outcome.refused(Refusal.STEP_UP_REQUIRED);

    private SocialSteps steps;

    /** For those who extend it. */
    protected SocialFirstAddressContract() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
        steps.corp.tellsProofs(false);
    }

    @Test
    void a_session_that_is_not_of_just_now_adds_none_refreshed_or_not() {
        linked(user(null, null));
        SignIn in = signIn();
        fixture.clock.advance(Duration.ofMinutes(11));
        TokenPair next = steps.auth().sessions().refresh(in.tokens().refresh()).orElseThrow();
        Caller thief =
                fixture.auth.sessions().authenticate(next.access().reveal()).orElseThrow();
        assertThat(update(thief, AccountChange.NONE.withEmail(NEW))).isEqualTo(REFUSED);
        assertThat(update(thief, AccountChange.NONE.withPhone(PHONE))).isEqualTo(REFUSED);
    }

    @Test
    void a_site_that_tells_an_old_proof_is_asked_for_a_new_one() {
        linked(user(null, null));
        steps.corp.tellsProofs(true);
        Instant yesterday = fixture.clock.instant().minus(Duration.ofDays(1));
        SignIn in = steps.in(
                steps.attempt(steps.corp, steps.corp.person("77", null, false).authenticatedAt(yesterday))
                        .signIn());
        assertThat(update(fixture.caller(in), AccountChange.NONE.withEmail(NEW)))
                .isEqualTo(REFUSED);
    }

    @Test
    void whoever_has_anything_else_proves_it_first() {
        Identifier address = IdentifierRules.standard().email(THERE).orElseThrow();
        List<UserId> others = List.of(
                user(null, Secret.of("md5$s$" + Md5.of("sletmein-81"))),
                user(new IdentifierAssignment(address, true, null), null));
        for (UserId other : others) {
            linked(other);
            assertThat(update(fixture.caller(signIn()), AccountChange.NONE.withEmail(NEW)))
                    .isEqualTo(REFUSED);
            fixture.store.alone(tx -> tx.socials().removeAll(other));
        }
        fixture.member("ben@acme.example");
        linked(fixture.signedIn("ben@acme.example").user().id());
        assertThat(update(fixture.caller(signIn()), AccountChange.NONE.withPhone(PHONE)))
                .isEqualTo(REFUSED);
    }

    @Test
    void it_is_no_proof_for_anything_else() {
        linked(user(null, null));
        Caller ana = fixture.caller(signIn());
        assertThat(fixture.auth.stepUp().isRecent(ana)).isFalse();
        assertThat(update(ana, AccountChange.NONE.withUsername("ana"))).isEqualTo(REFUSED);
        assertThat(update(ana, AccountChange.NONE.withEmail(NEW).withUsername("ana")))
                .isEqualTo(REFUSED);
        assertThat(update(ana, AccountChange.NONE.withEmail(NEW).withPhone(PHONE)))
                .isEqualTo(REFUSED);
        assertThat(steps.auth().social().start(new SocialLogin.Start("forum", ana, null, null)))
                .isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
    }

    @Test
    void the_first_address_is_added_by_the_code_to_it_and_what_the_site_knows_is_told() {
        linked(user(null, null));
        Caller ana = fixture.caller(signIn());
        PendingChange pending = pending(ana, AccountChange.NONE.withEmail(NEW));
        int told = fixture.deliver().postbox.to(THERE).size();
        assertThat(confirm(ana, pending, NEW)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(THERE)).hasSize(told + 1);
        assertThat(update(ana, AccountChange.NONE.withPhone(PHONE)))
                .as("the second one")
                .isEqualTo(REFUSED);
        assertThat(fixture.auth.stepUp().requestCode(ana, null, null)).isInstanceOf(Outcome.Done.class);
        assertThat(signIn().user().id()).isEqualTo(ana.user());
    }

    @Test
    void the_address_that_the_site_knows_is_not_told_of_its_own_proof() {
        linked(user(null, null));
        Caller ana = fixture.caller(signIn());
        PendingChange pending = pending(ana, AccountChange.NONE.withEmail(THERE));
        int told = fixture.deliver().postbox.to(THERE).size();
        assertThat(confirm(ana, pending, THERE)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(THERE)).hasSize(told);
    }

    @Test
    void of_two_sessions_that_ask_one_adds_the_first() {
        linked(user(null, null));
        Caller ana = fixture.caller(signIn());
        Caller other = fixture.caller(signIn());
        PendingChange one = pending(ana, AccountChange.NONE.withEmail(NEW));
        PendingChange two = pending(other, AccountChange.NONE.withPhone(PHONE));
        assertThat(confirm(ana, one, NEW)).isInstanceOf(Outcome.Done.class);
        assertThat(confirm(other, two, PHONE)).isInstanceOf(Outcome.Refused.class);
    }

    private SignIn signIn() {
        return steps.in(steps.signIn(steps.corp, "77", THERE, false));
    }

    private Outcome<OwnAccount.Changed> update(Caller caller, AccountChange change) {
        return fixture.auth.ownAccount().update(caller, change);
    }

    private PendingChange pending(Caller caller, AccountChange change) {
        Outcome<OwnAccount.Changed> result = update(caller, change);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow().pending().get(0);
    }

    private Outcome<OwnAccount.Changed> confirm(Caller caller, PendingChange pending, String address) {
        return fixture.auth
                .ownAccount()
                .confirmChange(caller, new ChangeProof(pending.challengeId(), Secret.of(fixture.codeTo(address))));
    }

    private UserId user(@Nullable IdentifierAssignment owned, @Nullable Secret hash) {
        Instant now = fixture.clock.instant();
        return fixture.store.alone(tx -> tx.users()
                .insert(new NewUser(
                        owned == null ? List.of() : List.of(owned),
                        hash,
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(now, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now))));
    }

    /** As an import leaves it: an address that no system vouches for. */
    private void linked(UserId user) {
        SocialIdentity there = new SocialIdentity("corp", "77", THERE, false, null, null);
        fixture.store.alone(tx -> {
            tx.socials().insert(user, there, fixture.clock.instant());
            return true;
        });
    }
}
