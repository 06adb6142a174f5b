package dev.lockstile.auth.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Credential;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.GrantedAuthority;

/** What Spring Security sees of a caller. */
final class LockstileSecurityTest {

    @Test
    void authorities_are_roles_rights_permissions_and_whether_another_person_acts() {
        assertThat(new LockstileAuthentication(caller(Credential.SESSION)).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_CLERK", "right:staff", "orders:read");
        Credential actor = new Credential.OfActor(new UserId(2L), new SessionId("2"));
        assertThat(new LockstileAuthentication(caller(actor)).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_CLERK", "right:staff", "orders:read", LockstileAuthentication.ACTOR);
    }

    @Test
    void an_authentication_of_the_application_is_no_recent_proof() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            AuthorizationManager<Object> recent = LockstileSecurity.recentProof(kit.auth());
            TestingAuthenticationToken clerk = new TestingAuthenticationToken("clerk", "open-sesame", "ROLE_CLERK");
            assertThat(recent.authorize(() -> clerk, "target").isGranted()).isFalse();
            assertThat(recent.authorize(() -> null, "target").isGranted()).isFalse();
        }
    }

    private static Caller caller(Credential credential) {
        return new Caller(
                new UserId(1L),
                new SessionId("1"),
                new ProfileId(1L),
                Set.of("CLERK"),
                Set.of(Right.STAFF),
                Instant.EPOCH,
                AuthContext.UNKNOWN,
                Set.of("orders:read"),
                credential);
    }
}
