package dev.lockstile.examples.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import org.junit.jupiter.api.Test;

/** Sign-in with other sites, called from Java. */
class SocialServicesTest {

    private static final String ADDRESS = "192.0.2.7";
    private static final String EMAIL = "ana@example.com";

    private final TestSocialProvider google =
            TestSocialProvider.named("google").authoritative().takingEvents(SocialEvent.Delivery.SECURITY_EVENT);

    @Test
    void a_native_client_signs_in_with_an_id_token() {
        try (AuthTestKit kit = kit()) {
            assertThat(signIn(kit.auth()).user().email()).isEqualTo(EMAIL);
        }
    }

    private AuthTestKit kit() {
        return AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .social(SocialSettings.of(google).allowSignUp()));
    }

    private SignIn signIn(Auth auth) {
        // region: social-nonce
        Outcome<SocialLogin.Nonce> begun = auth.social().nonce("google", null, ADDRESS); // null: no caller
        SocialLogin.Nonce nonce = begun.orElseThrow(); // nonce() is for the provider's SDK
        // end: social-nonce
        SocialProof token = google.idToken(google.person("sub-1", EMAIL, true), nonce.nonce());
        DeviceInfo device = new DeviceInfo("ios", "Ana's phone", "d-1", null);
        ClientInfo phone = new ClientInfo(ClientKind.MOBILE, device, ADDRESS, null);
        String idToken = ((SocialProof.IdToken) token).token().reveal();
        // region: social-sign-in
        SocialProof proof = new SocialProof.IdToken(Secret.of(idToken), null); // null: the transaction has the nonce
        SocialClaim claim = new SocialClaim("google", nonce.transactionId(), proof);
        Outcome<SignIn> result = auth.social().signIn(new SocialLogin.Attempt(claim, phone, true)); // terms accepted
        SignIn signIn = result.orElseThrow(); // extras().account() tells whether an account was opened or linked
        // end: social-sign-in
        return signIn;
    }

    @Test
    void an_account_is_linked_and_unlinked() {
        try (AuthTestKit kit = kit()) {
            Auth auth = kit.auth();
            kit.member("ben@example.com", "plum-harbour-4417");
            String access = kit.signIn("ben@example.com", "plum-harbour-4417")
                    .tokens()
                    .access()
                    .reveal();
            Caller caller = auth.sessions().authenticate(access).orElseThrow();
            SocialLogin.Nonce nonce =
                    auth.social().nonce("google", caller, ADDRESS).orElseThrow();
            SocialProof proof = google.idToken(google.person("sub-2", null, false), nonce.nonce());
            SocialClaim claim = new SocialClaim("google", nonce.transactionId(), proof);
            // region: social-link
            Outcome<SocialLogin.Link> linked = auth.social().link(caller, claim, ADDRESS); // after a recent proof
            Outcome<Boolean> unlinked = auth.social().unlink(caller, "google", null); // the last way in stays
            // end: social-link
            assertThat(linked).isInstanceOf(Outcome.Done.class);
            assertThat(unlinked).isEqualTo(Outcome.done(true));
        }
    }

    @Test
    void an_event_of_a_provider_is_handed_on() {
        try (AuthTestKit kit = kit()) {
            Auth auth = kit.auth();
            signIn(auth);
            String token = google.event(new SocialEvent(
                            google.issuer(),
                            "sub-1",
                            "event-1",
                            kit.clock().instant(),
                            SocialEvent.Type.SESSIONS_REVOKED))
                    .reveal();
            // region: social-event
            SocialEvents.Message message =
                    new SocialEvents.Message("google", SocialEvent.Delivery.SECURITY_EVENT, Secret.of(token), ADDRESS);
            SocialEvents.Result result = auth.socialEvents().receive(message);
            // Accepted(repeated), Refused(why, retryAt)
            // end: social-event
            assertThat(result).isEqualTo(new SocialEvents.Result.Accepted(false));
        }
    }
}
