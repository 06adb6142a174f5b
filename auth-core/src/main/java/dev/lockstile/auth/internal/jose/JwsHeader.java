package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a JWS says (RFC 7515 4).
 *
 * @param text its encoded form, as it was sent
 * @param type the {@code typ} to the letter; null where there is none
 * @param members the names of all that is in it
 * @param isPlain true without {@code crit} and with the payload encoded as ever (RFC 7797)
 */
public record JwsHeader(
        String text,
        JWSAlgorithm algorithm,
        @Nullable String keyId,
        @Nullable String type,
        Set<String> members,
        boolean isPlain) {

    static JwsHeader parse(String text) throws ParseException {
        JWSHeader header = JWSHeader.parse(new Base64URL(text));
        JOSEObjectType type = header.getType();
        return new JwsHeader(
                text,
                header.getAlgorithm(),
                header.getKeyID(),
                type == null ? null : type.getType(),
                Set.copyOf(header.getIncludedParams()),
                header.getCriticalParams() == null && header.isBase64URLEncodePayload());
    }
}
