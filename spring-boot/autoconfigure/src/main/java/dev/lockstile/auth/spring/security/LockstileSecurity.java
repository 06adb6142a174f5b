package dev.lockstile.auth.spring.security;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.token.Caller;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/**
 * Adds the library to the application's own filter chain:
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

    /**
     * {@return a configurer that authenticates requests by access tokens and answers refusals with the library's
     * errors}
     */
    public static LockstileConfigurer configurer() {
        return new LockstileConfigurer();
    }

    /**
     * {@return a rule that grants access to recently authenticated callers; others get 403 {@code step_up_required}}
     *
     * @param <T> type of the secured object, which is not used
     * @param auth the services, with the setting of what is recent
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
     * The decision of the rule.
     *
     * @param isGranted whether the caller is recently authenticated
     */
    record RecentProof(boolean isGranted) implements AuthorizationResult {}
}
