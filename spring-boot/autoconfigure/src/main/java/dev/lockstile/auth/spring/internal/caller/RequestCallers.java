package dev.lockstile.auth.spring.internal.caller;

import dev.lockstile.auth.http.RequestAuthenticator;
import dev.lockstile.auth.http.RequestAuthenticator.Refusal;
import dev.lockstile.auth.http.RequestAuthenticator.Result;
import dev.lockstile.auth.store.StoreUnavailableException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells who sent a request: by the access token in its header, or by the cookies of a browser. A cookie that is not
 * valid is like none, since browsers send it along with every request; why it is not valid is the answer where a caller
 * is needed.
 */
public final class RequestCallers {

    private static final String REFUSAL = RequestCallers.class.getName() + ".refusal";
    private static final String FORM_CHECKED = RequestCallers.class.getName() + ".formChecked";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final RequestAuthenticator requests;
    private final @Nullable BrowserSessions browsers;

    /** @param browsers null where no pages are mounted */
    public RequestCallers(RequestAuthenticator requests, @Nullable BrowserSessions browsers) {
        this.requests = requests;
        this.browsers = browsers;
    }

    /** Who sent the request; refused for its header alone. */
    public Result authenticate(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("Authorization") != null) {
            return requests.authenticate(request);
        }
        BrowserSessions known = browsers;
        boolean shown = known != null && known.isShown(request);
        if (Handshake.isForeign(request)) {
            if (shown || !(requests.authenticate(request) instanceof Result.Anonymous)) {
                request.setAttribute(REFUSAL, Refusal.CSRF_FAILED);
            }
            return new Result.Anonymous();
        }
        Result result = known != null && shown && (isSafe(request) || isFormChecked(request))
                ? bySession(known, request, response)
                : requests.authenticate(request);
        if (result instanceof Result.Authenticated) {
            return result;
        }
        if (result instanceof Result.Refused refused) {
            request.setAttribute(REFUSAL, refused.refusal());
        } else if (shown) {
            request.setAttribute(REFUSAL, Refusal.CSRF_FAILED);
        }
        return new Result.Anonymous();
    }

    private static Result bySession(
            BrowserSessions browsers, HttpServletRequest request, HttpServletResponse response) {
        try {
            return browsers.caller(request, response)
                    .<Result>map(Result.Authenticated::new)
                    .orElseGet(() -> new Result.Refused(Refusal.INVALID_TOKEN));
        } catch (StoreUnavailableException e) {
            return new Result.Refused(Refusal.UNAVAILABLE);
        }
    }

    /** True for a request that shows by a header of its own that it comes from no other site, and who sent it. */
    public boolean isAuthenticatedByHeader(HttpServletRequest request) {
        return requests.authenticate(request) instanceof Result.Authenticated;
    }

    /** True when a browser with a session changes something, so that the form has to show a token. */
    public boolean isForm(HttpServletRequest request) {
        return browsers != null
                && !isSafe(request)
                && request.getHeader("Authorization") == null
                && browsers.isShown(request);
    }

    /** Ends the session of a browser at the pages, where the application signs it out. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        if (browsers != null && browsers.isShown(request)) {
            browsers.signOut(request, response);
        }
    }

    /** Says that no request with a wrong token of its form comes further than the filter that asks. */
    public static void markFormChecked(HttpServletRequest request) {
        request.setAttribute(FORM_CHECKED, true);
    }

    /** A request that was refused there may be forwarded to a page that says so. */
    private static boolean isFormChecked(HttpServletRequest request) {
        return request.getAttribute(FORM_CHECKED) != null && request.getDispatcherType() == DispatcherType.REQUEST;
    }

    private static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** Why a request without a caller is refused. */
    public Refusal refusal(HttpServletRequest request) {
        return request.getAttribute(REFUSAL) instanceof Refusal told ? told : Refusal.NOT_AUTHENTICATED;
    }

    /** Answers as the contract says; leads a browser that opens a page to the sign-in page, where pages are mounted. */
    public void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (browsers == null || !SignInPage.lead(refusal, request, response)) {
            requests.refuse(refusal, request, response);
        }
    }
}
