package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** OI3: the key decides the algorithm, and the list does; the header neither. */
final class AlgorithmAttacksTest extends ProviderTest {

    private static final RSAKey RSA = rsa("r1", null);

    private final RSAKey rsa = RSA;
    private final ECKey ec = ec("e1");

    @Test
    void each_algorithm_of_the_list_is_verified() throws Exception {
        site.answer("/keys", 200, Forge.set(rsa, ec));
        assertThat(proven(Forge.sign(rsa, JWSAlgorithm.RS256, claims())).subject())
                .isEqualTo("sub-1");
        assertThat(proven(Forge.sign(rsa, JWSAlgorithm.PS256, claims())).subject())
                .isEqualTo("sub-1");
        assertThat(proven(Forge.sign(ec, JWSAlgorithm.ES256, claims())).subject())
                .isEqualTo("sub-1");
    }

    @Test
    void ed25519_is_verified_under_both_of_its_names() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        Base64URL x = Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        site.answer(
                "/keys",
                200,
                Forge.set(new OctetKeyPair.Builder(Curve.Ed25519, x).keyID("o1").build()));
        for (String name : List.of("EdDSA", "Ed25519")) {
            String signed = Forge.encode("{\"alg\":\"" + name + "\",\"kid\":\"o1\"}") + "."
                    + Forge.encode(JSONObjectUtils.toJSONString(claims()));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = signature.sign();
            assertThat(proven(signed + "." + Base64URL.encode(bytes)).subject()).isEqualTo("sub-1");
            bytes[3] ^= 1;
            assertRefused(signed + "." + Base64URL.encode(bytes), "signature is wrong");
            Arrays.fill(bytes, (byte) 0xff);
            assertRefused(signed + "." + Base64URL.encode(bytes), "signature is wrong");
            assertRefused(signed + "." + Base64URL.encode(new byte[63]), "signature is wrong");
        }
    }

    @Test
    void no_algorithm_is_none() throws Exception {
        for (String name : List.of("none", "None", "NONE", "nOnE")) {
            String token = Forge.unsigned("{\"alg\":\"" + name + "\"}", claims());
            assertRefused(token, "strict form");
            assertRefused(token + "AAAA", "token's");
        }
    }

    @Test
    void a_public_key_is_no_secret_of_an_hmac() throws Exception {
        site.answer("/keys", 200, Forge.set(rsa));
        byte[] published = rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        assertRefused(Forge.hmac(published, "r1", claims()), "algorithm is refused");
        assertRefused(Forge.hmac(rsa.toRSAPublicKey().getEncoded(), "r1", claims()), "algorithm is refused");
        assertRefused(Forge.hmac(SECRET.getBytes(StandardCharsets.UTF_8), "r1", claims()), "algorithm is refused");
    }

    @Test
    void a_symmetric_key_in_the_set_is_none() throws Exception {
        OctetSequenceKey oct = new OctetSequenceKeyGenerator(256).keyID("s1").generate();
        site.answer("/keys", 200, Forge.set(oct, rsa));
        assertRefused(Forge.hmac(oct.toByteArray(), "s1", claims()), "algorithm is refused");
    }

    @Test
    void longer_hashes_are_not_on_the_list() throws Exception {
        site.answer("/keys", 200, Forge.set(rsa));
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS512)) {
            assertRefused(Forge.sign(rsa, algorithm, claims()), "algorithm is refused");
        }
    }

    @Test
    void a_host_narrows_the_list() throws Exception {
        site.answer("/keys", 200, Forge.set(rsa, ec));
        SocialProvider narrow =
                SocialProviders.openId("acme", site.issuer(), client().algorithms(IdTokenAlgorithm.ES256));
        String token = Forge.sign(rsa, JWSAlgorithm.RS256, claims());
        assertRefused(narrow.verify(new SocialProof.IdToken(Secret.of(token), NONCE)), "algorithm is refused");
    }

    @Test
    void a_key_of_one_type_verifies_no_token_of_another() throws Exception {
        site.answer("/keys", 200, Forge.set(rsa, ec));
        assertRefused(Forge.sign(rename(ec, "r1"), JWSAlgorithm.ES256, claims()), "key is for something else");
        assertRefused(Forge.sign(rename(rsa, "e1"), JWSAlgorithm.RS256, claims()), "key is for something else");
    }

    @Test
    void a_key_that_names_its_algorithm_has_no_other() throws Exception {
        RSAKey pinned = rsa("p1", JWSAlgorithm.PS256);
        site.answer("/keys", 200, Forge.set(pinned));
        assertThat(proven(Forge.sign(pinned, JWSAlgorithm.PS256, claims())).subject())
                .isEqualTo("sub-1");
        RSAKey freed = new RSAKey.Builder(pinned).algorithm(null).build();
        assertRefused(Forge.sign(freed, JWSAlgorithm.RS256, claims()), "key is for something else");
    }

    @Test
    void a_strangers_key_under_a_known_kid_is_refused() throws Exception {
        site.answer("/keys", 200, Forge.set(rsa));
        assertRefused(Forge.sign(rsa("r1", null), JWSAlgorithm.RS256, claims()), "signature is wrong");
    }

    @Test
    void a_changed_payload_is_refused() throws Exception {
        String[] parts = token().sign().split("\\.");
        Map<String, Object> other = new LinkedHashMap<>(claims());
        other.put("sub", "the-victim");
        String swapped = parts[0] + "." + Forge.encode(JSONObjectUtils.toJSONString(other)) + "." + parts[2];
        assertRefused(swapped, "signature is wrong");
    }

    @Test
    void a_key_in_the_header_or_behind_an_address_there_is_never_looked_at() throws Exception {
        RSAKey own = rsa("r1", null);
        site.answer("/keys", 200, Forge.set(rsa));
        site.answer("/evil-keys", 200, Forge.set(own));
        URI evil = URI.create(site.issuer() + "/evil-keys");
        List<String> tokens = List.of(
                Forge.sign(own, JWSAlgorithm.RS256, claims(), header -> header.jwk(own.toPublicJWK())),
                Forge.sign(own, JWSAlgorithm.RS256, claims(), header -> header.jwkURL(evil)),
                Forge.sign(own, JWSAlgorithm.RS256, claims(), header -> header.x509CertURL(evil)));
        for (String token : tokens) {
            assertRefused(token, "names keys");
        }
        assertThat(site.requests("/evil-keys")).isZero();
    }

    @Test
    void critical_extensions_and_other_types_are_refused() throws Exception {
        site.answer("/keys", 200, Forge.set(rsa));
        String critical = Forge.sign(rsa, JWSAlgorithm.RS256, claims(), header -> header.criticalParams(Set.of("exp")));
        assertRefused(critical, "extensions");
        for (String type : List.of("at+jwt", "logout+jwt", "secevent+jwt", "JWE")) {
            String token =
                    Forge.sign(rsa, JWSAlgorithm.RS256, claims(), header -> header.type(new JOSEObjectType(type)));
            assertRefused(token, "another type");
        }
        String plain = Forge.sign(rsa, JWSAlgorithm.RS256, claims(), header -> header.type(JOSEObjectType.JWT));
        assertThat(proven(plain).subject()).isEqualTo("sub-1");
    }

    @Test
    void weak_doubled_and_private_keys_are_left_out() throws Exception {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("w1").generate();
        RSAKey doubled = rsa("d1", null);
        RSAKey shown = rsa("p1", null);
        String encryption = rsa("x1", null).toPublicJWK().toJSONString().replaceFirst("\\{", "{\"use\":\"enc\",");
        String set = "{\"keys\":["
                + String.join(
                        ",",
                        List.of(
                                rsa.toPublicJWK().toJSONString(),
                                weak.toPublicJWK().toJSONString(),
                                doubled.toPublicJWK().toJSONString(),
                                rename(ec, "d1").toPublicJWK().toJSONString(),
                                shown.toJSONString(),
                                encryption,
                                "{\"kty\":\"new\"}",
                                "1",
                                "null",
                                "{}"))
                + "]}";
        site.answer("/keys", 200, set);
        for (RSAKey key : List.of(weak, doubled, shown)) {
            assertRefused(Forge.sign(key, JWSAlgorithm.RS256, claims()), "not one of the provider's");
        }
        assertThat(proven(Forge.sign(rsa, JWSAlgorithm.RS256, claims())).subject())
                .isEqualTo("sub-1");
    }

    @Test
    void a_token_without_kid_is_for_a_set_of_one() throws Exception {
        String token = Forge.sign(rsa, JWSAlgorithm.RS256, claims(), header -> header.keyID(null));
        site.answer("/keys", 200, Forge.set(rsa, ec));
        assertRefused(token, "not one of the provider's");
        site.answer("/keys", 200, Forge.set(rsa));
        assertThat(proven(token).subject()).isEqualTo("sub-1");
    }

    private Map<String, Object> claims() {
        return token().claims();
    }

    private static JWK rename(JWK key, String kid) {
        return key instanceof RSAKey rsa
                ? new RSAKey.Builder(rsa).keyID(kid).build()
                : new ECKey.Builder((ECKey) key).keyID(kid).build();
    }

    private static RSAKey rsa(String kid, JWSAlgorithm algorithm) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).algorithm(algorithm).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
