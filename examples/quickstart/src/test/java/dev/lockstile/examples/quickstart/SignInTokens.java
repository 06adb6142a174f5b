package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.AuthReply;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a session hands to its client, in the body or in cookies; each part is empty where it is not there.
 *
 * @param csrf what goes into the header beside tokens in cookies
 */
record SignInTokens(String access, String refresh, String csrf) {

    private static final List<String> NAMES = List.of("access", "refresh", "accessToken", "refreshToken", "csrf_token");
    /** A signed token; the random text of a challenge may hold its first letters, but no full stop. */
    private static final Pattern SIGNED = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.");

    private static final List<String> COOKIES = List.of("__Host-access", "__Host-refresh", "__Host-csrf");

    /** Of an answer that has an access token. */
    static SignInTokens of(AuthReply reply) {
        String access =
                first(cookie(reply, "__Host-access"), reply.field("tokens", "accessToken"), reply.field("access"));
        assertThat(access).as("access token: %s %s", reply, reply.text()).isNotEmpty();
        return new SignInTokens(
                access,
                first(cookie(reply, "__Host-refresh"), reply.field("tokens", "refreshToken"), reply.field("refresh")),
                cookie(reply, "__Host-csrf"));
    }

    /** Whether an answer marks its client as one with an earlier sign-in. */
    static boolean markDevice(AuthReply reply) {
        return !cookie(reply, "__Host-device").isEmpty()
                || !cookie(reply, "__Host-trusted-browser").isEmpty()
                || reply.text().contains("trusted_device");
    }

    /** Whether an answer holds anything that opens a session. */
    static boolean areIn(AuthReply reply) {
        boolean cookies = COOKIES.stream().anyMatch(name -> !cookie(reply, name).isEmpty());
        return cookies
                || !reply.text().isEmpty()
                        && NAMES.stream().anyMatch(name -> reply.json().findValue(name) != null)
                || SIGNED.matcher(reply.text()).find();
    }

    /** The value that an answer sets; empty where it sets none. */
    static String cookie(AuthReply reply, String name) {
        return reply.headers("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "="))
                .map(set -> set.substring(name.length() + 1).split(";", 2)[0])
                .findFirst()
                .orElse("");
    }

    /** {@code acr}, {@code idp} and {@code amr} of the access token, separated by spaces. */
    String context() {
        JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(access.split("\\.")[1]));
        List<String> words = new ArrayList<>(List.of(claims.path("acr").asString("no acr")));
        if (claims.has("idp")) {
            words.add(claims.path("idp").asString());
        }
        claims.path("amr").forEach(method -> words.add(method.asString()));
        return String.join(" ", words);
    }

    /** As a browser with cookies sends them. */
    String asCookies() {
        return "__Host-access=" + access + "; __Host-refresh=" + refresh + "; __Host-csrf=" + csrf;
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    @Override
    public String toString() {
        return "SignInTokens[hidden]";
    }
}
