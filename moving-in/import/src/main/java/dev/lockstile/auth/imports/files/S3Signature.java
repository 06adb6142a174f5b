package dev.lockstile.auth.imports.files;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests to a store that speaks S3 by AWS Signature Version 4 (Amazon S3 API Reference, "Authenticating
 * Requests: Using the Authorization Header"). The checksum of the body is signed, so that the store refuses an altered
 * body.
 */
final class S3Signature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = 8;

    private final String keyId;
    private final String secret;
    private final @Nullable String token;
    private final String region;

    S3Signature(String keyId, String secret, @Nullable String token, String region) {
        this.keyId = keyId;
        this.secret = secret;
        this.token = token;
        this.region = region;
    }

    /**
     * Returns the headers of a request, with {@code host} and the signature.
     *
     * @param more headers to be signed as well, by their names in lower case
     */
    SortedMap<String, String> headers(
            String method, URI address, SortedMap<String, String> more, String sha256, Instant now) {
        SortedMap<String, String> headers = new TreeMap<>(more);
        headers.put("host", host(address));
        headers.put("x-amz-content-sha256", sha256);
        headers.put("x-amz-date", TIME.format(now));
        if (token != null) {
            headers.put("x-amz-security-token", token);
        }
        String names = String.join(";", headers.keySet());
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String request = String.join("\n", method, address.getRawPath(), query, lines, names, sha256);
        String time = TIME.format(now);
        String scope = time.substring(0, DATE_LENGTH) + "/" + region + "/s3/aws4_request";
        String toSign = String.join("\n", ALGORITHM, time, scope, Sha256Hex.of(request));
        String signature = HexFormat.of().formatHex(hmac(key(time), toSign));
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + keyId + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + signature);
        return headers;
    }

    /** Returns the host as the client sends it, without a default port. */
    private static String host(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 || address.getPort() == usual
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }

    private byte[] key(String time) {
        byte[] first = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(first, time.substring(0, DATE_LENGTH)), region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }

    /** Escapes a text for a path or a query: all but letters, digits and {@code -._~} (RFC 3986). */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            boolean plain = letter || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
            out.append(
                    plain
                            ? String.valueOf(c)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(one));
        }
        return out.toString();
    }
}
