package dev.lockstile.auth;

import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a host should read in its log at every start: parts that are each right and do not go together. */
final class WiringWarnings {

    private WiringWarnings() {}

    /**
     * A factor is enrolled after a recent proof, and some sites never tell of one. No refusal: an account with a factor
     * comes in, and a host may offer codes and not count them.
     */
    static List<String> of(
            SignInMethods methods, @Nullable SecondFactorSettings factors, @Nullable SocialSettings social) {
        boolean counted = methods.passwords() || methods.codes() || methods.links();
        if (counted || factors == null || !factors.isRequiredOfEverybody() || social == null) {
            return List.of();
        }
        List<String> silent = social.providers().stream()
                .filter(provider -> !provider.tellsProofTimes())
                .map(SocialProvider::name)
                .toList();
        return silent.isEmpty()
                ? List.of()
                : List.of("every account must have a second factor, and none can be enrolled at a sign-in by " + silent
                        + " (social_proof_too_old): offer sign-in by password, code or link and count it"
                        + " (SignInMethods), or require the factor of fewer people");
    }
}
