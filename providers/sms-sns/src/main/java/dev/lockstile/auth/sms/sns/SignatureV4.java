package dev.lockstile.auth.sms.sns;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a POST to the root of a service as AWS Signature Version 4 wants it (AWS General Reference, "Signature Version
 * 4 signing process"). No more than SNS needs: no query, no path, a body that is known at the start.
 */
final class SignatureV4 {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = 8;

    private final String region;
    private final String service;

    SignatureV4(String region, String service) {
        this.region = region;
        this.service = service;
    }

    static String time(Instant now) {
        return TIME.format(now);
    }

    /**
     * The value of the {@code Authorization} header.
     *
     * @param headers all that are to be signed, by their names in lower case; with {@code host} and {@code x-amz-date}
     */
    String authorization(AwsCredentials credentials, SortedMap<String, String> headers, String body) {
        String time = headers.getOrDefault("x-amz-date", "");
        String scope = time.substring(0, DATE_LENGTH) + "/" + region + "/" + service + "/aws4_request";
        String signedNames = String.join(";", headers.keySet());
        String request = "POST\n/\n\n" + lines(headers) + "\n" + signedNames + "\n" + sha256(body);
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + sha256(request);
        String signature = HexFormat.of().formatHex(hmac(signingKey(credentials, time), toSign));
        return ALGORITHM + " Credential=" + credentials.accessKeyId() + "/" + scope + ", SignedHeaders=" + signedNames
                + ", Signature=" + signature;
    }

    /** The headers of a form, ready to be signed. */
    static SortedMap<String, String> headers(String host, String contentType, Instant now) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("content-type", contentType);
        headers.put("host", host);
        headers.put("x-amz-date", time(now));
        return headers;
    }

    /** One key per day, region and service, so that one that leaks opens little. */
    byte[] signingKey(AwsCredentials credentials, String time) {
        byte[] secret = ("AWS4" + credentials.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        byte[] day = hmac(secret, time.substring(0, DATE_LENGTH));
        return hmac(hmac(hmac(day, region), service), "aws4_request");
    }

    private static String lines(SortedMap<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
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
}
