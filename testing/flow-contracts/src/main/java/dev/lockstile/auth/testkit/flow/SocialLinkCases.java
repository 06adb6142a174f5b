package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Two people who are signed in, and sites to link. */
abstract class SocialLinkCases extends FlowContract {

    static final String ANA = "ana@acme.example";
    static final String BEN = "ben@acme.example";
    SocialSteps steps;
    Caller ana;
    Caller ben;

    /** For those who extend it. */
    protected SocialLinkCases() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
        fixture.member(ANA);
        fixture.member(BEN);
        ana = fixture.caller(fixture.signedIn(ANA));
        ben = fixture.caller(fixture.signedIn(BEN));
    }

    SocialLogin.Started start(@Nullable Caller caller, @Nullable String returnTo) {
        return SocialSteps.done(
                steps.auth().social().start(new SocialLogin.Start("corp", caller, returnTo, "192.0.2.7")));
    }

    Outcome<SignIn> finish(SocialLogin.Started started, boolean terms) {
        return steps.auth().social().finish(started.browser(), FlowFixture.WEB, terms);
    }

    UserId user(Outcome<SignIn> result) {
        return steps.in(result).user().id();
    }

    static <T> Outcome<T> refused(Refusal why) {
        return Outcome.refused(why);
    }
}
