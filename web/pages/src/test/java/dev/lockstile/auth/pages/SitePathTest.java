package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page may lead: nowhere but to this site. */
final class SitePathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/a/b-c_d", "/a.html", "/a?id=1&tab=x%20y", "/?x=1"})
    void paths_of_this_site(String path) {
        assertThat(SitePath.isOwn(path)).as(path).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "//other.example",
                "//3221226219",
                "/\\other.example",
                "/\t/other.example",
                "/.well-known",
                "/./other",
                "/../other",
                "/a/../b",
                "/a/..",
                "/a.",
                "/-a",
                "/_a",
                "/a;b",
                "/a:b",
                "/a@b",
                "/%2fother.example",
                "/a b",
                "/a\r\nSet-Cookie: b",
                "/a?",
                "/a?x=//other.example",
                "/a?x=<",
                "/a#b",
                "https://other.example/",
                "javascript:alert(1)"
            })
    void every_other_text_leads_nowhere(String path) {
        assertThat(SitePath.isOwn(path)).as(path).isFalse();
    }

    @Test
    void a_path_is_bounded() {
        assertThat(SitePath.isOwn("/" + "a".repeat(200))).isTrue();
        assertThat(SitePath.isOwn("/" + "a".repeat(201))).isFalse();
        assertThat(SitePath.isOwn("/a?" + "b".repeat(4800))).isTrue();
        assertThat(SitePath.isOwn("/a?" + "b".repeat(4801))).isFalse();
    }

    @Test
    void only_the_named_fields_stand_behind_a_path_and_each_is_encoded() {
        Map<String, String> sent = Map.of("id", "1&x=2", "tab", "", "password", "secret", "select", "a\nb");
        assertThat(SitePath.with("/a", sent, List.of("id", "tab", "select")))
                .isEqualTo("/a?id=1%26x%3D2&select=a&select=b");
        assertThat(SitePath.with("/a", sent, List.of("tab"))).isEqualTo("/a");
        assertThat(SitePath.value("/a?b=c&d")).isEqualTo("/a%3Fb%3Dc%26d");
    }
}
