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
 * answers the others as the contract says (401 {@code not_authenticated} or {@code invalid_token}, 403
 * {@code forbidden} or {@code step_up_required}). Behind it {@link #caller} tells who calls, and
 * {@code getRemoteUser()} and {@code isUserInRole()} answer too; the latter knows a right as {@code "right:superuser"}.
 *
 * <pre>{@code
 * context.addFilter(new FilterHolder(BearerAuthFilter.of(auth, HttpSettings.defaults())), "/api/*", REQUEST);
 * }</pre>
 *
 * <p>Where the host serves API keys, a program may show one in place of an access token. It has the permissions among
 * its scopes, no role, no right and no recent proof; a filter that demands nothing admits it.
 *
 * <p>Mapped for forwards, includes and asynchronous dispatches as well, it refuses a request that another servlet leads
 * to a protected path; a refused include leaves its part out of the page. A dispatch keeps the caller whom the request
 * was admitted with, and has to meet the demands of this filter.
 *
 * <p>It asks no database for an access token unless the host checks sessions at each request
 * ({@link dev.lockstile.auth.token.SessionSettings#withSessionCheck}). A filter for cross-origin rules stands before
 * it.
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
     * @param auth whose access tokens
     * @param settings as the servlet of the endpoints has them
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
     * defines what a role means: what only administrators may reach demands a right.
     *
     * @param role a declared one in any letter case; where none is declared, exactly as the account has it
     * @throws IllegalArgumentException when it is no role; {@link #demandingRight} demands a right
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
     * @param permission that a declared role has, such as {@code orders:refund}
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
     * @param right which one
     */
    public BearerAuthFilter demandingRight(Right right) {
        return demanding(caller -> caller.has(right));
    }

    private BearerAuthFilter demanding(Predicate<Caller> more) {
        return new BearerAuthFilter(gate, answers, recent, rule.and(more));
    }

    /**
     * {@return a copy that admits only callers with a recent proof of identity; others get 403 and prove it at {@code
     * step-up/}}
     */
    public BearerAuthFilter demandingRecentProof() {
        return new BearerAuthFilter(gate, answers, recent, rule.withRecentProof());
    }

    /**
     * {@return a copy that admits people alone; a program with an API key gets 403}
     */
    public BearerAuthFilter refusingApiKeys() {
        return demanding(caller -> !caller.isApiKey());
    }

    /**
     * {@return a copy that sets this holder to the caller while the request is served, for services that do not see
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
     * @param request as the application got it
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
