package dev.lockstile.auth.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that are parsed once, and codes whose key is prepared once. */
class KnownHeadersTest {

    private final KnownHeaders headers = new KnownHeaders();

    @Test
    void a_header_is_kept_once_its_content_is_verified() {
        CompactJws first = parse("{\"alg\":\"HS256\",\"kid\":\"a\"}");
        assertThat(parse("{\"alg\":\"HS256\",\"kid\":\"a\"}").header()).isNotSameAs(first.header());
        headers.add(first);
        assertThat(parse("{\"alg\":\"HS256\",\"kid\":\"a\"}").header()).isSameAs(first.header());
        assertThat(parse("{\"alg\":\"HS256\", \"kid\":\"a\"}").header()).isNotSameAs(first.header());
    }

    @Test
    void a_few_headers_are_kept() {
        CompactJws first = parse("{\"alg\":\"HS256\",\"kid\":\"0\"}");
        headers.add(first);
        IntStream.rangeClosed(1, 16).forEach(i -> headers.add(parse("{\"alg\":\"HS256\",\"kid\":\"" + i + "\"}")));
        assertThat(parse("{\"alg\":\"HS256\",\"kid\":\"0\"}").header()).isNotSameAs(first.header());
        CompactJws last = parse("{\"alg\":\"HS256\",\"kid\":\"16\"}");
        assertThat(parse("{\"alg\":\"HS256\",\"kid\":\"16\"}").header()).isSameAs(last.header());
    }

    @Test
    void a_header_that_is_known_takes_no_other_away() {
        List<CompactJws> all = IntStream.range(0, 16)
                .mapToObj(i -> parse("{\"alg\":\"HS256\",\"kid\":\"" + i + "\"}"))
                .toList();
        all.forEach(headers::add);
        headers.add(all.get(0));
        assertThat(parse("{\"alg\":\"HS256\",\"kid\":\"15\"}").header())
                .isSameAs(all.get(15).header());
    }

    @ParameterizedTest
    @CsvSource({"HS256, 256", "HS384, 384", "HS512, 512"})
    void codes_are_verified_by_many_threads_at_once(String name, int bits) throws JOSEException {
        JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
        OctetSequenceKey key = new OctetSequenceKeyGenerator(bits)
                .keyID("k")
                .algorithm(algorithm)
                .generate();
        VerifyingKey verifying = VerifyingKey.of(key);
        long right = IntStream.range(0, 400)
                .parallel()
                .filter(i -> verifying.signed(signed(algorithm, key, "text " + i)))
                .count();
        assertThat(right).isEqualTo(400);
        CompactJws one = signed(algorithm, key, "text");
        CompactJws other = signed(algorithm, key, "another");
        assertThat(verifying.signed(new CompactJws(one.header(), one.text(), one.signed(), other.signature())))
                .isFalse();
    }

    private static CompactJws signed(JWSAlgorithm algorithm, OctetSequenceKey key, String text) {
        JWSObject jws =
                new JWSObject(new JWSHeader.Builder(algorithm).keyID("k").build(), new Payload(text));
        try {
            jws.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return CompactJws.parse(jws.serialize()).orElseThrow();
    }

    private CompactJws parse(String header) {
        String encoded = Base64URL.encode(header).toString();
        return CompactJws.parse(encoded + ".e30.AAAA", headers).orElseThrow();
    }
}
