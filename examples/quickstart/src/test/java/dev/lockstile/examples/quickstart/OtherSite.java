package dev.lockstile.examples.quickstart;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Another site as a browser or a native client goes through it. */
final class OtherSite {

    static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0123456789";

    private OtherSite() {}

    /** Where the browser is sent from that address. */
    static URI sendsBackTo(String address) {
        return URI.create(
                Http.exchange(HttpRequest.newBuilder(URI.create(address)).build())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
    }

    /** A code for a native client that brings its verifier itself. */
    static String code(String issuer, String nonce) {
        String query = Map.of(
                        "client_id",
                        SignInHost.CLIENT,
                        "redirect_uri",
                        SignInHost.REDIRECT,
                        "response_type",
                        "code",
                        "nonce",
                        nonce,
                        "code_challenge",
                        challenge(),
                        "code_challenge_method",
                        "S256")
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI back = sendsBackTo(issuer + "/authorize?" + query);
        return PagesFixture.query("?" + back.getRawQuery()).get("code");
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
