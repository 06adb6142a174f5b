package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.internal.web.AccessTokenGate;
import dev.lockstile.auth.http.internal.web.AnswerWriter;
import dev.lockstile.auth.http.internal.web.CallerRequest;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.RoleName;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.CurrentCaller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * Protects a host's own servlets: admits requests with a valid access token in the {@code Authorization} header, and
 * answers others with the library's errors (401 {@code not_authenticated} or {@code invalid_token}, 403
 * {@code forbidden} or {@code step_up_required}). Behind it {@link #caller}, {@code getRemoteUser()} and
 * {@code isUserInRole()} return the caller; the latter accepts a right as {@code "right:superuser"}.
 *
 * <pre>{@code
 * context.addFilter(new FilterHolder(BearerAuthFilter.of(auth, HttpSettings.defaults())), "/api/*", REQUEST);
 * }</pre>
 *
 * <p>Where the host offers API keys, a program can send one in place of an access token. Its caller has the permissions
 * among its scopes, but no role, no right and no recent authentication; a filter without requirements admits it.
 *
 * <p>If it is also mapped to forwards, includes and asynchronous dispatches, it refuses a request that another servlet
 * dispatches to a protected path; a refused include is left out of the page. A dispatch keeps the caller of the
 * request, who has to satisfy the requirements of this filter.
 *
 * <p>It does not query the database for an access token, unless the host checks sessions at each request
 * ({@link dev.lockstile.auth.token.SessionSettings#withSessionCheck}). Map a CORS filter before it.
 */
public final class BearerAuthFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String ATTRIBUTE = BearerAuthFilter.class.getName() + ".caller";

    private final transient AccessTokenGate gate;
    private final transient AnswerWriter answers;
    private final transient Predicate<Caller> recent;
    private final transient Rule rule;

    private BearerAuthFilter(AccessTokenGate gate, AnswerWriter answers, Predicate<Caller> recent, Rule rule) {
        this.gate = gate;
        this.answers = answers;
        this.recent = recent;
        this.rule = rule;
    }

    /**
     * {@return a filter that admits every valid access token}
     *
     * @param auth the services that verify the access tokens
     * @param settings the settings of the servlet of the endpoints
     */
    public static BearerAuthFilter of(Auth auth, HttpSettings settings) {
        return new BearerAuthFilter(
                new AccessTokenGate(auth, settings),
                new AnswerWriter(settings),
                auth.stepUp()::isRecent,
                new Rule(caller -> true, false, new CurrentCaller(), auth.roles()));
    }

    /**
     * {@return a copy that admits only callers with this role, or with one that includes it; others get 403} The host
     * defines the meaning of roles; for administrators use {@link #demandingRight}.
     *
     * @param role a declared one in any letter case; where none is declared, exactly as the account has it
     * @throws IllegalArgumentException for an unknown role
     */
    public BearerAuthFilter demandingRole(String role) {
        String named = rule.roles()
                .find(role)
                .orElseThrow(() -> new IllegalArgumentException(
                        RoleName.problem(role).orElse("no role is declared by the name " + role)));
        return demanding(caller -> caller.roles().contains(named));
    }

    /**
     * {@return a copy that admits only callers whose role has this permission; others get 403}
     *
     * @param permission of a declared role, such as {@code orders:refund}
     * @throws IllegalArgumentException when no declared role has it
     */
    public BearerAuthFilter demanding(String permission) {
        if (!rule.roles().isPermission(permission)) {
            throw new IllegalArgumentException("no declared role has the permission " + permission);
        }
        return demanding(caller -> caller.may(permission));
    }

    /**
     * {@return a copy that admits only callers whose account has this right, whatever their role; others get 403}
     *
     * @param right the right
     */
    public BearerAuthFilter demandingRight(Right right) {
        return demanding(caller -> caller.has(right));
    }

    private BearerAuthFilter demanding(Predicate<Caller> more) {
        return new BearerAuthFilter(gate, answers, recent, rule.and(more));
    }

    /**
     * {@return a copy that admits only recently authenticated callers; others get 403 and authenticate again at
     * {@code step-up/}}
     */
    public BearerAuthFilter demandingRecentProof() {
        return new BearerAuthFilter(gate, answers, recent, rule.withRecentProof());
    }

    /** {@return a copy that admits users only; a program with an API key gets 403} */
    public BearerAuthFilter refusingApiKeys() {
        return demanding(caller -> !caller.isApiKey());
    }

    /**
     * {@return a copy that sets the caller in this holder while the request is served, for services that do not receive
     * the request}
     *
     * @param current read on the thread that serves the request
     */
    public BearerAuthFilter sharing(CurrentCaller current) {
        return new BearerAuthFilter(gate, answers, recent, rule.sharing(current));
    }

    /**
     * {@return the caller of a request that this filter admitted}
     *
     * @param request as received by the application
     * @throws IllegalStateException when the request did not come through this filter
     */
    public static Caller caller(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("no BearerAuthFilter is mapped to " + request.getServletPath());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Caller caller;
        try {
            caller = admitted(request);
        } catch (RefusalException e) {
            if (request.getDispatcherType() != DispatcherType.INCLUDE) { // else the answer is the including page's
                answers.send(gate.answer(e, request), request, response);
            }
            return;
        }
        request.setAttribute(ATTRIBUTE, caller);
        try (CurrentCaller.Scope during = rule.current().enter(caller)) {
            chain.doFilter(new CallerRequest(request, caller), response);
        }
    }

    private Caller admitted(HttpServletRequest request) {
        boolean again = request.getDispatcherType() != DispatcherType.REQUEST;
        Caller caller =
                again && request.getAttribute(ATTRIBUTE) instanceof Caller admitted ? admitted : gate.admit(request);
        if (!rule.mayEnter().test(caller)) {
            throw new RefusalException(ErrorCode.FORBIDDEN);
        }
        if (rule.recently() && !recent.test(caller)) {
            throw new RefusalException(ErrorCode.STEP_UP_REQUIRED);
        }
        return caller;
    }

    private record Rule(Predicate<Caller> mayEnter, boolean recently, CurrentCaller current, Roles roles) {

        Rule and(Predicate<Caller> more) {
            return new Rule(mayEnter.and(more), recently, current, roles);
        }

        Rule withRecentProof() {
            return new Rule(mayEnter, true, current, roles);
        }

        Rule sharing(CurrentCaller shared) {
            return new Rule(mayEnter, recently, shared, roles);
        }
    }
}
