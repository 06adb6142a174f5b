package dev.lockstile.auth.token;

import static dev.lockstile.auth.token.TokenForge.claims;
import static dev.lockstile.auth.token.TokenForge.json;
import static dev.lockstile.auth.token.TokenForge.part;
import static dev.lockstile.auth.token.TokenForge.with;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tokens that are good but for one thing. */
record Forgeries(TokenForge forge, ECKey attacker) {

    static Forgeries of(SigningKeys keys) {
        return new Forgeries(new TokenForge(keys), new TokenForge(SigningKeys.generate()).key);
    }

    List<String> headers(String name, String... values) {
        return Stream.of(values)
                .map(value -> forge.genuine(with(forge.header(), name, value), claims()))
                .toList();
    }

    List<String> payloads(String name, @Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> forge.genuine(forge.header(), with(claims(), name, value)))
                .toList();
    }

    String good() {
        return forge.genuine(forge.header(), claims());
    }

    String unsigned(String alg) {
        return part(header(alg)) + '.' + part(json(claims()));
    }

    String header(String alg) {
        return json(with(forge.header(), "alg", alg));
    }

    String headerWith(String member) {
        return json(forge.header()).replaceFirst("}$", "," + Matcher.quoteReplacement(member) + "}");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
