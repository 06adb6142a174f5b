package dev.lockstile.examples.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Recipient;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.Caller;
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
            String access =
                    kit.signIn(EMAIL, "plum-harbour-4417").tokens().access().reveal();
            Caller caller = kit.auth().sessions().authenticate(access).orElseThrow();
            UserId ana = caller.user();
            String challengeId = issued(kit.auth(), caller);
            String code = kit.deliver().emails().lastCode(EMAIL);
            assertThat(released(kit.auth(), ana, challengeId, code, "order 4712, 9.00 EUR"))
                    .isFalse();
            assertThat(released(kit.auth(), ana, challengeId, code, ORDER)).isTrue();
            assertThat(released(kit.auth(), ana, challengeId, code, ORDER)).isFalse();
        }
    }

    private static AuthBuilder declared(AuthBuilder builder) {
        // region: declare
        builder.purpose(PurposeSettings.named("release-order")
                .withName(Locale.ENGLISH, "Release of an order") // in the message
                .withTtl(Duration.ofMinutes(5)) // at most 10 minutes
                .withMaxAttempts(3));
        // end: declare
        return builder;
    }

    private static String issued(Auth auth, Caller caller) {
        // region: issue
        UserId user = caller.user(); // the code is for this account
        String order = "order 4711, 250.00 EUR"; // and bound to this text: verify it with the same
        Outcome<PurposeCodes.Issued> issued = auth.codes("release-order")
                .issue(new PurposeCodes.Request(Recipient.account(user), order, "en", ADDRESS));
        // refused: NO_PROVEN_ADDRESS, ACCOUNT_UNAVAILABLE, THROTTLED, INVALID_INPUT
        String challengeId = issued.orElseThrow().challengeId(); // the client sends it with the code
        // end: issue
        return challengeId;
    }

    private static boolean released(Auth auth, UserId user, String challengeId, String code, String order) {
        // region: verify
        Outcome<PurposeCodes.Verified> result = auth.codes("release-order")
                .verify(new PurposeCodes.Attempt(challengeId, Secret.of(code), order, user, ClientInfo.web(ADDRESS)));
        boolean released = result instanceof Outcome.Done<PurposeCodes.Verified>;
        // refused: INVALID_CODE, MALFORMED_CODE, THROTTLED, INVALID_INPUT
        // end: verify
        return released;
    }
}
