package dev.lockstile.auth;

import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.hook.RiskCheck;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.throttle.HumanCheck;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.token.CustomClaims;
import org.jspecify.annotations.Nullable;

/** What a host may leave out; null where it does. */
record FeatureParts(
        @Nullable SecondFactorSettings secondFactors,
        @Nullable SocialSettings social,
        @Nullable PasskeyVerifier passkeys,
        @Nullable ApiKeySettings apiKeys,
        @Nullable ImpersonationSettings impersonation,
        @Nullable NoticeSettings signInNotices,
        @Nullable RiskCheck riskCheck,
        @Nullable ThrottleCounters counters,
        @Nullable HumanCheck humanCheck,
        @Nullable LegacyAccounts legacy,
        @Nullable LegacyTokens legacyTokens,
        @Nullable CustomClaims claims) {

    /** The components while a builder collects them. */
    static final class Draft {

        @Nullable
        SecondFactorSettings secondFactors;

        @Nullable
        SocialSettings social;

        @Nullable
        PasskeyVerifier passkeys;

        @Nullable
        ApiKeySettings apiKeys;

        @Nullable
        ImpersonationSettings impersonation;

        @Nullable
        NoticeSettings signInNotices;

        @Nullable
        RiskCheck riskCheck;

        @Nullable
        ThrottleCounters counters;

        @Nullable
        HumanCheck humanCheck;

        @Nullable
        LegacyAccounts legacy;

        @Nullable
        LegacyTokens legacyTokens;

        @Nullable
        CustomClaims claims;

        FeatureParts build() {
            return new FeatureParts(
                    secondFactors,
                    social,
                    passkeys,
                    apiKeys,
                    impersonation,
                    signInNotices,
                    riskCheck,
                    counters,
                    humanCheck,
                    legacy,
                    legacyTokens,
                    claims);
        }
    }
}
