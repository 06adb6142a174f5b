package dev.lockstile.auth.testkit.http;

import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Sha256;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Authorization codes and access tokens of a provider: each code once, by its client, redirect URI and verifier. */
final class MockCodes {

    private static final int BYTES = 24;

    private final Randomness randomness = Randomness.secure();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> accessTokens = new ConcurrentHashMap<>();

    record Grant(Map<String, String> request, Map<String, Object> person) {

        @Nullable
        String nonce() {
            return request.get("nonce");
        }

        boolean fits(Map<String, String> form) {
            return request.getOrDefault("client_id", "").equals(form.get("client_id"))
                    && request.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri"))
                    && Sha256.textOf(form.getOrDefault("code_verifier", "")).equals(request.get("code_challenge"));
        }
    }

    String issue(Map<String, String> request, Map<String, Object> person) {
        String code = randomness.text(BYTES);
        grants.put(code, new Grant(request, person));
        return code;
    }

    @Nullable
    Grant redeem(Map<String, String> form) {
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        return grant != null && grant.fits(form) ? grant : null;
    }

    String accessToken(Map<String, Object> person) {
        String token = randomness.text(BYTES);
        accessTokens.put("Bearer " + token, person);
        return token;
    }

    Map<String, Object> personOf(String authorization) {
        return accessTokens.getOrDefault(authorization, Map.of());
    }
}
