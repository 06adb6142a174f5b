package dev.lockstile.auth.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples of the Amazon S3 API Reference, "Signature Calculations for the Authorization Header". */
final class S3SignatureTest {

    private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
    private static final String HOST = "https://examplebucket.s3.amazonaws.com";

    @Test
    void get_put_and_list_are_signed_as_aws_publishes() {
        assertThat(signed("GET", "/test.txt", Map.of("range", "bytes=0-9"), ""))
                .endsWith("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        assertThat(signed(
                        "PUT",
                        "/" + S3Signature.escaped("test$file.text"),
                        Map.of("date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY"),
                        "Welcome to Amazon S3."))
                .endsWith("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
        assertThat(signed("GET", "/?max-keys=2&prefix=J", Map.of(), ""))
                .endsWith("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void a_session_token_is_signed() {
        assertThat(new S3Signature("id", "secret", "token", "us-east-1")
                        .headers("GET", URI.create(HOST + "/a"), new TreeMap<>(), Sha256Hex.of(""), NOW))
                .containsEntry("x-amz-security-token", "token")
                .hasEntrySatisfying("authorization", value -> assertThat(value).contains("x-amz-security-token"));
    }

    private static String signed(String method, String path, Map<String, String> headers, String body) {
        return new S3Signature(TestS3.KEY, TestS3.SECRET, null, "us-east-1")
                .headers(method, URI.create(HOST + path), new TreeMap<>(headers), Sha256Hex.of(body), NOW)
                .get("authorization");
    }

    @Test
    void a_port_is_signed_where_the_client_sends_it() {
        assertThat(host("https://s3.example.com:443/b")).isEqualTo("s3.example.com");
        assertThat(host("http://s3.example.com:80/b")).isEqualTo("s3.example.com");
        assertThat(host("http://s3.example.com:443/b")).isEqualTo("s3.example.com:443");
        assertThat(host("https://s3.example.com:9000/b")).isEqualTo("s3.example.com:9000");
    }

    private static String host(String address) {
        return String.valueOf(new S3Signature("id", "secret", null, "us-east-1")
                .headers("GET", URI.create(address), new TreeMap<>(), Sha256Hex.of(""), Instant.EPOCH)
                .get("host"));
    }
}
