package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** An account that is linked to one at a provider, and what that provider tells of it. */
abstract class SocialEventSteps extends FlowContract {

    static final String ANA = "ana@acme.example";
    static final SocialEvents.Result ACCEPTED = new SocialEvents.Result.Accepted(false);
    static final Outcome<SignIn> REFUSED = SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN);

    SocialSteps steps;
    UserId ana;
    private int tokens;

    /** For those who extend it. */
    protected SocialEventSteps() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
        steps.corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT);
        fixture.member(ANA);
        SignIn in = fixture.signedIn(ANA);
        ana = in.user().id();
        steps.link(fixture.caller(in), steps.corp, "1", ANA);
    }

    final SignIn signIn() {
        return steps.in(steps.signIn(steps.corp, "1", ANA, true));
    }

    final SocialEvents.Result send(SocialEvent event) {
        Secret token = steps.corp.event(event);
        return steps.auth()
                .socialEvents()
                .receive(new SocialEvents.Message("corp", SocialEvent.Delivery.SECURITY_EVENT, token, "198.51.100.7"));
    }

    final SocialEvent event(SocialEvent.Type type, Instant at) {
        return new SocialEvent(steps.corp.issuer(), "1", "jti-" + ++tokens, at, type);
    }

    final Instant now() {
        return fixture.clock.instant();
    }

    final boolean lives(SignIn in) {
        return steps.auth().sessions().refresh(in.tokens().refresh()) instanceof Outcome.Done<TokenPair>;
    }

    final List<String> linked() {
        return SocialSteps.done(steps.auth().social().accounts(fixture.caller(fixture.signedIn(ANA)))).stream()
                .map(LinkedAccount::provider)
                .toList();
    }

    final String told() {
        List<String> all = fixture.events.stream()
                .filter(AuthEvent.ProviderEvent.class::isInstance)
                .map(event -> String.valueOf(event.detail()))
                .toList();
        return all.get(all.size() - 1);
    }
}
