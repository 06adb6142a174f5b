package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request that was let in: the servlet API's own ways to ask who calls answer too. */
public final class CallerRequest extends HttpServletRequestWrapper {

    private final Caller caller;

    public CallerRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
    }

    @Override
    public String getAuthType() {
        return "BEARER";
    }

    @Override
    public String getRemoteUser() {
        return caller.user().toString();
    }

    @Override
    public Principal getUserPrincipal() {
        return new CallerPrincipal(getRemoteUser());
    }

    /** A right goes by {@link Right#PREFIX}; any other text is asked of the roles alone. */
    @Override
    public boolean isUserInRole(String role) {
        return role.startsWith(Right.PREFIX)
                ? Right.of(role.substring(Right.PREFIX.length()))
                        .filter(caller::has)
                        .isPresent()
                : caller.roles().contains(role);
    }

    /** The user's key as the servlet API tells it. */
    private record CallerPrincipal(String key) implements Principal {
        @Override
        public String getName() {
            return key;
        }

        @Override
        public String toString() {
            return "User[" + key + "]";
        }
    }
}
