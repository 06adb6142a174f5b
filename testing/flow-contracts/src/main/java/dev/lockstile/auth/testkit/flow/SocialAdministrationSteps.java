package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialAdministration.Account;
import dev.lockstile.auth.social.SocialAdministration.Owner;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A user with an account at another site, and a superuser with a recent proof. */
abstract class SocialAdministrationSteps extends FlowContract {

    static final String ANA = "ana@acme.example";
    static final String ROOT = "root@acme.example";
    static final Secret ROOT_PASSWORD = Secret.of("root-harbour-7781");
    static final String WHY = "ticket 7";

    SocialSteps steps;
    Caller ana;
    Caller root;
    String linked;

    /** For those who extend it. */
    protected SocialAdministrationSteps() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
        steps.corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT);
        fixture.member(ANA);
        ana = fixture.caller(fixture.signedIn(ANA));
        linked = steps.link(ana, steps.corp, "1", "ana@corp.example").accountId();
        fixture.auth.admin().createFirstSuperuser(new NewAdmin(ROOT, ROOT_PASSWORD, NewAdmin.Rank.SUPERUSER));
        root = rootCaller();
    }

    final void refuses(Caller caller, String login, Refusal why) {
        assertThat(administration().accountsAs(caller, Owner.named(login))).isEqualTo(refused(why));
        assertThat(administration().unlinkAs(caller, Owner.named(login), linked, WHY))
                .isEqualTo(refused(why));
        assertThat(administration().resumeAs(caller, Owner.named(login), linked, WHY))
                .isEqualTo(refused(why));
    }

    /** The provider of the account of ana tells that it has disabled it. */
    final void disabled(String tokenId) {
        SocialEvent event = new SocialEvent(
                steps.corp.issuer(), "1", tokenId, fixture.clock.instant(), SocialEvent.Type.ACCOUNT_DISABLED);
        steps.auth()
                .socialEvents()
                .receive(new SocialEvents.Message(
                        "corp", SocialEvent.Delivery.SECURITY_EVENT, steps.corp.event(event), "198.51.100.7"));
    }

    final SocialAdministration administration() {
        return steps.auth().socialAdministration();
    }

    final List<Account> linkedOf(String login) {
        return SocialSteps.done(administration().accounts(Owner.named(login)));
    }

    final Caller rootCaller() {
        return fixture.caller(FlowFixture.signIn(fixture.login(ROOT, ROOT_PASSWORD.reveal())));
    }

    final boolean lives(SignIn in) {
        return steps.auth().sessions().refresh(in.tokens().refresh()) instanceof Outcome.Done<TokenPair>;
    }

    final int letters() {
        return fixture.deliver().postbox.to(ANA).size();
    }

    static Outcome<?> refused(Refusal why) {
        return Outcome.refused(why);
    }
}
