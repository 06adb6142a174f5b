package dev.lockstile.auth.token;

import static dev.lockstile.auth.token.TokenForge.NOW;
import static dev.lockstile.auth.token.TokenForge.claims;
import static dev.lockstile.auth.token.TokenForge.hmac;
import static dev.lockstile.auth.token.TokenForge.json;
import static dev.lockstile.auth.token.TokenForge.part;
import static dev.lockstile.auth.token.TokenForge.signed;
import static dev.lockstile.auth.token.TokenForge.with;
import static dev.lockstile.auth.token.TokenForge.without;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tokens of each recipe of {@code jwt_attacks.json}. */
final class JwtRecipes {

    private static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Forgeries tokens;
    private final TokenForge forge;
    private final ECKey attacker;

    JwtRecipes(Forgeries tokens) {
        this.tokens = tokens;
        this.forge = tokens.forge();
        this.attacker = tokens.attacker();
    }

    Map<String, List<String>> all() {
        Map<String, List<String>> recipes = new TreeMap<>();
        recipes.put("J01", List.of(tokens.unsigned("none") + '.', tokens.unsigned("none") + ".AA"));
        recipes.put(
                "J02",
                Stream.of("None", "NONE", "nOnE", "none ")
                        .map(a -> tokens.unsigned(a) + ".AA")
                        .toList());
        recipes.put("J03", publicKeyAsSecret());
        recipes.put(
                "J07",
                Stream.of(new byte[64], twice(N), twice(BigInteger.ONE))
                        .map(s -> tokens.unsigned("ES256") + '.' + part(s))
                        .toList());
        recipes.put("J08", brokenSignatures());
        recipes.put("J09", oddKeyIds());
        recipes.put("J10", List.of(forge.genuine(tokens.headerWith("\"crit\":[\"x\"],\"x\":1"), json(claims()))));
        recipes.put(
                "J11",
                List.of(
                        forge.genuine(tokens.headerWith("\"crit\":[\"b64\"],\"b64\":false"), json(claims())),
                        forge.genuine(tokens.headerWith("\"b64\":false"), json(claims()))));
        recipes.put("J12", tokens.headers("typ", "rt+jwt", "reset+jwt", "confirm+jwt", "challenge+jwt", "state+jwt"));
        recipes.put("J13", types());
        recipes.put("J14", List.of(signed(json(forge.header()), json(claims()), attacker)));
        recipes.put(
                "J16",
                tokens.payloads(
                        "iss",
                        "https://evil",
                        "https://issuer.example/",
                        "https://issuer.example.evil.test",
                        "http://issuer.example",
                        List.of("https://issuer.example"),
                        null));
        recipes.put("J17", tokens.payloads("aud", null, "x", List.of("x"), List.of("app", "x"), 1));
        recipes.put("J18", List.of(forge.genuine(forge.header(), without(claims(), "exp"))));
        long now = NOW.getEpochSecond();
        recipes.put(
                "J19", tokens.payloads("exp", now - 31, Long.toString(now + 300), 1e30, -1, null, true, now + 300.5));
        recipes.put(
                "J20",
                Stream.of(tokens.payloads("nbf", now + 90, now - 5, "x"), tokens.payloads("iat", now + 31, null, "1"))
                        .flatMap(List::stream)
                        .toList());
        recipes.put("J21", tokens.payloads("exp", now + 601, now + 315_360_000L));
        recipes.put("J22", missingAndMistyped());
        recipes.put(
                "J24",
                List.of(signed(
                        json(forge.header()),
                        json(with(with(claims(), "profile_id", "1"), "roles", List.of("ADMIN"))),
                        attacker)));
        recipes.put("J25", duplicates());
        recipes.put("J26", nested());
        recipes.put("J27", oversized());
        recipes.put("J28", jsonForms());
        recipes.put("J29", mangled());
        recipes.put("J32", encrypted());
        recipes.put("J33", List.of(forge.genuine(tokens.headerWith("\"cty\":\"JWT\""), json(claims()))));
        recipes.put("J34", tokens.headers("alg", "ES384", "ES512", "RS512", "PS256", "EdDSA", "ES256K"));
        recipes.put(
                "J45",
                Stream.of("", "secret", "https://issuer.example", "\0".repeat(32))
                        .map(s -> s.isEmpty() ? "\0" : s)
                        .map(s -> hmac(tokens.header("HS256"), json(claims()), "HmacSHA256", Forgeries.bytes(s)))
                        .toList());
        return recipes;
    }

    List<String> publicKeyAsSecret() {
        try {
            byte[] spki = forge.key.toECPublicKey().getEncoded();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki);
            byte[] x = forge.key.getX().decode();
            byte[] y = forge.key.getY().decode();
            byte[] point = Arrays.copyOf(x, 64);
            System.arraycopy(y, 0, point, 32, 32);
            List<byte[]> secrets = List.of(
                    spki,
                    Forgeries.bytes("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n"),
                    Forgeries.bytes(forge.key.toPublicJWK().toJSONString()),
                    point,
                    x);
            return secrets.stream()
                    .flatMap(secret -> Stream.of("256", "384", "512")
                            .map(n -> hmac(tokens.header("HS" + n), json(claims()), "HmacSHA" + n, secret)))
                    .toList();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> brokenSignatures() {
        String good = tokens.good();
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

    List<String> oddKeyIds() {
        List<String> list = new ArrayList<>();
        for (String kid : new String[] {"../../../../dev/null", "' OR 1=1--", "a\0b", "x".repeat(5000), null}) {
            String header = json(with(forge.header(), "kid", kid));
            list.add(signed(header, json(claims()), attacker));
            list.add(forge.genuine(header, json(claims())));
            list.add(hmac(header.replace("ES256", "HS256"), json(claims()), "HmacSHA256", new byte[32]));
        }
        list.add(forge.genuine(without(forge.header(), "kid"), claims()));
        return list;
    }

    List<String> types() {
        List<String> list =
                new ArrayList<>(tokens.headers("typ", "JWT", "AT+JWT", "application/at+jwt", "at+jwt ", ""));
        list.add(forge.genuine(without(forge.header(), "typ"), claims()));
        list.add(forge.genuine(with(forge.header(), "typ", null), claims()));
        return list;
    }

    List<String> missingAndMistyped() {
        List<String> list = new ArrayList<>();
        for (String name : claims().keySet()) {
            list.add(forge.genuine(forge.header(), without(claims(), name)));
            list.add(forge.genuine(forge.header(), with(claims(), name, null)));
            list.add(forge.genuine(forge.header(), with(claims(), name, Map.of("a", 1))));
            list.add(forge.genuine(forge.header(), with(claims(), name, "")));
        }
        list.addAll(tokens.payloads("sub", 1, true, List.of("7")));
        list.addAll(tokens.payloads("roles", "USER", List.of(1), List.of(List.of())));
        list.addAll(tokens.payloads("rights", "superuser", List.of(1), List.of("root"), List.of("SUPERUSER")));
        list.addAll(tokens.payloads("client_id", 7, "", List.of("acme")));
        list.addAll(tokens.payloads("auth_time", NOW.getEpochSecond() + 31, "0", 1.5));
        return list;
    }

    List<String> duplicates() {
        String claims = json(claims());
        String header = json(forge.header());
        return List.of(
                forge.genuine(header.replaceFirst("\\{", "{\"alg\":\"none\","), claims),
                forge.genuine(header.replaceFirst("}$", ",\"alg\":\"none\"}"), claims),
                forge.genuine(header, claims.replaceFirst("\\{", "{\"sub\":\"victim\",")),
                forge.genuine(header, claims.replaceFirst("}$", ",\"sub\":\"victim\"}")));
    }

    List<String> nested() {
        List<String> list = new ArrayList<>();
        for (int depth : new int[] {256, 2000, 10_000, 100_000}) {
            String deep = "\"deep\":" + "[".repeat(depth) + "]".repeat(depth);
            list.add(forge.genuine(tokens.headerWith(deep), json(claims())));
            list.add(forge.genuine(json(forge.header()), json(claims()).replaceFirst("}$", "," + deep + "}")));
        }
        return list;
    }

    List<String> oversized() {
        return Stream.of(8 * 1024, 64 * 1024, 1024 * 1024)
                .map(size -> forge.genuine(forge.header(), with(claims(), "pad", "x".repeat(size))))
                .toList();
    }

    List<String> jsonForms() {
        String[] parts = tokens.good().split("\\.");
        String flat = "{\"payload\":\"" + parts[1] + "\",\"protected\":\"" + parts[0] + "\",\"signature\":\"" + parts[2]
                + "\"}";
        String general = "{\"payload\":\"" + parts[1] + "\",\"signatures\":[{\"protected\":\"" + parts[0]
                + "\",\"signature\":\"" + parts[2] + "\"}]}";
        return List.of(
                flat, general, flat + '.' + tokens.good(), tokens.good() + '.' + part("{}"), "." + tokens.good());
    }

    List<String> mangled() {
        List<String> list = new ArrayList<>();
        String good = tokens.good();
        for (int at : new int[] {0, 5, good.indexOf('.') - 1, good.indexOf('.') + 3, good.length() - 3}) {
            for (String odd : List.of(
                    "=", " ", "+", "/", "\n", "?", "%", "\u00e9", "\u0141", "\ud83d\ude00", "\ud83d", "==", "\0")) {
                list.add(good.substring(0, at) + odd + good.substring(at));
            }
        }
        list.addAll(List.of(good + "=", " " + good, good + " ", good + "\n", good.replace(".", "..")));
        list.add(withOtherTrailingBits(good));
        return list;
    }

    /** The last of 86 characters holds four bits that mean nothing. */
    String withOtherTrailingBits(String good) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(good.charAt(good.length() - 1));
        return good.substring(0, good.length() - 1) + alphabet.charAt(last | 1);
    }

    List<String> encrypted() {
        return Stream.of("dir", "RSA-OAEP", "RSA1_5", "ECDH-ES", "PBES2-HS256+A128KW")
                .map(alg -> "{\"alg\":\"" + alg
                        + "\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"p2c\":2147483647,\"p2s\":\"AA\"," + "\"kid\":\""
                        + forge.key.getKeyID() + "\",\"typ\":\"at+jwt\"}")
                .flatMap(header -> Stream.of(
                        part(header) + ".AAAA.AAAA.AAAA.AAAA",
                        part(header) + "..AAAA.AAAA.AAAA",
                        part(header) + ".AAAA.AAAA"))
                .toList();
    }

    private static byte[] twice(BigInteger value) {
        return HexFormat.of().parseHex(String.format("%064x", value).repeat(2));
    }
}
