package dev.lockstile.auth.spring.test;

import dev.lockstile.auth.model.AbstractProfile;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Requests of MockMvc as a signed-in user:
 *
 * <pre>{@code
 * mvc.perform(get("/api/hello").with(signedIn("ana@example.com"))).andExpect(status().isOk());
 * }</pre>
 *
 * The request passes the filters of the application with a real access token. MockMvc serves controllers alone: the
 * library's own endpoints, a servlet, are reached over HTTP.
 */
public final class LockstileRequests {

    private LockstileRequests() {}

    /**
     * {@return what makes a request one of this person, who is signed in as {@link TestUsers#signIn(String)} says}
     *
     * @param email the person's address
     */
    public static RequestPostProcessor signedIn(String email) {
        return signedIn(email, AbstractProfile.DEFAULT_ROLE);
    }

    /**
     * {@return what makes a request one of this person, who is signed in as {@link TestUsers#signIn(String, String)}
     * says}
     *
     * @param email the person's address
     * @param role of the account that a person without one gets
     */
    public static RequestPostProcessor signedIn(String email, String role) {
        return request -> {
            HttpHeaders headers = new HttpHeaders();
            WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                    .getBean(TestUsers.class)
                    .signedIn(email, role)
                    .accept(headers);
            headers.forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
            return request;
        };
    }
}
