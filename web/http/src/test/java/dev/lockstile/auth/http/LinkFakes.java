package dev.lockstile.auth.http;

import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.Map;

/** Sign-in by link that gives the answers a test wants. */
record LinkFakes(Fakes fakes) implements LinkLogin {

    static void fill(Map<String, Object> answers) {
        answers.put("requestLink", Outcome.done(new LinkLogin.Sent("request-1", Duration.ofMinutes(10))));
        answers.put("confirmLink", Outcome.done(Samples.SIGN_IN));
    }

    @Override
    public Outcome<LinkLogin.Sent> request(LinkLogin.Request request) {
        return fakes.answer("requestLink", request);
    }

    @Override
    public boolean isLive(String requestId, Secret token) {
        return false;
    }

    @Override
    public Outcome<SignIn> confirm(LinkLogin.Attempt attempt) {
        return fakes.answer("confirmLink", attempt);
    }
}
