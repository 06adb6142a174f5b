package dev.lockstile.auth.token;

import static dev.lockstile.auth.token.TokenForge.NOW;
import static dev.lockstile.auth.token.TokenForge.SETTINGS;
import static dev.lockstile.auth.token.TokenForge.claims;
import static dev.lockstile.auth.token.TokenForge.json;
import static dev.lockstile.auth.token.TokenForge.signed;
import static dev.lockstile.auth.token.TokenForge.with;
import static dev.lockstile.auth.token.TokenForge.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.ZoneOffset;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every recipe of {@code jwt_attacks.json} that meets an access token, through the public verifier. */
class JwtAttacksTest {

    private static final SigningKeys KEYS = SigningKeys.generate();
    private static final Forgeries TOKENS = Forgeries.of(KEYS);
    private static final JwtRecipes RECIPES = new JwtRecipes(TOKENS);

    private final AccessTokenVerifier verifier = verifier(KEYS);

    /**
     * Where the recipes are that need more than a verifier: the session's (J22 in part, J23, J42) with the session
     * check, the header's (J30, J31) with the HTTP endpoints, the social ones (J15, J37 to J41) with social sign-in,
     * rotation (J43) in {@code SigningKeyRotationTest}.
     */
    private static final Set<String> ELSEWHERE =
            Set.of("J15", "J23", "J30", "J31", "J37", "J38", "J39", "J40", "J41", "J42", "J43");

    @Test
    void the_forge_can_make_a_good_token() {
        assertThat(verifier.verify(TOKENS.good())).hasValueSatisfying(token -> {
            assertThat(token.user()).isEqualTo("7");
            assertThat(token.roles()).containsExactly("USER");
            assertThat(token.expiresAt()).isEqualTo(NOW.plusSeconds(600));
        });
    }

    @Test
    void a_token_from_before_the_assurance_says_nothing_of_the_means() {
        TokenForge forge = new TokenForge(KEYS);
        String old = forge.genuine(forge.header(), without(without(claims(), "acr"), "amr"));
        assertThat(verifier.verify(old))
                .hasValueSatisfying(token -> assertThat(token.user()).isEqualTo("7"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void claims_of_the_host_stay_in_a_token_from_before_the_assurance(int number) {
        TokenForge forge = new TokenForge(KEYS);
        Map<String, @Nullable Object> claims = without(without(claims(), "acr"), "amr");
        for (int i = 0; i < number; i++) {
            claims = with(claims, "shop:" + i, "here");
        }
        assertThat(verifier.verify(forge.genuine(forge.header(), claims)))
                .hasValueSatisfying(token -> assertThat(token.claim("shop:0")).contains("here"));
    }

    @Test
    void methods_and_provider_that_no_session_holds_together_are_refused() {
        TokenForge forge = new TokenForge(KEYS);
        Map<String, @Nullable Object> claims = with(claims(), "amr", List.of("m".repeat(40)));
        assertThat(verifier.verify(forge.genuine(forge.header(), claims))).isPresent();
        assertThat(verifier.verify(forge.genuine(forge.header(), with(claims, "idp", "p".repeat(30)))))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_recipe_is_refused() {
        return RECIPES.all().entrySet().stream()
                .map(recipe -> DynamicTest.dynamicTest(recipe.getKey(), () -> refuses(recipe.getValue())));
    }

    @Test
    void no_recipe_is_forgotten() {
        Set<String> known = new TreeSet<>(RECIPES.all().keySet());
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
            String jwk = TOKENS.attacker().toPublicJWK().toJSONString();
            refuses(Stream.of(
                            "\"jku\":\"" + url + "\"",
                            "\"jku\":\"file:///etc/passwd\"",
                            "\"x5u\":\"" + url + "\"",
                            "\"x5c\":[\"MIIB\"]",
                            "\"x5t\":\"AAAA\"",
                            "\"jwk\":" + jwk)
                    .flatMap(member -> Stream.of(
                            signed(TOKENS.headerWith(member), json(claims()), TOKENS.attacker()),
                            TOKENS.forge().genuine(TOKENS.headerWith(member), json(claims()))))
                    .toList());
            assertThat(hits).hasValue(0);
        } finally {
            canary.stop(0);
        }
    }

    @Test
    void two_deployments_do_not_accept_each_other() {
        assertThat(verifier(SigningKeys.generate()).verify(TOKENS.good())).isEmpty();
    }

    @Test
    void keys_for_other_uses_and_weak_keys_verify_nothing() {
        String open = TOKENS.attacker().toPublicJWK().toJSONString();
        for (String bad : List.of(
                open.replaceFirst("\"use\":\"sig\"", "\"use\":\"enc\""),
                open.replaceFirst("\"use\":\"sig\"", "\"key_ops\":[\"encrypt\"]"),
                open + ',' + open,
                open + ",{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"-ebuDNsVZ2iJtoZ-akfXTSCt4UO2cruLCsbWlBinggE\"}")) {
            assertThatThrownBy(() -> VerificationKeys.parse("{\"keys\":[" + bad + "]}"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void refuses(List<String> tokens) {
        assertThat(tokens).isNotEmpty();
        for (String token : tokens) {
            assertThat(verifier.verify(token))
                    .as(token.substring(0, Math.min(200, token.length())))
                    .isEmpty();
        }
    }

    private static AccessTokenVerifier verifier(SigningKeys keys) {
        String open = new TokenForge(keys).key.toPublicJWK().toJSONString();
        return AccessTokenVerifier.of(
                SETTINGS, VerificationKeys.parse("{\"keys\":[" + open + "]}"), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
