package dev.lockstile.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialProvider.AuthorizationRequest;
import dev.lockstile.auth.social.SocialSettings;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A second factor that is required of all accounts can be enrolled, which takes a recent proof. */
class WiringWarningsTest {

    private static final SignInMethods NONE = SignInMethods.standard().withoutPasswords();
    private static final SecondFactorSettings OF_EVERYBODY =
            SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody());
    private static final SocialProvider SILENT = new Site("silent", false);
    private static final SocialProvider TELLING = new Site("telling", true);

    @Test
    void sites_that_tell_of_no_proof_are_named_where_nobody_comes_in_otherwise() {
        assertThat(WiringWarnings.of(NONE, OF_EVERYBODY, SocialSettings.of(TELLING, SILENT)))
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .contains("[silent]", "social_proof_too_old", "SignInMethods")
                        .doesNotContain("telling"));
    }

    @Test
    void another_way_in_leads_to_a_factor() {
        SocialSettings social = SocialSettings.of(SILENT);
        assertThat(WiringWarnings.of(SignInMethods.standard(), OF_EVERYBODY, social))
                .isEmpty();
        assertThat(WiringWarnings.of(NONE.countCodes(), OF_EVERYBODY, social)).isEmpty();
        assertThat(WiringWarnings.of(NONE.countLinks(), OF_EVERYBODY, social)).isEmpty();
        assertThat(WiringWarnings.of(NONE, OF_EVERYBODY, SocialSettings.of(TELLING)))
                .isEmpty();
    }

    @Test
    void a_host_without_the_one_or_the_other_reads_nothing() {
        SocialSettings social = SocialSettings.of(SILENT);
        assertThat(WiringWarnings.of(NONE, SecondFactorSettings.optional(), social))
                .isEmpty();
        assertThat(WiringWarnings.of(NONE, null, social)).isEmpty();
        assertThat(WiringWarnings.of(NONE, OF_EVERYBODY, null)).isEmpty();
    }

    private record Site(String name, boolean tellsProofTimes) implements SocialProvider {

        @Override
        public boolean isEmailAuthoritative() {
            return false;
        }

        @Override
        public boolean linksByEmail() {
            return false;
        }

        @Override
        public boolean isRedirectUri(String redirectUri) {
            return redirectUri.equals(redirectUri());
        }

        @Override
        public String redirectUri() {
            return "https://acme.example/";
        }

        @Override
        public URI authorizationUri(AuthorizationRequest request) {
            return URI.create(redirectUri());
        }

        @Override
        public SocialProvider.Verdict verify(SocialProof proof) {
            return new SocialProvider.Verdict.Refused("nobody is believed");
        }
    }
}
