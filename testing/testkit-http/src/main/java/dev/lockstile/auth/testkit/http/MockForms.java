package dev.lockstile.auth.testkit.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Queries, forms and the client's password, as a provider reads and writes them. */
final class MockForms {

    private static final String BASIC = "Basic ";

    private MockForms() {}

    static Map<String, String> parse(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : encoded == null ? new String[0] : encoded.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Client id and secret of a header; empty without one (RFC 6749 2.3.1). */
    static Map<String, String> basic(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return Map.of();
        }
        String text =
                new String(Base64.getDecoder().decode(authorization.substring(BASIC.length())), StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        return Map.of(
                "client_id", decode(text.substring(0, colon)), "client_secret", decode(text.substring(colon + 1)));
    }

    /** The page that sends an answer on as a form, as Apple does. */
    static String selfSubmitting(String target, Map<String, String> fields) {
        String inputs = fields.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"" + field.getKey() + "\" value=\""
                        + escape(field.getValue()) + "\">")
                .collect(Collectors.joining());
        return "<!doctype html><body onload=\"document.forms[0].submit()\"><form method=\"post\" action=\""
                + escape(target) + "\">" + inputs + "</form></body>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
