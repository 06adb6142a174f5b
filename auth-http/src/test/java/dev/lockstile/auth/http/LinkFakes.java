package dev.lockstile.auth.http;

import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.otp.LinkLoginAttempt;
import dev.lockstile.auth.otp.LinkLoginRequest;
import dev.lockstile.auth.otp.LinkLoginRequestResult;
import dev.lockstile.auth.otp.LinkLoginResult;
import java.time.Duration;
import java.util.Map;

/** Sign-in by link that gives the answers a test wants. */
record LinkFakes(Fakes fakes) implements LinkLogin {

    static void fill(Map<String, Object> answers) {
        answers.put("requestLink", new LinkLoginRequestResult.Sent("request-1", Duration.ofMinutes(10)));
        answers.put("confirmLink", new LinkLoginResult.SignedIn(Samples.SIGN_IN));
    }

    @Override
    public LinkLoginRequestResult request(LinkLoginRequest request) {
        return fakes.answer("requestLink", request);
    }

    @Override
    public LinkLoginResult confirm(LinkLoginAttempt attempt) {
        return fakes.answer("confirmLink", attempt);
    }
}
