package dev.lockstile.auth.spring.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.RequestAuthenticator;
import dev.lockstile.auth.http.RequestAuthenticator.Refusal;
import dev.lockstile.auth.http.RequestAuthenticator.Result;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.token.Caller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** By what a browser with a session is the caller, and why it is none. */
final class RequestCallersTest {

    private final AuthTestKit kit = AuthTestKit.inMemory();
    private boolean down;
    private final RequestCallers callers =
            new RequestCallers(RequestAuthenticator.of(kit.auth(), HttpSettings.defaults()), new SignedIn());

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void an_outage_is_told_as_such_and_not_as_a_session_that_is_over() {
        MockHttpServletRequest request = request("GET");
        assertThat(authenticate(request)).isInstanceOf(Result.Authenticated.class);
        down = true;
        assertThat(authenticate(request)).isInstanceOf(Result.Anonymous.class);
        assertThat(callers.refusal(request)).isEqualTo(Refusal.UNAVAILABLE);
    }

    @Test
    void a_form_whose_token_is_checked_counts_until_it_is_forwarded() {
        MockHttpServletRequest request = request("POST");
        assertThat(authenticate(request)).isInstanceOf(Result.Anonymous.class);
        assertThat(callers.refusal(request)).isEqualTo(Refusal.CSRF_FAILED);
        RequestCallers.markFormChecked(request);
        assertThat(authenticate(request)).isInstanceOf(Result.Authenticated.class);
        for (DispatcherType type : new DispatcherType[] {DispatcherType.FORWARD, DispatcherType.ERROR}) {
            request.setDispatcherType(type);
            assertThat(authenticate(request)).as(type.name()).isInstanceOf(Result.Anonymous.class);
        }
    }

    @Test
    void a_sign_out_of_the_application_ends_the_session_of_the_browser_that_shows_one() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        callers.signOut(new MockHttpServletRequest("POST", "/logout"), response);
        assertThat(response.getHeader("X-Signed-Out")).isNull();
        callers.signOut(request("POST"), response);
        assertThat(response.getHeader("X-Signed-Out")).isEqualTo("yes");
    }

    private Result authenticate(HttpServletRequest request) {
        return callers.authenticate(request, new MockHttpServletResponse());
    }

    private static MockHttpServletRequest request(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/own/form");
        request.addHeader("Cookie", "access=x");
        return request;
    }

    /** A browser with a cookie is signed in, unless the store is down. */
    private final class SignedIn implements BrowserSessions {

        @Override
        public boolean isShown(HttpServletRequest request) {
            return request.getHeader("Cookie") != null;
        }

        @Override
        public Optional<Caller> caller(HttpServletRequest request, HttpServletResponse response) {
            if (down) {
                throw new StoreUnavailableException("the database does not answer", new IllegalStateException());
            }
            return Optional.of(new Caller(
                    new UserId(1L),
                    new SessionId("1"),
                    new ProfileId(1L),
                    Set.of(),
                    Set.of(),
                    Instant.EPOCH,
                    AuthContext.UNKNOWN));
        }

        @Override
        public String formToken(HttpServletRequest request, HttpServletResponse response) {
            return "token";
        }

        @Override
        public void signOut(HttpServletRequest request, HttpServletResponse response) {
            response.setHeader("X-Signed-Out", "yes");
        }
    }
}
