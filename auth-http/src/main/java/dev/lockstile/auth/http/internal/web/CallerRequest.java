package dev.lockstile.auth.http.internal.web;

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
        return this::getRemoteUser;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().contains(role);
    }
}
