package dev.lockstile.auth.internal.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.lockstile.auth.internal.jose.RegisteredClaims;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.token.CustomClaims;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The host's own claims: their names are judged when the library is built, their values when a token is made. */
public final class HostClaims {

    private static final int MOST_BYTES = 2_048;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/-]{1,60}");

    private final Set<String> names;
    private final @Nullable CustomClaims source;

    /** @param source null where the host adds none */
    public HostClaims(@Nullable CustomClaims source) {
        this.source = source;
        this.names = source == null ? Set.of() : Set.copyOf(source.names());
    }

    /** What is wrong with the names, for the report of the start. */
    public List<String> problems() {
        return new TreeSet<>(names)
                .stream().flatMap(name -> problem(name).stream()).toList();
    }

    private static List<String> problem(String name) {
        if (!NAME.matcher(name).matches()) {
            return List.of(
                    "access-token-claim-name: a claim has 1 to 60 of A-Z, a-z, 0-9, _ - . : /, and not: " + name);
        }
        return RegisteredClaims.isReserved(name)
                ? List.of("access-token-claim-reserved: " + name + " is registered or the library's own; give yours a"
                        + " name of its own, such as https://acme.example/" + name)
                : List.of();
    }

    /**
     * The claims of a token.
     *
     * @throws IllegalStateException for a name that was not told, or a value that may not stand in a token
     */
    public Map<String, Object> of(UserInfo user, ProfileInfo active) {
        if (source == null) {
            return Map.of();
        }
        Map<String, Object> claims = Map.copyOf(source.claims(user, active));
        claims.forEach(this::require);
        int bytes = JSONObjectUtils.toJSONString(claims).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalStateException(
                    "own claims of an access token take " + bytes + " bytes; at most " + MOST_BYTES);
        }
        return claims;
    }

    private void require(String name, Object value) {
        if (!names.contains(name)) {
            throw new IllegalStateException(
                    "the claim " + name + " is not among the names that CustomClaims.names() tells");
        }
        if (!isPlain(value)) {
            throw new IllegalStateException("the claim " + name + " is a "
                    + value.getClass().getName() + "; give a text, a boolean, an integer or a list of texts");
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }
}
