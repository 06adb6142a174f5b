package dev.lockstile.auth.spring.security;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.token.Caller;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/**
 * The application's own filter chain with the library in it:
 *
 * <pre>{@code
 * http.with(LockstileSecurity.configurer(), withDefaults())
 *         .authorizeHttpRequests(requests -> requests.requestMatchers("/api/admin/**").hasRole("ADMIN")
 *                 .requestMatchers("/api/payout").access(LockstileSecurity.recentProof(auth))
 *                 .anyRequest().authenticated());
 * }</pre>
 */
public final class LockstileSecurity {

    private LockstileSecurity() {}

    /** {@return what makes an access token an authentication, and the refusals those of the contract} */
    public static LockstileConfigurer configurer() {
        return new LockstileConfigurer();
    }

    /**
     * {@return a rule that grants access to who has proven recently who they are; others get 403 {@code
     * step_up_required}}
     *
     * @param <T> what access is asked to; not looked at
     * @param auth tells how long a proof is recent
     */
    public static <T> AuthorizationManager<T> recentProof(Auth auth) {
        return (authentication, target) -> {
            Authentication signedIn = authentication.get();
            return signedIn != null && signedIn.getPrincipal() instanceof Caller caller
                    ? new RecentProof(auth.stepUp().isRecent(caller))
                    : new AuthorizationDecision(false);
        };
    }

    /**
     * Whether the proof of identity was recent.
     *
     * @param isGranted whether it was
     */
    record RecentProof(boolean isGranted) implements AuthorizationResult {}
}
