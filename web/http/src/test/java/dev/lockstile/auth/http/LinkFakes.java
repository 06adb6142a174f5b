package dev.lockstile.auth.http;

import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.Map;

/** Sign-in by link that gives the answers a test wants. */
record LinkFakes(Fakes fakes) implements LinkLogin {

    static void fill(Map<String, Object> answers) {
        answers.put("requestLink", new LinkLogin.RequestResult.Sent("request-1", Duration.ofMinutes(10)));
        answers.put("confirmLink", new LinkLogin.Result.SignedIn(Samples.SIGN_IN));
    }

    @Override
    public LinkLogin.RequestResult request(LinkLogin.Request request) {
        return fakes.answer("requestLink", request);
    }

    @Override
    public boolean isLive(String requestId, Secret token) {
        return false;
    }

    @Override
    public LinkLogin.Result confirm(LinkLogin.Attempt attempt) {
        return fakes.answer("confirmLink", attempt);
    }
}
