package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.SecondFactorFixture.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.factor.FactorAdministration.Reset;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialAdministration.Owner;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may administer accounts, as an endpoint of the host asks before it calls a method without a check. */
abstract class AdminAuthorizationContract extends FlowContract {

    private static final String ROOT = "root@acme.example";
    private static final Secret PASSWORD = Secret.of("root-harbour-7781");

    private static final NewAdmin STAFF = new NewAdmin("staff@acme.example", PASSWORD, NewAdmin.Rank.STAFF);

    private Caller root;

    /** For those who extend it. */
    protected AdminAuthorizationContract() {}

    @BeforeEach
    final void begin() {
        fixture.auth.admin().createFirstSuperuser(new NewAdmin(ROOT, PASSWORD, NewAdmin.Rank.SUPERUSER));
        root = caller(ROOT);
    }

    @Test
    void a_superuser_with_a_recent_proof_may() {
        assertThat(refusal(root)).isEmpty();
    }

    @Test
    void members_and_staff_may_not() {
        fixture.member("ana@acme.example");
        assertThat(refusal(fixture.caller(fixture.signedIn("ana@acme.example"))))
                .contains(Refusal.FORBIDDEN);
        fixture.auth
                .admin()
                .createAdministratorAs(root, new NewAdmin("staff@acme.example", PASSWORD, NewAdmin.Rank.STAFF));
        assertThat(refusal(caller("staff@acme.example"))).contains(Refusal.FORBIDDEN);
    }

    @Test
    void a_superuser_whose_proof_is_old_proves_again_first() {
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(refusal(root)).contains(Refusal.STEP_UP_REQUIRED);
        assertThat(refusal(caller(ROOT))).isEmpty();
    }

    @Test
    void a_token_whose_session_or_account_has_ended_counts_no_more() {
        Caller other = caller(ROOT);
        fixture.auth.sessions().logout(other);
        assertThat(refusal(other)).contains(Refusal.SESSION_ENDED);
        assertThat(refusal(root)).isEmpty();
        fixture.auth.admin().disable(root.user());
        assertThat(refusal(root)).contains(Refusal.SESSION_ENDED);
    }

    @Test
    void a_superuser_who_has_not_shown_the_second_factor_is_refused_apart_from_an_old_proof() {
        SecondFactorFixture.Enrolled enrolled = enrol(fixture, root);
        assertThat(refusal(enrolled.caller())).contains(Refusal.SECOND_FACTOR_REQUIRED);
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(refusal(enrolled.caller())).as("one factor, long ago").contains(Refusal.SECOND_FACTOR_REQUIRED);
        Caller both = shown(enrolled);
        assertThat(refusal(both)).isEmpty();
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(refusal(both)).as("two factors, long ago").contains(Refusal.STEP_UP_REQUIRED);
        assertThat(fixture.auth.admin().createAdministratorAs(enrolled.caller(), STAFF))
                .isEqualTo(Outcome.refused(Refusal.SECOND_FACTOR_REQUIRED));
        assertThat(fixture.auth.factorAdministration().resetAs(enrolled.caller(), "ana@acme.example", "ticket 1"))
                .isEqualTo(Reset.SECOND_FACTOR_REQUIRED);
    }

    @Test
    void a_refused_act_on_factors_and_other_sites_is_told_about_the_account_that_its_key_names() {
        fixture.member("ana@acme.example");
        Caller ana = fixture.caller(fixture.signedIn("ana@acme.example"));
        fixture.events.clear();
        fixture.auth.factorAdministration().resetAs(ana, root.user(), "ticket 1");
        fixture.auth.factorAdministration().cancelAs(ana, root.user(), "ticket 1");
        fixture.auth.socialAdministration().unlinkAs(ana, Owner.of(root.user()), "1", "ticket 1");
        assertThat(fixture.events).hasSize(3).allSatisfy(event -> {
            assertThat(event.user()).isEqualTo(root.user());
            assertThat(event.actor()).isEqualTo(new Actor(ana.user(), ana.session(), "ticket 1"));
        });
    }

    private Caller shown(SecondFactorFixture.Enrolled enrolled) {
        Outcome<SignIn> asked = fixture.login(ROOT, PASSWORD.reveal());
        FactorProof code = SecondFactorFixture.totp(enrolled.app().code());
        Outcome<SignIn> result = fixture.auth
                .secondFactorLogin()
                .finish(SecondFactorFixture.attempt(SecondFactorFixture.challenge(asked), code));
        return fixture.caller(result.orElseThrow());
    }

    private Optional<Refusal> refusal(Caller caller) {
        return fixture.auth.adminAuthorization().refusal(caller);
    }

    private Caller caller(String login) {
        return fixture.caller(FlowFixture.signIn(fixture.login(login, PASSWORD.reveal())));
    }
}
