package dev.lockstile.auth.social.oidc;

import com.nimbusds.jose.jwk.JWK;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a provider that are good for something. Keys that share a kid are left out, all of them, as it is unknown
 * which one is meant; a set without a single good key is no set.
 */
record KeySet(List<VerificationKey> keys) {

    private static final int MOST_KEYS = 100;

    static KeySet read(String document) throws SocialUnavailableException {
        if (!(Json.answer(document).members().get("keys") instanceof List<?> entries) || entries.size() > MOST_KEYS) {
            throw new SocialUnavailableException("the provider's key set is none");
        }
        List<VerificationKey> good = entries.stream().flatMap(KeySet::parse).toList();
        Map<String, Long> uses =
                good.stream().collect(Collectors.groupingBy(key -> String.valueOf(key.id()), Collectors.counting()));
        List<VerificationKey> unique = good.stream()
                .filter(key -> uses.getOrDefault(String.valueOf(key.id()), 0L) == 1)
                .toList();
        if (unique.isEmpty()) {
            throw new SocialUnavailableException("the provider's key set has no usable key");
        }
        return new KeySet(unique);
    }

    /** The key that a token names; a token that names none is for a set of one (OpenID Connect Core 10.1). */
    Optional<VerificationKey> find(@Nullable String id) {
        if (id == null) {
            return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
        }
        return keys.stream().filter(key -> id.equals(key.id())).findFirst();
    }

    private static Stream<VerificationKey> parse(Object entry) {
        try {
            Json members = Json.of(entry);
            return VerificationKey.of(JWK.parse(members.members()), members.text("issuer")).stream();
        } catch (ParseException | RuntimeException e) {
            return Stream.empty(); // a type of key that is not known here, or nonsense: the others stay usable
        }
    }
}
