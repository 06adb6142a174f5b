package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths in all spellings reach what the plain spelling reaches, behind the same filters. */
class PathsTest {

    @TempDir
    static Path folder;

    private static Application application;

    @BeforeAll
    static void start() {
        application = Application.start(QuickstartSettings.from(Map.of(
                "QUICKSTART_PORT", "0",
                "QUICKSTART_DEV", "true",
                "QUICKSTART_NAMING", "camel",
                "QUICKSTART_DATA", folder.toString(),
                "QUICKSTART_DB_URL", "jdbc:h2:mem:paths;DB_CLOSE_DELAY=-1")));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/me/?client=web", "//auth/me/?client=web", "/auth//me//?client=web", "///auth/me"})
    void more_slashes_are_one(String path) throws IOException {
        assertThat(get(path, "localhost")).startsWith("HTTP/1.1 401").contains("not_authenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/dev/messages", "//dev/messages", "/dev//messages", "/auth//..//dev/messages", "/dev;x/messages"
            })
    void a_filter_sees_the_path_that_the_servlet_sees(String path) throws IOException {
        assertThat(get(path, "localhost")).startsWith("HTTP/1.1 200");
        assertThat(get(path, "evil.example")).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/%2e%2e/dev/messages", "/auth%2fme/", "//dev/..;/dev/messages"})
    void every_other_ambiguity_is_refused(String path) throws IOException {
        assertThat(get(path, "localhost")).matches("(?s)HTTP/1.1 4(00|04).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/;x/me/",
                "/;x/dev/inbox",
                "/auth/;/../../dev/inbox",
                "//auth/;x/me/",
                "/auth//../../dev/inbox"
            })
    void what_more_slashes_do_not_explain_is_a_bad_request(String path) throws IOException {
        assertThat(get(path, "localhost")).startsWith("HTTP/1.1 400").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 203.0.113.9", "x-forwarded-host: acme.example", "X-Forwarded-Proto: https",
                        "Via: 1.1 proxy",
                "Forwarded: for=203.0.113.9", "X-Real-IP: 203.0.113.9", "CF-Connecting-IP: 203.0.113.9",
                        "X-Forwarded-For:",
                "True-Client-IP: 127.0.0.1", "X-Original-Forwarded-For: 127.0.0.1"
            })
    void the_development_inbox_answers_nobody_through_a_proxy(String header) throws IOException {
        for (String path : new String[] {"/dev/messages", "/dev/inbox", "//dev/messages"}) {
            assertThat(get(path, "127.0.0.1\r\n" + header)).startsWith("HTTP/1.1 404");
            assertThat(get(path, "127.0.0.1")).startsWith("HTTP/1.1 200");
        }
    }

    /** Behind a proxy on this machine that adds no header, every client looks near. */
    @Test
    void the_development_inbox_is_not_served_where_browsers_come_by_another_address(@TempDir Path data)
            throws IOException {
        try (Application proxied = Application.start(QuickstartSettings.from(Map.of(
                "QUICKSTART_PORT", "0",
                "QUICKSTART_DEV", "true",
                "QUICKSTART_RP_ID", "shop.example",
                "QUICKSTART_ORIGIN", "https://shop.example",
                "QUICKSTART_DATA", data.toString(),
                "QUICKSTART_DB_URL", "jdbc:h2:mem:proxied;DB_CLOSE_DELAY=-1")))) {
            assertThat(get(proxied, "/dev/messages", "localhost")).startsWith("HTTP/1.1 404");
        }
        assertThat(QuickstartSettings.from(Map.of(
                                "QUICKSTART_DEV",
                                "true",
                                "QUICKSTART_ORIGIN",
                                "http://localhost:8080,http://127.0.0.1"))
                        .hasInbox())
                .isTrue();
    }

    @Test
    void the_query_is_left_as_it_is() throws IOException {
        assertThat(get("//auth/me/?client=web&next=//evil.example", "localhost"))
                .startsWith("HTTP/1.1 401");
        assertThat(get("//?next=//evil.example", "localhost")).startsWith("HTTP/1.1 200");
    }

    @Test
    void fields_are_named_as_the_environment_says() throws IOException {
        assertThat(get("/api/openapi.json", "localhost"))
                .contains("passwordConfirm")
                .doesNotContain("password_confirm");
        assertThat(QuickstartSettings.from(Map.of()).naming().wire("a_b")).isEqualTo("aB");
        assertThat(QuickstartSettings.from(Map.of("QUICKSTART_NAMING", "snake"))
                        .naming()
                        .wire("a_b"))
                .isEqualTo("a_b");
        assertThatThrownBy(() -> QuickstartSettings.from(Map.of("QUICKSTART_NAMING", "pascal")))
                .hasMessageContaining("snake, camel or clean");
    }

    /** By hand: a client of the JDK would tidy the path. */
    private static String get(String path, String host) throws IOException {
        return get(application, path, host);
    }

    private static String get(Application served, String path, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", served.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
