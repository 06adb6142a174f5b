package dev.lockstile.auth.spring.security;

import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.token.Caller;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The authentication of a caller in Spring Security. The principal is the {@link Caller}, the name is the key of the
 * user. Authorities are the roles as {@code ROLE_...}, the rights such as {@code right:superuser} (which no role can
 * have as its name), and the permissions of the roles such as {@code orders:refund}. Staff who act on behalf of the
 * user also have {@link #ACTOR}.
 */
public final class LockstileAuthentication extends AbstractAuthenticationToken {

    /** The authority of staff who act on behalf of the user; see {@link Caller#actor()}. */
    public static final String ACTOR = "lockstile:actor";

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    /**
     * Creates the authentication of a caller whose access token was verified.
     *
     * @param caller the authenticated caller
     */
    public LockstileAuthentication(Caller caller) {
        super(Stream.of(
                        caller.roles().stream().map(role -> "ROLE_" + role),
                        caller.rights().stream().map(right -> Right.PREFIX + right.text()),
                        caller.permissions().stream(),
                        caller.actor().stream().map(actor -> ACTOR))
                .flatMap(authorities -> authorities)
                .map(SimpleGrantedAuthority::new)
                .toList());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.user().toString();
    }

    /** {@return null: the token is not kept} */
    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
