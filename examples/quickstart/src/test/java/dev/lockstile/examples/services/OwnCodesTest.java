package dev.lockstile.examples.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.message.MessageText;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Recipient;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What docs/services.md shows of codes of the host's own. */
final class OwnCodesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String ADDRESS = "192.0.2.7";
    private static final String ORDER = "order 4711, 250.00 EUR";

    @Test
    void an_order_is_released_by_its_code_once() {
        try (AuthTestKit kit =
                AuthTestKit.of(declared(Auth.builder(new InMemoryAuthStore()).settings(AuthTestKit.settings())))) {
            kit.member(EMAIL, "plum-harbour-4417");
            UserId ana = kit.signIn(EMAIL, "plum-harbour-4417").user().id();
            String challenge = issued(kit.auth(), ana, ORDER);
            String code = kit.deliver().emails().lastCode(EMAIL);
            assertThat(released(kit.auth(), ana, challenge, code, "order 4712, 9.00 EUR"))
                    .isFalse();
            assertThat(released(kit.auth(), ana, challenge, code, ORDER)).isTrue();
            assertThat(released(kit.auth(), ana, challenge, code, ORDER)).isFalse();
        }
    }

    private static AuthBuilder declared(AuthBuilder builder) {
        // region: declare
        builder.purpose(PurposeSettings.named("release-order")
                .withTtl(Duration.ofMinutes(5)) // at most 10 minutes
                .withMaxAttempts(3)
                .withText(
                        Locale.ENGLISH,
                        new MessageText(
                                "Release your order",
                                "Release your order with this code:\n\n{code}\n\nIt expires in {expiry}.",
                                "{service}: release your order with {code}.")));
        // end: declare
        return builder;
    }

    private static String issued(Auth auth, UserId user, String order) {
        // region: issue
        Outcome<PurposeCodes.Issued> issued = auth.codes("release-order")
                .issue(new PurposeCodes.Request(Recipient.account(user), order, "en", ADDRESS));
        // refused: NO_PROVEN_ADDRESS, ACCOUNT_UNAVAILABLE, THROTTLED with retryAt, INVALID_INPUT with problems
        String challenge = issued.orElseThrow().challengeId(); // the client sends it with the code
        // end: issue
        return challenge;
    }

    private static boolean released(Auth auth, UserId user, String challenge, String code, String order) {
        // region: verify
        Outcome<PurposeCodes.Verified> result = auth.codes("release-order")
                .verify(new PurposeCodes.Attempt(challenge, Secret.of(code), order, user, ClientInfo.web(ADDRESS)));
        boolean released = result instanceof Outcome.Done<PurposeCodes.Verified>;
        // refused: INVALID_CODE, MALFORMED_CODE, THROTTLED with retryAt, INVALID_INPUT
        // end: verify
        return released;
    }
}
