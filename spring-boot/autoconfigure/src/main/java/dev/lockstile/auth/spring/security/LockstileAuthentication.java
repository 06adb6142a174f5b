package dev.lockstile.auth.spring.security;

import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.token.Caller;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in user, as Spring Security has it: the principal is the {@link Caller}, the name the key of the user, each
 * role an authority {@code ROLE_...}, each right one such as {@code right:superuser}, which no role can spell, and each
 * permission of the roles one in its own letters, such as {@code orders:refund}. Staff who act for the user have {@link
 * #ACTOR} beside those.
 */
public final class LockstileAuthentication extends AbstractAuthenticationToken {

    /** The authority of staff who act for the user; {@link Caller#actor()} names them. */
    public static final String ACTOR = "lockstile:actor";

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    /**
     * A caller whose access token was verified.
     *
     * @param caller whom the token was issued to
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

    /** The token itself is not kept. */
    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
