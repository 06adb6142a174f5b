package dev.lockstile.auth.sms.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Against values that AWS publishes: its signature test suite (post-*) and the key derivation of its manual. */
class SignatureV4Test {

    private static final Instant TIME = Instant.parse("2015-08-30T12:36:00Z");
    private static final AwsCredentials EXAMPLE =
            new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

    private final SignatureV4 signature = new SignatureV4("us-east-1", "service");

    @Test
    void a_form_is_signed_as_in_the_suite() {
        SortedMap<String, String> headers =
                SignatureV4.headers("example.amazonaws.com", "application/x-www-form-urlencoded", TIME);

        assertThat(signature.authorization(EXAMPLE, headers, "Param1=value1"))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date,"
                        + " Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
    }

    @Test
    void an_empty_post_is_signed_as_in_the_suite() {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("host", "example.amazonaws.com");
        headers.put("x-amz-date", SignatureV4.time(TIME));

        assertThat(signature.authorization(EXAMPLE, headers, ""))
                .endsWith("Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    }

    @Test
    void the_key_is_derived_as_in_the_manual() {
        byte[] key = new SignatureV4("us-east-1", "iam").signingKey(EXAMPLE, "20150830T123600Z");

        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
    }
}
