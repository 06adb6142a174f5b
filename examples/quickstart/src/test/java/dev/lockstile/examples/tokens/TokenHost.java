package dev.lockstile.examples.tokens;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.http.BearerAuthFilter;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.token.AccessTokenVerifier;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.token.TokenSettings;
import dev.lockstile.auth.token.VerificationKeys;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;

/** What docs/tokens.md shows. */
final class TokenHost {

    private TokenHost() {}

    // spotless:off
    static AuthKeys rotate(AuthKeys keys, Auth auth, TokenSettings settings, Instant now) {
        // region: rotation
        SigningKeys next = keys.signing()
                .withNewKey(SigningKeys.Algorithm.ES256, now.plus(Duration.ofHours(24)))  // published now, signs tomorrow
                .withoutRetired(settings, now);                                           // last quarter's key is gone
        AuthKeys kept = keys.withSigning(next);                                           // keep it, and give it to all nodes
        auth.useSigningKeys(next);                                                        // each node: now, or at its next start
        // end: rotation
        return kept;
    }

    static void protect(Auth auth, ServletContextHandler web) {
        // region: filter
        BearerAuthFilter signedIn = BearerAuthFilter.of(auth, HttpSettings.defaults());
        EnumSet<DispatcherType> requests = EnumSet.complementOf(EnumSet.of(DispatcherType.ERROR));
        web.addFilter(new FilterHolder(signedIn), "/api/*", requests);
        web.addFilter(new FilterHolder(signedIn.demandingRight(Right.SUPERUSER)), "/admin/*", requests);
        web.addFilter(new FilterHolder(signedIn.demandingRole("COMMERCE")), "/shop/*", requests);
        web.addFilter(new FilterHolder(signedIn.demandingRecentProof()), "/payments/*", requests);
        // end: filter
    }

    // region: servlet
    static final class Orders extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Caller caller = BearerAuthFilter.caller(request);  // user, session, profile, roles, rights, authTime
            response.getWriter().println("orders of user " + caller.user());
        }
    }
    // end: servlet

    static AccessTokenVerifier beside(String publishedKeys) {
        // region: verifier
        AccessTokenVerifier verifier = AccessTokenVerifier.of(
                TokenSettings.owasp("https://acme.example", "acme"),
                VerificationKeys.parse(publishedKeys),  // the text of /auth/.well-known/jwks.json, fetched by you
                Clock.systemUTC());
        // end: verifier
        return verifier;
    }

    static AuthSettings stricter(AuthSettings settings) {
        // region: sessions
        AuthSettings chosen = settings.withSessions(SessionSettings.owasp()
                .withSessionCheck(Duration.ofSeconds(10))  // disabling takes effect within 10 seconds
                .withSingleMobileSession()                 // a second phone ends the first one
                .withMaxPerUser(5));                       // a sixth session ends the oldest
        // end: sessions
        return chosen;
    }
    // spotless:on
}
