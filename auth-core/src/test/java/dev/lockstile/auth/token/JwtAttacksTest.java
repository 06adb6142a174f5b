package dev.lockstile.auth.token;

import static dev.lockstile.auth.token.TokenForge.NOW;
import static dev.lockstile.auth.token.TokenForge.SETTINGS;
import static dev.lockstile.auth.token.TokenForge.claims;
import static dev.lockstile.auth.token.TokenForge.hmac;
import static dev.lockstile.auth.token.TokenForge.json;
import static dev.lockstile.auth.token.TokenForge.part;
import static dev.lockstile.auth.token.TokenForge.signed;
import static dev.lockstile.auth.token.TokenForge.with;
import static dev.lockstile.auth.token.TokenForge.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recipe of {@code jwt_attacks.json} that meets an access token, through the public verifier. */
class JwtAttacksTest {

    private static final SigningKeys KEYS = SigningKeys.generate();
    private static final TokenForge FORGE = new TokenForge(KEYS);
    private static final ECKey ATTACKER = new TokenForge(SigningKeys.generate()).key;
    private static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final AccessTokenVerifier verifier = verifier(KEYS);

    /**
     * Where the recipes are that need more than a verifier: the session's (J22 in part, J23, J42) with the session
     * check, the header's (J30, J31) with the HTTP endpoints, the social ones (J15, J37 to J41) with social sign-in,
     * rotation (J43) with the key ring.
     */
    private static final Set<String> ELSEWHERE =
            Set.of("J15", "J23", "J30", "J31", "J37", "J38", "J39", "J40", "J41", "J42", "J43");

    @Test
    void the_forge_can_make_a_good_token() {
        assertThat(verifier.verify(good())).hasValueSatisfying(token -> {
            assertThat(token.user()).isEqualTo("7");
            assertThat(token.roles()).containsExactly("USER");
            assertThat(token.expiresAt()).isEqualTo(NOW.plusSeconds(600));
        });
    }

    @TestFactory
    Stream<DynamicTest> every_recipe_is_refused() {
        return recipes().entrySet().stream()
                .map(recipe -> DynamicTest.dynamicTest(recipe.getKey(), () -> refuses(recipe.getValue())));
    }

    @Test
    void no_recipe_is_forgotten() {
        Set<String> known = new TreeSet<>(recipes().keySet());
        known.addAll(ELSEWHERE);
        known.addAll(Set.of("J04", "J05", "J06", "J35", "J36", "J44"));
        Set<String> all = new TreeSet<>();
        Vectors.own("jwt_attacks.json")
                .get("recipes")
                .forEach(recipe -> all.add(recipe.get("id").asString()));
        assertThat(known).isEqualTo(all);
    }

    @Test
    void what_a_header_names_elsewhere_is_never_fetched() throws Exception {
        AtomicInteger hits = new AtomicInteger();
        HttpServer canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        canary.start();
        try {
            String url = "http://127.0.0.1:" + canary.getAddress().getPort() + "/keys";
            String jwk = ATTACKER.toPublicJWK().toJSONString();
            refuses(Stream.of(
                            "\"jku\":\"" + url + "\"",
                            "\"jku\":\"file:///etc/passwd\"",
                            "\"x5u\":\"" + url + "\"",
                            "\"x5c\":[\"MIIB\"]",
                            "\"x5t\":\"AAAA\"",
                            "\"jwk\":" + jwk)
                    .flatMap(member -> Stream.of(
                            signed(headerWith(member), json(claims()), ATTACKER),
                            FORGE.genuine(headerWith(member), json(claims()))))
                    .toList());
            assertThat(hits).hasValue(0);
        } finally {
            canary.stop(0);
        }
    }

    @Test
    void two_deployments_do_not_accept_each_other() {
        assertThat(verifier(SigningKeys.generate()).verify(good())).isEmpty();
    }

    @Test
    void keys_for_other_uses_and_weak_keys_verify_nothing() {
        String open = ATTACKER.toPublicJWK().toJSONString();
        for (String bad : List.of(
                open.replaceFirst("\"use\":\"sig\"", "\"use\":\"enc\""),
                open.replaceFirst("\"use\":\"sig\"", "\"key_ops\":[\"encrypt\"]"),
                open + ',' + open,
                open + ",{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"-ebuDNsVZ2iJtoZ-akfXTSCt4UO2cruLCsbWlBinggE\"}")) {
            assertThatThrownBy(() -> VerificationKeys.parse("{\"keys\":[" + bad + "]}"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Map<String, List<String>> recipes() {
        Map<String, List<String>> recipes = new java.util.TreeMap<>();
        recipes.put("J01", List.of(unsigned("none") + '.', unsigned("none") + ".AA"));
        recipes.put(
                "J02",
                Stream.of("None", "NONE", "nOnE", "none ")
                        .map(a -> unsigned(a) + ".AA")
                        .toList());
        recipes.put("J03", publicKeyAsSecret());
        recipes.put(
                "J07",
                Stream.of(new byte[64], twice(N), twice(BigInteger.ONE))
                        .map(s -> unsigned("ES256") + '.' + part(s))
                        .toList());
        recipes.put("J08", brokenSignatures());
        recipes.put("J09", oddKeyIds());
        recipes.put("J10", List.of(FORGE.genuine(headerWith("\"crit\":[\"x\"],\"x\":1"), json(claims()))));
        recipes.put(
                "J11",
                List.of(
                        FORGE.genuine(headerWith("\"crit\":[\"b64\"],\"b64\":false"), json(claims())),
                        FORGE.genuine(headerWith("\"b64\":false"), json(claims()))));
        recipes.put("J12", headers("typ", "rt+jwt", "reset+jwt", "confirm+jwt", "challenge+jwt", "state+jwt"));
        recipes.put("J13", types());
        recipes.put("J14", List.of(signed(json(FORGE.header()), json(claims()), ATTACKER)));
        recipes.put(
                "J16",
                payloads(
                        "iss",
                        "https://evil",
                        "https://issuer.example/",
                        "https://issuer.example.evil.test",
                        "http://issuer.example",
                        List.of("https://issuer.example"),
                        null));
        recipes.put("J17", payloads("aud", null, "x", List.of("x"), List.of("app", "x"), 1));
        recipes.put("J18", List.of(FORGE.genuine(FORGE.header(), without(claims(), "exp"))));
        long now = NOW.getEpochSecond();
        recipes.put("J19", payloads("exp", now - 31, Long.toString(now + 300), 1e30, -1, null, true, now + 300.5));
        recipes.put(
                "J20",
                Stream.of(payloads("nbf", now + 90, now - 5, "x"), payloads("iat", now + 31, null, "1"))
                        .flatMap(List::stream)
                        .toList());
        recipes.put("J21", payloads("exp", now + 601, now + 315_360_000L));
        recipes.put("J22", missingAndMistyped());
        recipes.put(
                "J24",
                List.of(signed(
                        json(FORGE.header()),
                        json(with(with(claims(), "profile_id", "1"), "roles", List.of("ADMIN"))),
                        ATTACKER)));
        recipes.put("J25", duplicates());
        recipes.put("J26", nested());
        recipes.put("J27", oversized());
        recipes.put("J28", jsonForms());
        recipes.put("J29", mangled());
        recipes.put("J32", encrypted());
        recipes.put("J33", List.of(FORGE.genuine(headerWith("\"cty\":\"JWT\""), json(claims()))));
        recipes.put("J34", headers("alg", "ES384", "ES512", "RS512", "PS256", "EdDSA", "ES256K"));
        recipes.put(
                "J45",
                Stream.of("", "secret", "https://issuer.example", "\0".repeat(32))
                        .map(s -> s.isEmpty() ? "\0" : s)
                        .map(s -> hmac(header("HS256"), json(claims()), "HmacSHA256", bytes(s)))
                        .toList());
        return recipes;
    }

    private static List<String> publicKeyAsSecret() {
        try {
            byte[] spki = FORGE.key.toECPublicKey().getEncoded();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki);
            byte[] x = FORGE.key.getX().decode();
            byte[] y = FORGE.key.getY().decode();
            byte[] point = Arrays.copyOf(x, 64);
            System.arraycopy(y, 0, point, 32, 32);
            List<byte[]> secrets = List.of(
                    spki,
                    bytes("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n"),
                    bytes(FORGE.key.toPublicJWK().toJSONString()),
                    point,
                    x);
            return secrets.stream()
                    .flatMap(secret -> Stream.of("256", "384", "512")
                            .map(n -> hmac(header("HS" + n), json(claims()), "HmacSHA" + n, secret)))
                    .toList();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> brokenSignatures() {
        String good = good();
        String content = good.substring(0, good.lastIndexOf('.') + 1);
        byte[] signature = Base64.getUrlDecoder().decode(good.substring(content.length()));
        byte[] flipped = signature.clone();
        flipped[40] ^= 1;
        return List.of(
                content,
                content.substring(0, content.length() - 1),
                content + part(Arrays.copyOf(signature, 63)),
                content + part(Arrays.copyOf(signature, 65)),
                content + part(flipped),
                content + part(new byte[1]));
    }

    private static List<String> oddKeyIds() {
        List<String> tokens = new ArrayList<>();
        for (String kid : new String[] {"../../../../dev/null", "' OR 1=1--", "a\0b", "x".repeat(5000), null}) {
            String header = json(with(FORGE.header(), "kid", kid));
            tokens.add(signed(header, json(claims()), ATTACKER));
            tokens.add(FORGE.genuine(header, json(claims())));
            tokens.add(hmac(header.replace("ES256", "HS256"), json(claims()), "HmacSHA256", new byte[32]));
        }
        tokens.add(FORGE.genuine(without(FORGE.header(), "kid"), claims()));
        return tokens;
    }

    private static List<String> types() {
        List<String> tokens = new ArrayList<>(headers("typ", "JWT", "AT+JWT", "application/at+jwt", "at+jwt ", ""));
        tokens.add(FORGE.genuine(without(FORGE.header(), "typ"), claims()));
        tokens.add(FORGE.genuine(with(FORGE.header(), "typ", null), claims()));
        return tokens;
    }

    private static List<String> missingAndMistyped() {
        List<String> tokens = new ArrayList<>();
        for (String name : claims().keySet()) {
            tokens.add(FORGE.genuine(FORGE.header(), without(claims(), name)));
            tokens.add(FORGE.genuine(FORGE.header(), with(claims(), name, null)));
            tokens.add(FORGE.genuine(FORGE.header(), with(claims(), name, Map.of("a", 1))));
            tokens.add(FORGE.genuine(FORGE.header(), with(claims(), name, "")));
        }
        tokens.addAll(payloads("sub", 1, true, List.of("7")));
        tokens.addAll(payloads("roles", "USER", List.of(1), List.of(List.of())));
        tokens.addAll(payloads("auth_time", NOW.getEpochSecond() + 31, "0", 1.5));
        return tokens;
    }

    private static List<String> duplicates() {
        String claims = json(claims());
        String header = json(FORGE.header());
        return List.of(
                FORGE.genuine(header.replaceFirst("\\{", "{\"alg\":\"none\","), claims),
                FORGE.genuine(header.replaceFirst("}$", ",\"alg\":\"none\"}"), claims),
                FORGE.genuine(header, claims.replaceFirst("\\{", "{\"sub\":\"victim\",")),
                FORGE.genuine(header, claims.replaceFirst("}$", ",\"sub\":\"victim\"}")));
    }

    private static List<String> nested() {
        List<String> tokens = new ArrayList<>();
        for (int depth : new int[] {256, 2000, 10_000, 100_000}) {
            String deep = "\"deep\":" + "[".repeat(depth) + "]".repeat(depth);
            tokens.add(FORGE.genuine(headerWith(deep), json(claims())));
            tokens.add(FORGE.genuine(json(FORGE.header()), json(claims()).replaceFirst("}$", "," + deep + "}")));
        }
        return tokens;
    }

    private static List<String> oversized() {
        return Stream.of(8 * 1024, 64 * 1024, 1024 * 1024)
                .map(size -> FORGE.genuine(FORGE.header(), with(claims(), "pad", "x".repeat(size))))
                .toList();
    }

    private static List<String> jsonForms() {
        String[] parts = good().split("\\.");
        String flat = "{\"payload\":\"" + parts[1] + "\",\"protected\":\"" + parts[0] + "\",\"signature\":\"" + parts[2]
                + "\"}";
        String general = "{\"payload\":\"" + parts[1] + "\",\"signatures\":[{\"protected\":\"" + parts[0]
                + "\",\"signature\":\"" + parts[2] + "\"}]}";
        return List.of(flat, general, flat + '.' + good(), good() + '.' + part("{}"), "." + good());
    }

    private static List<String> mangled() {
        List<String> tokens = new ArrayList<>();
        String good = good();
        for (int at : new int[] {0, 5, good.indexOf('.') - 1, good.indexOf('.') + 3, good.length() - 3}) {
            for (String odd : List.of("=", " ", "+", "/", "\n", "?", "%", "\u00e9", "==", "\0")) {
                tokens.add(good.substring(0, at) + odd + good.substring(at));
            }
        }
        tokens.addAll(List.of(good + "=", " " + good, good + " ", good + "\n", good.replace(".", "..")));
        tokens.add(withOtherTrailingBits(good));
        return tokens;
    }

    /** The last of 86 characters holds four bits that mean nothing. */
    private static String withOtherTrailingBits(String good) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(good.charAt(good.length() - 1));
        return good.substring(0, good.length() - 1) + alphabet.charAt(last | 1);
    }

    private static List<String> encrypted() {
        return Stream.of("dir", "RSA-OAEP", "RSA1_5", "ECDH-ES", "PBES2-HS256+A128KW")
                .map(alg -> "{\"alg\":\"" + alg
                        + "\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"p2c\":2147483647,\"p2s\":\"AA\"," + "\"kid\":\""
                        + FORGE.key.getKeyID() + "\",\"typ\":\"at+jwt\"}")
                .flatMap(header -> Stream.of(
                        part(header) + ".AAAA.AAAA.AAAA.AAAA",
                        part(header) + "..AAAA.AAAA.AAAA",
                        part(header) + ".AAAA.AAAA"))
                .toList();
    }

    private static List<String> headers(String name, String... values) {
        return Stream.of(values)
                .map(value -> FORGE.genuine(with(FORGE.header(), name, value), claims()))
                .toList();
    }

    private static List<String> payloads(String name, @Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> FORGE.genuine(FORGE.header(), with(claims(), name, value)))
                .toList();
    }

    private void refuses(List<String> tokens) {
        assertThat(tokens).isNotEmpty();
        for (String token : tokens) {
            assertThat(verifier.verify(token))
                    .as(token.substring(0, Math.min(200, token.length())))
                    .isEmpty();
        }
    }

    private static String good() {
        return FORGE.genuine(FORGE.header(), claims());
    }

    private static String unsigned(String alg) {
        return part(header(alg)) + '.' + part(json(claims()));
    }

    private static String header(String alg) {
        return json(with(FORGE.header(), "alg", alg));
    }

    private static String headerWith(String member) {
        return json(FORGE.header()).replaceFirst("}$", "," + java.util.regex.Matcher.quoteReplacement(member) + "}");
    }

    private static byte[] twice(BigInteger value) {
        return HexFormat.of().parseHex(String.format("%064x", value).repeat(2));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static AccessTokenVerifier verifier(SigningKeys keys) {
        String open = new TokenForge(keys).key.toPublicJWK().toJSONString();
        return AccessTokenVerifier.of(
                SETTINGS, VerificationKeys.parse("{\"keys\":[" + open + "]}"), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
