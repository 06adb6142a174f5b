package example.bookbarn;

import dev.lockstile.auth.testkit.RecordingEmailSender;
import java.time.Duration;
import java.util.Map;

/** Signing in by a code that is mailed. */
final class Codes {

    private Codes() {}

    /** The status of the whole. */
    static int signIn(Browser browser, RecordingEmailSender mail, String address) {
        int before = mail.messages().size();
        browser.post("/otp/request/", Map.of("email", address, "channel", "email"));
        mail.await(before + 1, Duration.ofSeconds(30));
        Map<String, String> body = Map.of("email", address, "code", mail.lastCode(address), "client", "web");
        return browser.post("/otp/verify/", body).status();
    }
}
