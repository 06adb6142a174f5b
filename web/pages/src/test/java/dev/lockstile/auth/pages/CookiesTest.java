package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CookiesTest {

    private final List<String> written = new ArrayList<>();

    @Test
    void under_tls_a_cookie_is_secure_and_belongs_to_this_host_alone() {
        Cookies cookies = cookies(true);
        cookies.set("access", "a.b-c");
        cookies.set("language", "pt", Duration.ofDays(1));
        cookies.clear("access");
        assertThat(written)
                .containsExactly(
                        "__Host-access=a.b-c; Path=/; HttpOnly; SameSite=Lax; Secure",
                        "__Host-language=pt; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax; Secure",
                        "__Host-access=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void without_tls_it_goes_without_what_a_browser_would_refuse() {
        cookies(false).set("access", "a");
        assertThat(written).containsExactly("access=a; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void under_tls_a_cookie_without_the_prefix_is_not_ours() {
        assertThat(cookies(true, new Cookie("access", "planted")).get("access")).isNull();
        assertThat(cookies(true, new Cookie("__Host-access", "ours")).get("access"))
                .isEqualTo("ours");
        assertThat(cookies(true, new Cookie("__Host-access", "a"), new Cookie("__Host-access", "b"))
                        .get("access"))
                .isNull();
    }

    private Cookies cookies(boolean secure, Cookie... sent) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    return sent;
                });
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                    written.add((String) arguments[1]);
                    return null;
                });
        return new Cookies(request, response, secure);
    }
}
