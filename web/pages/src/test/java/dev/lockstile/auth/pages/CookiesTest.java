package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.secret.Secret;
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

    @Test
    void a_request_without_cookies_or_with_a_value_that_is_none_of_ours_has_none() {
        assertThat(cookies(true, (Cookie[]) null).get("access")).isNull();
        assertThat(cookies(true, (Cookie[]) null).away()).isNull();
        assertThat(cookies(false, new Cookie("access", "a b")).get("access")).isNull();
        assertThat(cookies(false, new Cookie("kept", "a")).text("kept")).isEmpty();
        assertThat(cookies(false).text("kept")).isEmpty();
        assertThat(cookies(false, new Cookie("access", "")).get("access")).isNull();
    }

    @Test
    void a_value_that_would_end_the_header_is_refused() {
        Cookies cookies = cookies(true);
        for (String value : List.of("", "a; Domain=example.com", "a\r\nSet-Cookie: b=c", "a".repeat(4097))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cookies.set("access", value))
                    .withMessageNotContaining("Domain");
        }
        assertThat(written).isEmpty();
    }

    @Test
    void any_text_is_kept_and_read_again() {
        cookies(false).setText("kept", "ana@acme.example; ñ", Duration.ofMinutes(1));
        String value = Cookies.encoded("ana@acme.example; ñ");
        assertThat(written).containsExactly("kept=" + value + "; Max-Age=60; Path=/; HttpOnly; SameSite=Lax");
        assertThat(cookies(false, new Cookie("kept", value)).text("kept")).contains("ana@acme.example; ñ");
    }

    @Test
    void a_strict_cookie_and_one_that_a_visit_to_another_site_needs_say_so() {
        Cookies cookies = cookies(false, new Cookie("__Host-social", "kept"));
        cookies.setStrict("factor", "a", Duration.ofMinutes(5));
        cookies.keepAway(Secret.of("b"));
        cookies.clearAway();
        assertThat(written)
                .containsExactly(
                        "factor=a; Max-Age=300; Path=/; HttpOnly; SameSite=Strict",
                        "__Host-social=b; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure",
                        "__Host-social=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(cookies.away()).isEqualTo(Secret.of("kept"));
    }

    @Test
    void what_the_browser_did_not_show_is_not_cleared() {
        cookies(false).clearShown("access");
        assertThat(written).isEmpty();
        cookies(false, new Cookie("access", "a")).clearShown("access");
        assertThat(written).containsExactly("access=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void a_cookie_is_there_by_its_full_name_whatever_its_value() {
        HttpServletRequest request = request(new Cookie("__Host-access", "a b"));
        assertThat(Cookies.has(request, true, "access")).isTrue();
        assertThat(Cookies.has(request, false, "access")).isFalse();
        assertThat(Cookies.has(request((Cookie[]) null), true, "access")).isFalse();
    }

    private HttpServletRequest request(Cookie... sent) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> sent);
    }

    private Cookies cookies(boolean secure, Cookie... sent) {
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                    written.add((String) arguments[1]);
                    return null;
                });
        return new Cookies(request(sent), response, secure);
    }
}
